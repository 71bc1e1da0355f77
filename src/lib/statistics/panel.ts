import { assertFinite } from './non-finite-error.ts';

/** What a cell of a panel is, beside its numbers. */
export const STATE = { ok: 0, missing: 1, closed: 2, offShelf: 3, stockOut: 4, excluded: 5 } as const;

/** Stores by weeks, row after row. */
export type Panel = {
	/** Stores. */
	readonly n: number;
	/** Weeks. */
	readonly T: number;
	readonly units: Float64Array;
	/** Store-weeks on sale: 1 is a full week. A cell without exposure tells nothing. */
	readonly exposure: Float64Array;
	/** One of `STATE`. Excluded cells are shown and not judged. */
	readonly state: Uint8Array;
};

/** A panel of whole weeks unless told otherwise. */
export function panelOf(n: number, T: number, units: Float64Array, exposure?: Float64Array): Panel {
	return { n, T, units, exposure: exposure ?? new Float64Array(n * T).fill(1), state: new Uint8Array(n * T) };
}

/**
 * Looks whether every number can be one.
 * @throws NonFiniteError naming row and column; RangeError when something is sold without exposure
 */
export function checkPanel({ T, units, exposure, state }: Panel): void {
	assertFinite('units', units, T);
	assertFinite('exposure', exposure, T);
	const sold = units.findIndex(
		(y, cell) => y > 0 && (exposure[cell] ?? 0) <= 0 && state[cell] !== STATE.missing,
	);
	if (sold >= 0)
		throw new RangeError(`units without exposure: row ${Math.floor(sold / T)}, column ${sold % T}`);
}

/** Whether a cell enters the statistic. */
export function counts(panel: Panel, cell: number): boolean {
	return (panel.exposure[cell] ?? 0) > 0 && panel.state[cell] !== STATE.excluded;
}

/** The first `T` weeks. */
export function firstWeeks(panel: Panel, T: number): Panel {
	const size = panel.n * T;
	const cut = {
		units: new Float64Array(size),
		exposure: new Float64Array(size),
		state: new Uint8Array(size),
	};
	for (let i = 0; i < panel.n; i++) {
		const [from, until] = [i * panel.T, i * panel.T + T];
		cut.units.set(panel.units.subarray(from, until), i * T);
		cut.exposure.set(panel.exposure.subarray(from, until), i * T);
		cut.state.set(panel.state.subarray(from, until), i * T);
	}
	return { n: panel.n, T, ...cut };
}

/**
 * The decision weeks: each store's own first `burnIn` weeks on sale tell of novelty and get exposure 0 here; then come
 * the weeks since the median store was through with them (method 4.3).
 */
export function decisionWeeks(panel: Panel, burnIn: number): Panel {
	const starts = firstSaleWeeks(panel);
	const known = starts.filter((week) => week < panel.T).toSorted((a, b) => a - b);
	const from = Math.min(panel.T, (known[Math.floor((known.length - 1) / 2)] ?? panel.T) + burnIn);
	const T = panel.T - from;
	const size = panel.n * T;
	const after = {
		units: new Float64Array(size),
		exposure: new Float64Array(size),
		state: new Uint8Array(size),
	};
	for (let i = 0; i < panel.n; i++)
		for (let t = 0; t < T; t++) {
			const cell = i * panel.T + from + t;
			const isThrough = from + t >= (starts[i] ?? 0) + burnIn;
			after.state[i * T + t] = panel.state[cell] ?? 0;
			after.units[i * T + t] = isThrough ? (panel.units[cell] ?? 0) : 0;
			after.exposure[i * T + t] = isThrough ? (panel.exposure[cell] ?? 0) : 0;
		}
	return { n: panel.n, T, ...after };
}

/** The first week with exposure, by store; T where there is none. */
function firstSaleWeeks({ n, T, exposure }: Panel): number[] {
	return Array.from({ length: n }, (_, i) => {
		const first = exposure.subarray(i * T, (i + 1) * T).findIndex((E) => E > 0);
		return first < 0 ? T : first;
	});
}

/** Units and exposure of each store over all cells that count. */
export function storeTotals(panel: Panel): { units: Float64Array; exposure: Float64Array } {
	const totals = { units: new Float64Array(panel.n), exposure: new Float64Array(panel.n) };
	for (let cell = 0; cell < panel.n * panel.T; cell++) {
		if (!counts(panel, cell)) continue;
		const i = Math.floor(cell / panel.T);
		totals.units[i] = (totals.units[i] ?? 0) + (panel.units[cell] ?? 0);
		totals.exposure[i] = (totals.exposure[i] ?? 0) + (panel.exposure[cell] ?? 0);
	}
	return totals;
}
