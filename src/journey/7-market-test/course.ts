import type { Panel } from './exposure.ts';
import { type Look, lookAt } from './look.ts';
import type { Plan } from './plan.ts';

/** The looks at the end of each week so far, the first week first: how the estimate came to be what it is. */
export function courseOf(panel: Panel, plan: Pick<Plan, 'burnInWeeks'>): Look[] {
	return Array.from({ length: panel.weeks }, (_, index) => lookAt(firstWeeks(panel, index + 1), plan));
}

function firstWeeks({ stores, weeks, units, daysOnSale, missingDays }: Panel, wanted: number): Panel {
	const cut = (cells: Float64Array) => cells.filter((_cell, i) => i % weeks < wanted);
	return {
		stores,
		weeks: wanted,
		units: cut(units),
		daysOnSale: cut(daysOnSale),
		missingDays: cut(missingDays),
	};
}
