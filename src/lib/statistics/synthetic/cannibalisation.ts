import { assertFinite } from '../non-finite-error.ts';
import { normalQuantile } from '../normal-quantile.ts';
import { effectOn, leaveOneOut, storeDifferences } from './effect-on.ts';
import type { SdidFit } from './sdid.ts';

/** Whether the category grew, or the product only took from its neighbours. */
export type Cannibalisation = {
	/** Effects on the category, on the product, and on the rest of the category; the first is the sum of the others. */
	readonly category: number;
	readonly focal: number;
	readonly other: number;
	/** Share of the product's sales taken from its neighbours: -other/focal. */
	readonly rate: number;
	/** 95 %; from minus to plus infinity when the product's own effect is not told from 0. */
	readonly ci: readonly [number, number];
	/** Fieller's theorem is used when the product's own effect is small beside its error. */
	readonly by: 'jackknife' | 'fieller';
};

/** Below this many standard errors a ratio by it is no longer nearly normal. */
const FIELLER_BELOW = 4;

/**
 * Splits the effect on a category with the weights that were learnt on it: the same weights on `focal` (the product) and
 * on the rest. `fit` is that of the category's outcome. Example: 29 % of what the product sold in the simulated
 * staggered launch was taken from its neighbours.
 */
export function cannibalisation(fit: SdidFit, focal: Float64Array): Cannibalisation {
	assertFinite('focal', focal, fit.shared.block.T);
	const category = fit.shared.block.Y;
	const other = category.map((all, cell) => all - (focal[cell] ?? 0));
	const without = (Y: Float64Array) => leaveOneOut(storeDifferences(fit, Y), fit.omega);
	const effects = { category: fit.tau, focal: effectOn(fit, focal), other: effectOn(fit, other) };
	return { ...effects, ...rateOf(effects, without(focal), without(other)) };
}

/** The rate with its interval, from both effects and from both without each store in turn. */
export function rateOf(
	{ focal, other }: { readonly focal: number; readonly other: number },
	focalWithout: Float64Array,
	otherWithout: Float64Array,
): Pick<Cannibalisation, 'rate' | 'ci' | 'by'> {
	const z = normalQuantile(0.975);
	const rate = -other / focal;
	const vFocal = jackknifeCovariance(focalWithout, focalWithout);
	if (Math.abs(focal) >= FIELLER_BELOW * Math.sqrt(vFocal)) {
		const ratios = otherWithout.map((own, i) => -own / (focalWithout[i] ?? Number.NaN));
		const reach = z * Math.sqrt(jackknifeCovariance(ratios, ratios));
		return { rate, ci: [rate - reach, rate + reach], by: 'jackknife' };
	}
	const vOther = jackknifeCovariance(otherWithout, otherWithout);
	const between = -jackknifeCovariance(focalWithout, otherWithout);
	// The rates k with (other' - k focal)² <= z² (vOther - 2 k between + k² vFocal), other' = -other.
	const a = focal * focal - z * z * vFocal;
	const b = -other * focal - z * z * between;
	const c = other * other - z * z * vOther;
	const root = b * b - a * c;
	if (a <= 0 || !(root >= 0))
		return { rate, ci: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], by: 'fieller' };
	return { rate, ci: [(b - Math.sqrt(root)) / a, (b + Math.sqrt(root)) / a], by: 'fieller' };
}

function jackknifeCovariance(x: Float64Array, y: Float64Array): number {
	const n = x.length;
	const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / n;
	const [mx, my] = [mean(x), mean(y)];
	return ((n - 1) / n) * x.reduce((sum, own, i) => sum + (own - mx) * ((y[i] ?? 0) - my), 0);
}
