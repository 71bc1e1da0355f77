import { randomisationP } from '../../statistics/synthetic/inference.ts';
import { redrawAllocations, type RedrawOptions, type SelectionInput } from './redraw-allocations.ts';
import type { Selection } from './select-stores.ts';

/** How extreme the drawn allocation is among those that could have been drawn. */
export type RandomisationTest = {
	/** Null when nothing was left to chance, or too few allocations meet the bound. */
	readonly p: number | null;
	readonly redrawn: Float64Array;
};

export type RandomisationOptions = RedrawOptions & {
	/** Told after each allocation how many are done. */
	readonly onProgress?: (done: number, of: number) => void;
};

/**
 * Fisher's randomisation test under the design (method 6): `statistic` is computed for the test stores' rows, ascending,
 * of the selection and of every allocation drawn again under its rule. The p-value is the share that is as far from 0 as
 * the one observed, itself among them. Example: an effect beyond all of 999 has p = 0.001.
 */
export function randomisationTest(
	input: SelectionInput,
	selection: Pick<Selection, 'test' | 'a' | 'seed'>,
	statistic: (test: Int32Array) => number,
	{ onProgress, ...options }: RandomisationOptions = {},
): RandomisationTest {
	const { allocations } = redrawAllocations(input, selection, options);
	if (!allocations) return { p: null, redrawn: new Float64Array(0) };
	const redrawn = Float64Array.from(allocations, (allocation, done) => {
		options.signal?.throwIfAborted();
		const value = statistic(allocation);
		onProgress?.(done + 1, allocations.length);
		return value;
	});
	return { p: randomisationP(statistic(selection.test), redrawn), redrawn };
}
