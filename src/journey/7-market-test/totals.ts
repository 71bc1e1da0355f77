import type { StoreTotals } from '#lib/statistics/ratio-mean.ts';
import type { Panel } from './exposure.ts';

/** Units and store-weeks of each store without its own first `burnInWeeks` on sale (method 3.1). */
export function totalsAfterBurnIn(panel: Panel, burnInWeeks: number): StoreTotals {
	const n = panel.stores.length;
	const totals = { units: new Float64Array(n), exposure: new Float64Array(n) };
	for (let row = 0; row < n; row++) {
		const cells = [row * panel.weeks, (row + 1) * panel.weeks] as const;
		const onSale = panel.daysOnSale.slice(...cells);
		const firstWeek = onSale.findIndex((days) => days > 0);
		if (firstWeek < 0) continue;
		const start = firstWeek + burnInWeeks;
		totals.units[row] = sum(panel.units.slice(...cells).slice(start));
		totals.exposure[row] = sum(onSale.slice(start)) / 7;
	}
	return totals;
}

/** Store-days without data, as a share of those planned after the test's first `burnInWeeks`: 0 to 1. */
export function missingRatio(panel: Panel, burnInWeeks: number): number {
	const judged = panel.missingDays.filter((_, cell) => cell % panel.weeks >= burnInWeeks);
	return judged.length === 0 ? 0 : sum(judged) / (7 * judged.length);
}

export function sum(values: Float64Array): number {
	return values.reduce((total, value) => total + value, 0);
}
