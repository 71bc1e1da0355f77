import { crossingProbabilities, gsBounds } from './bounds.ts';
import { normalUpperTail } from '../normal.ts';
import { studentTQuantile } from '../student-t.ts';
import { obrienFleming } from './spending.ts';

/** A market test as it is planned. */
export type Design = {
	/** Test stores. */
	readonly n: number;
	/** Units per store-week. */
	readonly hurdle: number;
	/** True rate over the hurdle, less one. */
	readonly lift: number;
	/** Evenness between stores, and from week to week within one (variances mu²/r and mu²/k). */
	readonly r: number;
	readonly k: number;
	/** Standard deviation and autocorrelation of shocks common to all stores. */
	readonly cs: number;
	readonly rho: number;
	readonly maxWeeks: number;
	readonly minWeeks: number;
	readonly alpha: number;
	/** How many stores hang together (one depot, one promotion team), and how strongly: 0 to 1. */
	readonly cluster?: { readonly stores: number; readonly icc: number };
};

/**
 * Until finished tests say better. Not confirmed by data yet (method 5).
 * @public
 */
export const DESIGN_DEFAULTS = { r: 3, k: 3, cs: 0.1, rho: 0.3, minWeeks: 4, alpha: 0.05 } as const;

/** Fewer stores than this make a pilot: it describes and decides nothing. */
export const MIN_TEST_STORES = 12;

/** The variance of the rate after w weeks: mu² [ (1/r + (1/mu + 1/k)/w)/n + cs² (1 + rho)/(1 - rho)/w ]. */
export function designVariance(design: Design, mu: number, w: number): number {
	const { n, r, k, cs, rho, cluster } = design;
	const together = cluster ? 1 + (cluster.stores - 1) * cluster.icc : 1;
	const stores = (together / r + (1 / mu + 1 / k) / w) / n;
	return mu * mu * (stores + (cs * cs * (1 + rho)) / ((1 - rho) * w));
}

/** What a design can do. */
export type Power = {
	/** Probability of go by each decision week, from week 1; 0 before the first look. */
	readonly powerByWeek: Float64Array;
	/** Units that the true rate sells in all stores by the last week. */
	readonly units: number;
	/** Whether bounds were widened for few stores. */
	readonly widened: boolean;
};

/**
 * Power of a design at weekly looks, by normal theory: drift (mu - hurdle) sqrt(information at the end). With fewer
 * than 20 stores, or fewer than 60 at alpha 0.025 or less, the bounds are those of Student's t with n - 1 degrees of
 * freedom, because normal theory promises too much there (method 5). `asPlain` leaves them as they are.
 * Example: 40 stores, lift 30 %, hurdle 2.3077, r 4, k 5, no shocks: 0.7993 by week 12 of 52.
 */
export function power(design: Design, asPlain = false): Power {
	const { n, hurdle, lift, minWeeks, maxWeeks, alpha } = design;
	const mu = hurdle * (1 + lift);
	const end = designVariance(design, mu, maxWeeks);
	const weeks = Array.from({ length: maxWeeks - minWeeks + 1 }, (_, i) => minWeeks + i);
	const t = Float64Array.from(weeks, (w) => end / designVariance(design, mu, w));
	const widened = !asPlain && (n < 20 || (alpha <= 0.025 && n < 60));
	const bounds = gsBounds(t, obrienFleming(alpha)).map((c) => (widened ? studentBound(c, n - 1) : c));
	const crossing = crossingProbabilities(t, bounds, (mu - hurdle) / Math.sqrt(end));
	const powerByWeek = new Float64Array(maxWeeks);
	let sum = 0;
	crossing.forEach((probability, look) => (powerByWeek[minWeeks - 1 + look] = sum += probability));
	return { powerByWeek, units: n * maxWeeks * mu, widened };
}

function studentBound(c: number, df: number): number {
	return -studentTQuantile(Math.max(1e-15, normalUpperTail(c)), df);
}

/** The fewest stores with which a design reaches the wanted power by its last week; null when 5,000 do not. */
export function storesNeeded(design: Omit<Design, 'n'>, wanted = 0.8, asPlain = false): number | null {
	const reaches = (n: number) => (power({ ...design, n }, asPlain).powerByWeek.at(-1) ?? 0) >= wanted;
	let high = 4;
	while (!reaches(high)) {
		high *= 2;
		if (high > 5000) return null;
	}
	let low = high / 2;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (reaches(middle)) high = middle;
		else low = middle;
	}
	return high;
}
