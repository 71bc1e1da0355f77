import { seeded } from '../../statistics/random.ts';
import { randomisationP } from '../../statistics/synthetic/inference.ts';
import { allocationSize, drawAllocation } from './lottery.ts';
import { selectionFrame } from './selection-frame.ts';
import type { SelectionRules } from './selection-rules.ts';
import type { Selection } from './select-stores.ts';

/** The stores as they were when the selection was made. */
export type SelectionInput = {
	readonly X: Float64Array;
	readonly n: number;
	readonly K: number;
	readonly strata: Int32Array;
	readonly rules: SelectionRules;
};

export type RandomisationOptions = {
	/** Allocations to draw again; 999 or more for a p-value of three digits. */
	readonly reps?: number;
	/** Draws in all before giving up: an agreed bound that is met too seldom. */
	readonly maxDraws?: number;
	readonly onProgress?: (done: number, of: number) => void;
	readonly signal?: AbortSignal;
};

/** How extreme the drawn allocation is among those that could have been drawn. */
export type RandomisationTest = {
	/** Null when nothing was left to chance, or too few allocations meet the bound. */
	readonly p: number | null;
	readonly redrawn: Float64Array;
	readonly draws: number;
};

/**
 * Fisher's randomisation test under the design: allocations are drawn again under the very rule of the selection (the
 * same strata, slots, stores picked by hand and bound a), and `statistic` is computed for each from its test stores'
 * rows, ascending. The p-value is the share that is as far from 0 as the one observed, itself among them.
 * Example: an effect beyond all of 999 has p = 0.001.
 */
export function randomisationTest(
	{ X, n, K, strata, rules }: SelectionInput,
	selection: Pick<Selection, 'test' | 'a' | 'seed'>,
	statistic: (test: Int32Array) => number,
	{ reps = 999, maxDraws = 20_000_000, onProgress, signal }: RandomisationOptions = {},
): RandomisationTest {
	const { lottery, order } = selectionFrame(X, n, K, strata, rules);
	const places = new Int32Array(allocationSize(lottery));
	const random = seeded(selection.seed, 2);
	const redrawn: number[] = [];
	let draws = 0;
	const isFixed = lottery.urns.every(({ stores, slots }) => stores.length === slots);
	while (!isFixed && redrawn.length < reps && draws < maxDraws) {
		if (draws++ % 1024 === 0) signal?.throwIfAborted();
		if (drawAllocation(lottery, random, places) > selection.a) continue;
		redrawn.push(statistic(places.map((at) => order[at] ?? 0).sort()));
		signal?.throwIfAborted();
		onProgress?.(redrawn.length, reps);
	}
	const values = Float64Array.from(redrawn);
	const isWhole = !isFixed && redrawn.length === reps;
	return { p: isWhole ? randomisationP(statistic(selection.test), values) : null, redrawn: values, draws };
}
