import { type Gate, HIGHEST_SCORE, type Terms } from './call.ts';
import { type Candidate, fullSum, meanScore, pointsOf, spreadOf, sumOf } from './candidate.ts';
import { type Tie, ranked } from './ranking.ts';

export type Verdict = 'accepted' | 'reserve' | 'declined';

/** Why: a place, the waiting list, no place left, too few points, or something known to block it. */
export type Why = 'placed' | 'waiting' | 'no-place' | 'below-minimum' | 'not-ready';

/** What a call says of one product. Nothing in it tells of another maker's product, but for `tie`. */
export type Outcome = {
	readonly entryId: string;
	readonly verdict: Verdict;
	readonly why: Why;
	/** Among those that could get a place, from 1. */
	readonly rank: number | null;
	/** The place on the waiting list, from 1. */
	readonly waitingNumber: number | null;
	readonly points: number;
	readonly spread: number;
	/** In the order of the criteria. */
	readonly meanScores: readonly number[];
	readonly change: Change;
	readonly tie: Tie | null;
};

/** What would change the outcome: the weakest criteria, what readiness asks for first, points to the minimum. */
export type Change = {
	/** Positions of criteria, the weakest first. */
	readonly criteria: readonly number[];
	/** Ids of what readiness asks for, the first to take up first. */
	readonly steps: readonly string[];
	readonly pointsMissing: number;
};

const WEAKEST = 2;
const FIRST_STEPS = 3;

/** The whole call decided: places to the best that may have one, then the waiting list, then nobody. */
export function outcomesOf(candidates: readonly Candidate[], terms: Terms): Outcome[] {
	let rank = 0;
	return ranked(candidates, terms.criteria).map(({ candidate, tie }) => {
		const hindered = hindrance(candidate, terms);
		const place = hindered ? { verdict: 'declined' as const, why: hindered } : placeAt(++rank, terms);
		return {
			entryId: candidate.entryId,
			...place,
			rank: hindered ? null : rank,
			waitingNumber: place.why === 'waiting' ? rank - terms.places : null,
			points: pointsOf(candidate, terms.criteria),
			spread: spreadOf(candidate, terms.criteria),
			meanScores: terms.criteria.map((_criterion, i) => meanScore(candidate, i)),
			change: changeOf(candidate, terms),
			tie,
		};
	});
}

function placeAt(rank: number, { places, reserves }: Terms): { verdict: Verdict; why: Why } {
	if (rank <= places) return { verdict: 'accepted', why: 'placed' };
	return rank <= places + reserves
		? { verdict: 'reserve', why: 'waiting' }
		: { verdict: 'declined', why: 'no-place' };
}

function hindrance(candidate: Candidate, terms: Terms): 'not-ready' | 'below-minimum' | null {
	if (!passes(candidate.readiness.ready, terms.gate)) return 'not-ready';
	return shortfall(candidate, terms) > 0 ? 'below-minimum' : null;
}

function passes(ready: boolean | null, gate: Gate): boolean {
	return gate === 'none' || ready === true || (gate === 'no-blocker' && ready === null);
}

/** What is missing to the minimum, as a whole number of hundredths of weighted scores; so nothing is rounded away. */
function shortfall(candidate: Candidate, { minimumPoints, criteria }: Terms): number {
	return minimumPoints * candidate.reviews.length * fullSum(criteria) - 100 * sumOf(candidate, criteria);
}

function changeOf(candidate: Candidate, terms: Terms): Change {
	const { criteria, minimumPoints } = terms;
	const weak = criteria
		.map(({ position, weight }, i) => ({ position, weight, mean: meanScore(candidate, i) }))
		.filter(({ mean }) => mean < HIGHEST_SCORE)
		.toSorted((a, b) => a.mean - b.mean || b.weight - a.weight || a.position - b.position);
	const missing = shortfall(candidate, terms) > 0 ? minimumPoints - pointsOf(candidate, criteria) : 0;
	return {
		criteria: weak.slice(0, WEAKEST).map(({ position }) => position),
		steps: candidate.readiness.steps.slice(0, FIRST_STEPS),
		pointsMissing: Math.max(0, Math.round(missing * 100) / 100),
	};
}
