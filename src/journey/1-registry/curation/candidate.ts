import { type Criterion, HIGHEST_SCORE } from './call.ts';

/** What one reviewer gave, in the order of the criteria. */
export type Review = { readonly reviewer: string; readonly scores: readonly number[] };

/** What the stage that judges products says of one; its record is whole enough to be judged anew. */
export type ReadinessSeen = {
	readonly ready: boolean | null;
	/** Ids of what is open, in the order to take it up. */
	readonly steps: readonly string[];
	readonly record: string;
};

/** A product in a call with everything that decides about it. */
export type Candidate = {
	readonly entryId: string;
	readonly productId: string;
	readonly producerId: string;
	/** The moment, as an ISO text in UTC. */
	readonly enteredAt: string;
	/** Of reviewers without a conflict of interest, by their ids. */
	readonly reviews: readonly Review[];
	/** Who declared a conflict of interest: their reviews do not count. */
	readonly conflicts: readonly string[];
	readonly readiness: ReadinessSeen;
};

/** Weighted scores in whole numbers, so that two equal products are equal, and never nearly so. */
export function weightedSum({ scores }: Review, criteria: readonly Criterion[]): number {
	return criteria.reduce((sum, { weight }, i) => sum + weight * (scores[i] ?? 0), 0);
}

export function sumOf({ reviews }: Candidate, criteria: readonly Criterion[]): number {
	return reviews.reduce((sum, review) => sum + weightedSum(review, criteria), 0);
}

/** The most that one review can give. */
export function fullSum(criteria: readonly Criterion[]): number {
	return HIGHEST_SCORE * criteria.reduce((sum, { weight }) => sum + weight, 0);
}

/** The mean of all reviews as points from 0 to 100, to two decimals; for reading, never for comparing. */
export function pointsOf(candidate: Candidate, criteria: readonly Criterion[]): number {
	return rounded((100 * sumOf(candidate, criteria)) / (candidate.reviews.length * fullSum(criteria)));
}

/** Points between the highest and the lowest review: how far the reviewers are apart. */
export function spreadOf({ reviews }: Candidate, criteria: readonly Criterion[]): number {
	const sums = reviews.map((review) => weightedSum(review, criteria));
	return rounded((100 * (Math.max(...sums) - Math.min(...sums))) / fullSum(criteria));
}

/** From so many points on, the reviewers should speak with each other before anybody relies on the mean. */
export const WIDE_SPREAD = 25;

/** The mean score of one criterion, to two decimals. */
export function meanScore({ reviews }: Candidate, place: number): number {
	return rounded(scoreSum(reviews, place) / reviews.length);
}

export function scoreSum(reviews: readonly Review[], place: number): number {
	return reviews.reduce((sum, { scores }) => sum + (scores[place] ?? 0), 0);
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
