import { drawIndex } from '../draws.ts';
import type { Random } from '../random.ts';
import { sdid, type SdidOptions } from './sdid.ts';

/** A panel, and for each replication the rows that are treated in it; all others are controls. */
export type Reallocation = {
	readonly Y: Float64Array;
	readonly T: number;
	readonly T0: number;
	readonly options: SdidOptions;
	readonly allocations: readonly Int32Array[];
};

/** Allocations of `N1` stores out of N, each as likely as any other: for a test that drew them so. */
export function drawAllocations(N: number, N1: number, reps: number, random: Random): Int32Array[] {
	return Array.from({ length: reps }, () => {
		const chosen = new Set<number>();
		// Floyd's choice without repetition.
		for (let last = N - N1; last < N; last++) {
			const drawn = drawIndex(random, last + 1);
			chosen.add(chosen.has(drawn) ? last : drawn);
		}
		return Int32Array.from(chosen).sort();
	});
}

/** The effect as the panel tells it when the stores of allocation k are called treated. */
export function reallocatedTau({ Y, T, T0, options, allocations }: Reallocation, k: number): number {
	const treated = allocations[k] ?? new Int32Array(0);
	return sdid(controlsFirst(Y, T, treated), Y.length / T, T, Y.length / T - treated.length, T0, options).tau;
}

/** The rows of a panel with the treated ones, ascending, at the end. */
export function controlsFirst(Y: Float64Array, T: number, treated: Int32Array): Float64Array {
	const isTreated = new Uint8Array(Y.length / T);
	for (const row of treated) isTreated[row] = 1;
	const sorted = new Float64Array(Y.length);
	let at = 0;
	for (const side of [0, 1])
		isTreated.forEach((own, row) => {
			if (own === side) sorted.set(Y.subarray(row * T, (row + 1) * T), T * at++);
		});
	return sorted;
}
