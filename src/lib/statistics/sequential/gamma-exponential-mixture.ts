import { findRoot } from '../find-root.ts';
import { logLowerGamma } from '../incomplete-gamma.ts';
import { logGamma } from '../log-gamma.ts';

/** log M of the gamma-exponential mixture (Howard et al. 2021, proposition 8), for sums whose upper tail is exponential. */
export function gammaExponentialLogM(s: number, v: number, rho: number, c = 1): number {
	const r = rho / (c * c);
	const front = r * Math.log(r) - logGamma(r) - logLowerGamma(r, r);
	const shape = (v + rho) / (c * c);
	const drift = (c * s + v) / (c * c);
	if (drift + r <= 0) return Number.NEGATIVE_INFINITY;
	return front + logGamma(shape) + logLowerGamma(shape, drift + r) - shape * Math.log(drift + r) + drift;
}

/** How far S may go upwards by intrinsic time v. */
export function gammaExponentialUpper(v: number, rho: number, alpha: number, c = 1): number {
	return findRoot(
		(s) => gammaExponentialLogM(s, v, rho, c),
		Math.log(1 / alpha),
		0,
		Number.POSITIVE_INFINITY,
	);
}
