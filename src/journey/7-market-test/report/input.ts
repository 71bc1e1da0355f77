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
	/** Units a week that producers can send; null where nobody said. */
	readonly weeklyCapacity: number | null;
	readonly leftOut: number;
	readonly pending: number;
	readonly dataSha256: string;
	readonly version: string;
};
