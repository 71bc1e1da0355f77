import { assertFinite } from '../non-finite-error.ts';

/** A gap of more times than this drops its store. */
const LONGEST_GAP = 2;

/**
 * A panel without holes (NaN): gaps of up to two times in a row are filled by the additive fit of stores and times,
 * stores with longer gaps are left out. Returns the rows kept, in order, and how many cells were filled.
 * Example: in a panel that is store + time exactly, a hole gets exactly its value back.
 */
export function fillGaps(Y: Float64Array, T: number): { Y: Float64Array; kept: Int32Array; filled: number } {
	// A hole is NaN; infinity is no value at all.
	assertFinite(
		'outcome',
		Y.map((y) => (Number.isNaN(y) ? 0 : y)),
		T,
	);
	const N = Y.length / T;
	const kept = Int32Array.from(
		Array.from({ length: N }, (_, i) => i).filter(
			(i) => longestGap(Y.subarray(i * T, (i + 1) * T)) <= LONGEST_GAP,
		),
	);
	const whole = new Float64Array(kept.length * T);
	kept.forEach((row, i) => whole.set(Y.subarray(row * T, (row + 1) * T), i * T));
	const holes = Array.from(whole.keys()).filter((cell) => Number.isNaN(whole[cell] ?? 0));
	if (holes.length > 0) {
		const { store, time } = additiveFit(whole, T);
		for (const cell of holes) whole[cell] = (store[Math.floor(cell / T)] ?? 0) + (time[cell % T] ?? 0);
	}
	return { Y: whole, kept, filled: holes.length };
}

function longestGap(row: Float64Array): number {
	let [longest, running] = [0, 0];
	for (const y of row) {
		running = Number.isNaN(y) ? running + 1 : 0;
		longest = Math.max(longest, running);
	}
	return longest;
}

/** Store and time effects of the cells that are there, each fitted to what the other leaves until nothing moves. */
function additiveFit(Y: Float64Array, T: number): { store: Float64Array; time: Float64Array } {
	const store = new Float64Array(Y.length / T);
	const time = new Float64Array(T);
	for (let turn = 0; turn < 1000; turn++) {
		const moved =
			fitOne(
				Y,
				store,
				(cell) => Math.floor(cell / T),
				(cell) => time[cell % T] ?? 0,
			) +
			fitOne(
				Y,
				time,
				(cell) => cell % T,
				(cell) => store[Math.floor(cell / T)] ?? 0,
			);
		if (moved < 1e-12) break;
	}
	return { store, time };
}

function fitOne(
	Y: Float64Array,
	effect: Float64Array,
	own: (cell: number) => number,
	other: (cell: number) => number,
): number {
	const sum = new Float64Array(effect.length);
	const count = new Float64Array(effect.length);
	Y.forEach((y, cell) => {
		if (Number.isNaN(y)) return;
		sum[own(cell)] = (sum[own(cell)] ?? 0) + y - other(cell);
		count[own(cell)] = (count[own(cell)] ?? 0) + 1;
	});
	let moved = 0;
	for (let g = 0; g < effect.length; g++) {
		const next = (count[g] ?? 0) > 0 ? (sum[g] ?? 0) / (count[g] ?? 1) : 0;
		moved = Math.max(moved, Math.abs(next - (effect[g] ?? 0)));
		effect[g] = next;
	}
	return moved;
}
