import { UNKNOWN_SHOCKS, type ShockFloor } from '../sequential/shock-floor.ts';

/** What is fixed before the first sale, and never moved after it. Weeks are decision weeks: complete, after the burn-in. */
export type Protocol = {
	/** Units per store-week that keep the product. */
	readonly hurdle: number;
	/** Chance of a false go, over all looks together; and of a false stop by the bound. */
	readonly alpha: number;
	readonly alphaStop: number;
	/** Weeks of novelty that do not count, by store. */
	readonly burnIn: number;
	readonly minWeeks: number;
	/** The last possible decision week, 52 at most. */
	readonly maxWeeks: number;
	readonly shocks: ShockFloor;
	/** Store-days without data that a go can bear, 0 to 1. */
	readonly maxMissingRatio: number;
	/** Evenness of stores assumed while nothing is sold. */
	readonly r: number;
	/** Of the draws for the predictive probability, and how many. */
	readonly seed: number;
	readonly draws: number;
};

const DEFAULTS: Omit<Protocol, 'hurdle'> = {
	alpha: 0.05,
	alphaStop: 0.1,
	burnIn: 4,
	minWeeks: 4,
	maxWeeks: 16,
	shocks: UNKNOWN_SHOCKS,
	maxMissingRatio: 0.1,
	r: 3,
	seed: 1,
	draws: 4000,
};

/**
 * A protocol with the defaults of the method (4.3) where nothing is said.
 * @throws RangeError when a number lies outside what the method was measured for
 */
export function protocol(given: Partial<Protocol> & { readonly hurdle: number }): Protocol {
	const all = { ...DEFAULTS, ...given };
	const isCount = (x: number, least: number) => Number.isInteger(x) && x >= least;
	const fits =
		all.hurdle > 0 &&
		Number.isFinite(all.hurdle) &&
		[all.alpha, all.alphaStop].every((a) => a > 0 && a < 0.5) &&
		isCount(all.burnIn, 0) &&
		isCount(all.minWeeks, 2) &&
		isCount(all.maxWeeks, all.minWeeks) &&
		all.maxWeeks <= 52;
	if (!fits) throw new RangeError(`no protocol: ${JSON.stringify(all)}`);
	return all;
}
