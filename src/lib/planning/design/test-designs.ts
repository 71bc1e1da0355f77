import { DESIGN_DEFAULTS, MIN_TEST_STORES, power, type Design } from '../../statistics/sequential/power.ts';

/** What one design of a market test asks for, and what it can decide. */
export type DesignRow = {
	readonly stores: number;
	/** Decision weeks at most, and weeks on the shelf with the burn-in. */
	readonly maxWeeks: number;
	readonly weeksOnShelf: number;
	/** Probability of go when the product sells as hoped. */
	readonly power: number;
	/** Units that the shelves then need a week, and in all weeks on the shelf. */
	readonly unitsPerWeek: number;
	readonly units: number;
	/** Fewer than twelve stores describe and decide nothing. */
	readonly isPilot: boolean;
	/** Whether the producers can stock it: a design that they cannot is refused. */
	readonly isStockable: boolean;
};

export type DesignQuestion = Omit<Design, 'n' | 'maxWeeks'> & {
	readonly burnIn: number;
	/** Units a week that the producers can send to the test stores. */
	readonly weeklyCapacity: number;
};

/**
 * Designs by number of stores and of decision weeks, both axes of the same question (method 5). Example: 40 stores, 12
 * weeks and 4 of burn-in, hurdle 3, lift 30 %: 156 units a week, 2,496 in all.
 */
export function designTable(
	question: DesignQuestion,
	stores: readonly number[],
	weeks: readonly number[],
): DesignRow[] {
	const { hurdle, lift, burnIn, weeklyCapacity } = question;
	return stores.flatMap((n) =>
		weeks.map((maxWeeks) => {
			const unitsPerWeek = n * hurdle * (1 + lift);
			return {
				...{ stores: n, maxWeeks, weeksOnShelf: burnIn + maxWeeks },
				power: power({ ...question, n, maxWeeks }).powerByWeek.at(-1) ?? 0,
				...{ unitsPerWeek, units: unitsPerWeek * (burnIn + maxWeeks) },
				isPilot: n < MIN_TEST_STORES,
				isStockable: unitsPerWeek <= weeklyCapacity,
			};
		}),
	);
}

/** What a finished test says for the next design. */
export type FinishedTest = { readonly stores: number; readonly weeks: number } & Pick<
	Design,
	'r' | 'k' | 'cs'
>;

/** With fewer finished tests than this the defaults stand. */
const MIN_TESTS = 2;

/**
 * r, k and cs for a design: the defaults of the method, and from two finished tests on what they say together. Variances
 * are averaged, 1/r and 1/k by stores, cs² by weeks. Example: r 2 and 6 in equally many stores give 3.
 */
export function designBasis(finished: readonly FinishedTest[]): Pick<Design, 'r' | 'k' | 'cs'> {
	const { r, k, cs } = DESIGN_DEFAULTS;
	if (finished.length < MIN_TESTS) return { r, k, cs };
	const mean = (of: (own: FinishedTest) => number, weight: (own: FinishedTest) => number) =>
		finished.reduce((sum, own) => sum + weight(own) * of(own), 0) /
		finished.reduce((sum, own) => sum + weight(own), 0);
	return {
		r:
			1 /
			mean(
				(own) => 1 / own.r,
				(own) => own.stores,
			),
		k:
			1 /
			mean(
				(own) => 1 / own.k,
				(own) => own.stores,
			),
		cs: Math.sqrt(
			mean(
				(own) => own.cs ** 2,
				(own) => own.weeks,
			),
		),
	};
}
