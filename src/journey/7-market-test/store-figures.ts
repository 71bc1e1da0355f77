import type { Panel } from './exposure.ts';
import { sum, totalsAfterBurnIn } from './totals.ts';

/** One store of the test, over the weeks that are judged. */
export type StoreFigures = {
	readonly store: string;
	readonly units: number;
	/** Store-weeks on sale. */
	readonly exposure: number;
	/** Units per week on sale, as they are: few weeks swing far. Null while it had none. */
	readonly rate: number | null;
	/** Days without data, over all weeks so far. */
	readonly missingDays: number;
};

/** The stores of the panel, the best selling first and those without a week on sale last. */
export function storeFigures(panel: Panel, burnInWeeks: number): StoreFigures[] {
	const totals = totalsAfterBurnIn(panel, burnInWeeks);
	const figures = panel.stores.map((store, row) => {
		const [units, exposure] = [totals.units[row] ?? 0, totals.exposure[row] ?? 0];
		const missing = panel.missingDays.slice(row * panel.weeks, (row + 1) * panel.weeks);
		return {
			store,
			units,
			exposure,
			rate: exposure > 0 ? units / exposure : null,
			missingDays: sum(missing),
		};
	});
	return figures.toSorted((a, b) => (b.rate ?? -1) - (a.rate ?? -1));
}
