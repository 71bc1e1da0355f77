import { STATE, type Panel } from '#lib/statistics/panel.ts';

/** A shelf price this far from the agreed one, as a share of it, is another price: a cut, a rise or a promotion. */
const SAME_PRICE = 0.02;

/**
 * The panel with the cells at another price than the regular one shown and not judged (method 2.4). `prices` holds a
 * price for each cell, NaN where unknown: then the agreed price is believed. Example: 10,000 instead of 12,000 is out.
 */
export function atRegularPrice(panel: Panel, prices: Float64Array, regularIdr: number): Panel {
	const state = panel.state.map((own, cell) => {
		const price = prices[cell] ?? Number.NaN;
		return Math.abs(price - regularIdr) > SAME_PRICE * regularIdr ? STATE.excluded : own;
	});
	return { ...panel, state };
}
