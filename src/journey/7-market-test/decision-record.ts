import type { LocalDate } from '#lib/calendar.ts';
import { decide, type Decision } from './decide.ts';
import type { Panel } from './exposure.ts';
import { lookAt, type Look } from './look.ts';
import type { Plan } from './plan.ts';

/** What a decision saw and said, whole enough to be computed anew by anybody. */
export type DecisionRecord = Decision & {
	/** The rule by which it was decided. */
	readonly method: typeof METHOD;
	readonly decidedOn: LocalDate;
	readonly plan: Plan;
	/** Stores by weeks, row after row. */
	readonly panel: {
		readonly stores: readonly string[];
		readonly weeks: number;
		readonly units: readonly number[];
		readonly daysOnSale: readonly number[];
		readonly missingDays: readonly number[];
	};
	readonly look: Look;
};

const METHOD = 'fixed-day-interval/1';

/** The record of a decision on `today` as text. The same plan and panel give the same bytes. */
export function recordOf(panel: Panel, plan: Plan, today: LocalDate): string {
	const look = lookAt(panel, plan);
	const { verdict, reasons } = decide(look, plan, today);
	const record: DecisionRecord = {
		method: METHOD,
		decidedOn: today,
		verdict,
		reasons,
		look,
		plan,
		panel: {
			stores: panel.stores,
			weeks: panel.weeks,
			units: [...panel.units],
			daysOnSale: [...panel.daysOnSale],
			missingDays: [...panel.missingDays],
		},
	};
	return JSON.stringify(record);
}

export function readRecord(text: string): DecisionRecord {
	return JSON.parse(text) as DecisionRecord;
}

/** The record anew from the plan and the panel that stand in it: equal to the text, byte for byte, or something is wrong. */
export function recomputed(text: string): string {
	const { panel, plan, decidedOn } = readRecord(text);
	return recordOf(
		{
			stores: panel.stores,
			weeks: panel.weeks,
			units: Float64Array.from(panel.units),
			daysOnSale: Float64Array.from(panel.daysOnSale),
			missingDays: Float64Array.from(panel.missingDays),
		},
		plan,
		decidedOn,
	);
}
