import { seeded } from '../../statistics/random.ts';
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

export type RedrawOptions = {
	/** Allocations to draw again; 999 or more for a p-value of three digits. */
	readonly reps?: number;
	/** Draws in all before giving up: an agreed bound that is met too seldom. */
	readonly maxDraws?: number;
	readonly signal?: AbortSignal;
};

/** Allocations that the design could have drawn: rows of test stores, ascending. */
export type Redrawn = {
	/** Null when nothing was left to chance, or too few allocations meet the bound. */
	readonly allocations: readonly Int32Array[] | null;
	readonly draws: number;
};

/**
 * Draws allocations again under the very rule of a selection: the same strata, slots, stores picked by hand and bound a,
 * from the second stream of its seed. Made at once, so that workers can share them out.
 */
export function redrawAllocations(
	{ X, n, K, strata, rules }: SelectionInput,
	{ a, seed }: Pick<Selection, 'a' | 'seed'>,
	{ reps = 999, maxDraws = 20_000_000, signal }: RedrawOptions = {},
): Redrawn {
	const { lottery, order } = selectionFrame(X, n, K, strata, rules);
	if (lottery.urns.every(({ stores, slots }) => stores.length === slots))
		return { allocations: null, draws: 0 };
	const places = new Int32Array(allocationSize(lottery));
	const random = seeded(seed, 2);
	const allocations: Int32Array[] = [];
	let draws = 0;
	while (allocations.length < reps && draws < maxDraws) {
		if (draws++ % 1024 === 0) signal?.throwIfAborted();
		if (drawAllocation(lottery, random, places) <= a)
			allocations.push(places.map((at) => order[at] ?? 0).sort());
	}
	return { allocations: allocations.length === reps ? allocations : null, draws };
}
