import { shuffleFirst } from '../../statistics/draws.ts';
import type { Random } from '../../statistics/random.ts';
import { acceptanceBound } from './acceptance.ts';

/** Everything an allocation is drawn from. Stores are places in one fixed order. */
export type Lottery = {
	/** Whitened features, K a store. */
	readonly Z: Float64Array;
	readonly K: number;
	/** Features that vary within strata. */
	readonly rank: number;
	/** For each stratum the stores that can be drawn, and how many are. */
	readonly urns: readonly { readonly stores: Int32Array; readonly slots: number }[];
	/** Stores picked by hand: in every allocation. */
	readonly picked: Int32Array;
	/** Stores that the test stores stand for. */
	readonly population: number;
};

export type Allocation = { readonly test: Int32Array; readonly M: number };

/** What was tried: draws under one bound. */
export type Attempt = { readonly acceptance: number; readonly a: number; readonly draws: number };

/** How many test stores an allocation has. */
export function allocationSize({ urns, picked }: Lottery): number {
	return urns.reduce((sum, { slots }) => sum + slots, picked.length);
}

/**
 * One random allocation and its Mahalanobis distance from the population,
 * M = d' [S (1/nT - 1/nP)]^-1 d, d = the mean over test stores of the deviation from their stratum's mean.
 * `test` is overwritten; the urns are shuffled in place, which leaves every allocation as likely.
 */
export function drawAllocation(lottery: Lottery, random: Random, test: Int32Array): number {
	const { urns, picked } = lottery;
	test.set(picked);
	let at = picked.length;
	for (const { stores, slots } of urns) {
		shuffleFirst(random, stores, slots);
		for (let k = 0; k < slots; k++) test[at++] = stores[k] ?? 0;
	}
	return distance(lottery, test);
}

function distance({ Z, K, population }: Lottery, test: Int32Array): number {
	const n = test.length;
	const spread = 1 / n - 1 / population;
	if (spread <= 0) return 0;
	let square = 0;
	for (let k = 0; k < K; k++) {
		let sum = 0;
		for (let t = 0; t < n; t++) sum += Z[(test[t] ?? 0) * K + k] ?? 0;
		square += sum * sum;
	}
	return square / (n * n * spread);
}

/** Draws between two looks at the signal. */
const BETWEEN_LOOKS = 1024;

/**
 * The first allocation with M <= a, a = the chi-square bound of `acceptance`. After `maxDraws` in vain the share is
 * relaxed by ten, and so on until all are accepted; the attempts say so.
 */
export function drawAccepted(
	lottery: Lottery,
	random: Random,
	acceptance: number,
	maxDraws: number,
	signal?: AbortSignal,
): Allocation & { readonly attempts: readonly Attempt[] } {
	const test = new Int32Array(allocationSize(lottery));
	const attempts: Attempt[] = [];
	for (let share = acceptance; ; share = Math.min(1, share * 10)) {
		const a = acceptanceBound(lottery.rank, share);
		for (let draws = 1; draws <= maxDraws; draws++) {
			if (draws % BETWEEN_LOOKS === 1) signal?.throwIfAborted();
			const M = drawAllocation(lottery, random, test);
			if (M <= a) return { test, M, attempts: [...attempts, { acceptance: share, a, draws }] };
		}
		attempts.push({ acceptance: share, a, draws: maxDraws });
	}
}
