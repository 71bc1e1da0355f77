import { STATE, type Panel as EnginePanel } from '#lib/statistics/panel.ts';
import type { Panel } from './exposure.ts';

const DAYS = 7;

/**
 * The panel as the statistics take it: exposure in store-weeks, and what each cell is. `excludedWeeks` count from 1 and
 * are shown, not judged: a holiday that lifts every store at once.
 */
export function enginePanel(panel: Panel, excludedWeeks: readonly number[] = []): EnginePanel {
	const excluded = new Set(excludedWeeks);
	const stateOf = (cell: number) => {
		if (excluded.has((cell % panel.weeks) + 1)) return STATE.excluded;
		if ((panel.missingDays[cell] ?? 0) >= DAYS) return STATE.missing;
		return (panel.daysOnSale[cell] ?? 0) > 0 ? STATE.ok : STATE.offShelf;
	};
	return {
		n: panel.stores.length,
		T: panel.weeks,
		units: panel.units,
		exposure: panel.daysOnSale.map((days) => days / DAYS),
		state: Uint8Array.from(panel.units.keys(), stateOf),
	};
}
