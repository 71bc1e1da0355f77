/** What is scored, from 1 (weak) to 5 (very strong). The weights are data of the call; they need not make a hundred. */
export type Criterion = {
	readonly position: number;
	readonly name: string;
	readonly weight: number;
	/** What to look at. */
	readonly guide: string | null;
};

export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 5;

/** How far a product must be before it may get a place: anything, nothing known to block it, or ready. */
export const gates = ['none', 'no-blocker', 'ready'] as const;
export type Gate = (typeof gates)[number];

/** What was promised to everybody when the call was opened, and does not move afterwards. */
export type Terms = {
	readonly places: number;
	/** How long the waiting list may be. */
	readonly reserves: number;
	/** 0 to 100; whoever stays below gets no place, even if one is free. */
	readonly minimumPoints: number;
	readonly gate: Gate;
	/** Each product needs so many reviews without a conflict of interest. */
	readonly reviewsNeeded: number;
	readonly criteria: readonly Criterion[];
};

export type CallStatus = 'open' | 'reviewing' | 'decided';

/** A call takes products up to its closing moment, not in it. */
export function statusOf(
	call: { readonly closesAt: Date; readonly decidedAt: Date | null },
	now: Date,
): CallStatus {
	if (call.decidedAt) return 'decided';
	return isClosed(call, now) ? 'reviewing' : 'open';
}

export function isClosed({ closesAt }: { readonly closesAt: Date }, now: Date): boolean {
	return now.getTime() >= closesAt.getTime();
}
