import type { Criterion } from './call.ts';
import { type Candidate, scoreSum, sumOf } from './candidate.ts';

/** Why a product stands behind another one that has the very same points. */
export type Tie = {
	/** The entry that stands right before it. */
	readonly behind: string;
	/** A criterion in which that one is stronger, or that it was entered earlier, or has the lower number. */
	readonly by: 'criterion' | 'entered-first' | 'entry-number';
	readonly criterion: number | null;
};

export type Ranked = { readonly candidate: Candidate; readonly tie: Tie | null };

/**
 * The best first. Equal points are separated by the written rule: the stronger in the heaviest criterion, then in the
 * next heaviest; then who was entered earlier; then the lower entry number. What separated them is kept.
 */
export function ranked(candidates: readonly Candidate[], criteria: readonly Criterion[]): Ranked[] {
	const sorted = candidates.toSorted(
		(a, b) => byPoints(a, b, criteria) || separated(a, b, criteria).order || 0,
	);
	return sorted.map((candidate, i) => {
		const before = sorted[i - 1];
		const isTie = before !== undefined && byPoints(before, candidate, criteria) === 0;
		return { candidate, tie: isTie ? tieOf(before, candidate, criteria) : null };
	});
}

function tieOf(before: Candidate, candidate: Candidate, criteria: readonly Criterion[]): Tie {
	const { by, criterion } = separated(before, candidate, criteria);
	return { behind: before.entryId, by, criterion };
}

/** Means are compared as fractions of whole numbers. */
function byPoints(a: Candidate, b: Candidate, criteria: readonly Criterion[]): number {
	return sumOf(b, criteria) * a.reviews.length - sumOf(a, criteria) * b.reviews.length;
}

type Separated = { readonly order: number; readonly by: Tie['by']; readonly criterion: number | null };

function separated(a: Candidate, b: Candidate, criteria: readonly Criterion[]): Separated {
	for (const { position } of criteria.toSorted((x, y) => y.weight - x.weight || x.position - y.position)) {
		const place = criteria.findIndex((criterion) => criterion.position === position);
		const order =
			scoreSum(b.reviews, place) * a.reviews.length - scoreSum(a.reviews, place) * b.reviews.length;
		if (order !== 0) return { order, by: 'criterion', criterion: position };
	}
	if (a.enteredAt !== b.enteredAt)
		return { order: a.enteredAt < b.enteredAt ? -1 : 1, by: 'entered-first', criterion: null };
	return { order: a.entryId < b.entryId ? -1 : 1, by: 'entry-number', criterion: null };
}
