/** People who have bought so often by the end of a week: `[once, twice, three times or more, …]`; null where not told. */
export type BuyersByWeek = readonly (readonly (number | null)[])[];

/** What a week's counts say of people coming back. */
export type RepeatDepth = {
	/** People who have tried by the end of the week; null where a cell is not told. */
	readonly tried: number | null;
	/** Of those who bought k times or more, the share that bought again: entry 0 is second purchases over first. */
	readonly again: readonly (number | null)[];
};

/** Smaller groups could point at persons: they are told to nobody. */
const LEAST_CELL = 10;

/** Replaces every count of 1 to 9 by null; 0 points at nobody. */
export function suppressSmall(weeks: BuyersByWeek): BuyersByWeek {
	return weeks.map((cells) =>
		cells.map((count) => (count !== null && count > 0 && count < LEAST_CELL ? null : count)),
	);
}

/**
 * Depth of repeat from aggregate member counts, without ids (method 9; Eskin 1973): of those who bought k times or more,
 * how many bought again, week by week. Counts below ten are suppressed first, and what rests on one is null.
 * Example: 100, 40 and 20 people who bought once, twice, three times or more: 160 tried, 0.375 came back, of them 0.333.
 */
export function depthOfRepeat(weeks: BuyersByWeek): RepeatDepth[] {
	return suppressSmall(weeks).map((cells) => {
		const atLeast = cells.map((_, k) =>
			cells.slice(k).reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0),
		);
		const again = atLeast.slice(1).map((more, k) => {
			const before = atLeast[k] ?? null;
			return more === null || before === null || before === 0 ? null : more / before;
		});
		return { tried: atLeast[0] ?? null, again };
	});
}
