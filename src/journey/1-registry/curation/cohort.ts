import type { Verdict } from './outcome.ts';

/** One decided entry, as it stands today. */
export type Decided = {
	readonly entryId: string;
	readonly verdict: Verdict;
	readonly rank: number | null;
	readonly waitingNumber: number | null;
	/** It left after the decision. */
	readonly leftAt: Date | null;
	/** It moved up from the waiting list. */
	readonly promotedAt: Date | null;
};

export type Place = 'in' | 'waiting' | 'out' | 'left';

/** Where a decided entry stands now. */
export function placeOf({ verdict, leftAt, promotedAt }: Decided): Place {
	if (leftAt) return 'left';
	if (verdict === 'accepted' || promotedAt) return 'in';
	return verdict === 'reserve' ? 'waiting' : 'out';
}

export type Cohort<Entry extends Decided> = {
	/** By rank; those that moved up come after those that had a place at once. */
	readonly members: readonly Entry[];
	readonly waiting: readonly Entry[];
	readonly declined: readonly Entry[];
	readonly left: readonly Entry[];
	/** Places that somebody left and nobody has taken. */
	readonly free: number;
	/** Who moves up next, where a place is free. */
	readonly next: Entry | null;
};

/** The cohort of a call as it stands. A place is free when somebody left it; one that nobody ever won stays empty. */
export function cohortOf<Entry extends Decided>(entries: readonly Entry[]): Cohort<Entry> {
	const at = (place: Place) => entries.filter((entry) => placeOf(entry) === place).toSorted(byRank);
	const [members, waiting] = [at('in'), at('waiting')];
	const won = entries.filter(({ verdict }) => verdict === 'accepted').length;
	const free = Math.max(0, won - members.length);
	return {
		members,
		waiting,
		declined: at('out'),
		left: at('left'),
		free,
		next: free > 0 ? (waiting[0] ?? null) : null,
	};
}

function byRank(a: Decided, b: Decided): number {
	const rank = (one: Decided) => one.rank ?? Number.MAX_SAFE_INTEGER;
	return rank(a) - rank(b) || (a.entryId < b.entryId ? -1 : 1);
}
