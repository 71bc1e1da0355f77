import type { Decision } from '#lib/statistics/decision/decide.ts';
import type { Protocol } from '#lib/statistics/decision/protocol.ts';
import type { Analysis } from '../analysis.ts';

/** What a report tells of; everything was fixed, read or computed before. */
export type ReportInput = {
	readonly product: string;
	readonly firstDay: string;
	readonly protocol: Protocol;
	readonly excludedWeeks: readonly number[];
	readonly looks: readonly Decision[];
	readonly analysis: Analysis;
	readonly design: { readonly power: number; readonly lift: number; readonly stores: number };
	/** What the test did to the category; null where no panel of it was given. */
	readonly category: {
		readonly tau: number;
		readonly ci: readonly [number, number] | null;
		/** Of other allocations at least as extreme; null where not asked. */
		readonly p: number | null;
		readonly treated: number;
		readonly controls: number;
		/** Control stores by weight, the heaviest first. */
		readonly donors: readonly (readonly [string, number])[];
		/** Gap to the weighted controls by time. */
		readonly curve: readonly (readonly [string, number])[];
		readonly start: string | null;
	} | null;
	/** Units a week that producers can send; null where nobody said. */
	readonly weeklyCapacity: number | null;
	readonly leftOut: number;
	readonly pending: number;
	readonly dataSha256: string;
	readonly version: string;
};
