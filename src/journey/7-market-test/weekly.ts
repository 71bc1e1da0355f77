import { addDays, type LocalDate } from '#lib/calendar.ts';
import type { Panel } from './exposure.ts';
import { sum } from './totals.ts';

/** One week of the test over all stores, to be shown and not to be decided on. */
export type WeekPicture = {
	/** 1 is the first week of the test. */
	readonly week: number;
	readonly from: LocalDate;
	/** The last day of the week. */
	readonly to: LocalDate;
	readonly units: number;
	/** Store-weeks on sale. */
	readonly exposure: number;
	/** Units per store-week; null when no store had the product. */
	readonly rate: number | null;
	readonly storesOnSale: number;
	/** Store-days without data, as a share of all: 0 to 1. */
	readonly missingRatio: number;
	/** Burn-in: shown, not judged. */
	readonly isBurnIn: boolean;
};

export function weeklyPicture(panel: Panel, firstDay: LocalDate, burnInWeeks: number): WeekPicture[] {
	return Array.from({ length: panel.weeks }, (_, index) => {
		const column = (cells: Float64Array) => cells.filter((_cell, i) => i % panel.weeks === index);
		const onSale = column(panel.daysOnSale);
		const units = sum(column(panel.units));
		const exposure = sum(onSale) / 7;
		return {
			week: index + 1,
			from: addDays(firstDay, 7 * index),
			to: addDays(firstDay, 7 * index + 6),
			units,
			exposure,
			rate: exposure > 0 ? units / exposure : null,
			storesOnSale: onSale.filter((days) => days > 0).length,
			missingRatio: sum(column(panel.missingDays)) / (7 * Math.max(1, panel.stores.length)),
			isBurnIn: index < burnInWeeks,
		};
	});
}
