/** A number that is shown as it was written: the caller formats, the drawing places. */
export type NumberWords = (value: number) => string;

/** One moment of an estimate, with the range it may lie in. */
export type EstimatePoint = {
	/** The week, a whole number. */
	readonly at: number;
	readonly value: number;
	readonly low?: number;
	readonly high?: number;
	/** Too early to be judged: drawn hollow. */
	readonly unsettled?: boolean;
};

/** The line a decision is measured against. */
export type Hurdle = { readonly value: number; readonly label: string };

/** One estimate among several, with its range and, if known, the number before any adjustment. */
export type RangeRow = {
	readonly label: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly raw?: number;
};
