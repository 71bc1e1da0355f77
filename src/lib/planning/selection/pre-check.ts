import { effectInterval, fittingSe, sdidSe, type SeMethod } from '../../statistics/synthetic/inference.ts';
import { sdid } from '../../statistics/synthetic/sdid.ts';

/** What the weeks before the test say of the stores chosen. */
export type PreCheck = {
	/** The effect that a test in the last weeks would have found, where there was none; and its interval. */
	readonly tau: number;
	readonly ci: readonly [number, number];
	/** Whether the interval holds 0, as it should. */
	readonly isClean: boolean;
	/** The smallest effect on the category that the design finds in four of five tests, in units of the outcome. */
	readonly detectable: number;
	readonly method: SeMethod;
};

const PLACEBO_WEEKS = 8;
/** Quantiles of the standard normal distribution at 0.975 and 0.8 together. */
const FOR_80_PER_CENT = 1.959963984540054 + 0.8416212335729143;

/**
 * Placebo test of a selection (method 6.6): synthetic difference-in-differences with a start eight weeks before the end
 * of the pre-period. Y holds the category of N stores in T weeks before the test, controls first, the N0 of them.
 * @throws PanelRefused when there are too few weeks or controls; NonFiniteError when it holds what is no number
 */
export function preCheck(
	Y: Float64Array,
	N: number,
	T: number,
	N0: number,
	{ seed = 1, signal }: { readonly seed?: number; readonly signal?: AbortSignal } = {},
): PreCheck {
	const fit = sdid(Y, N, T, N0, T - PLACEBO_WEEKS);
	const method = fittingSe(fit);
	const { se } = sdidSe(fit, { method, seed, signal });
	const ci = effectInterval(fit.tau, se, N - N0);
	return { tau: fit.tau, ci, isClean: ci[0] <= 0 && ci[1] >= 0, detectable: FOR_80_PER_CENT * se, method };
}
