import { findRoot } from '../find-root.ts';
import { logUpperGamma } from '../incomplete-gamma.ts';
import { logGamma } from '../log-gamma.ts';

/**
 * log M of the gamma-Poisson mixture (Howard et al. 2021, proposition 9), for sums of counts: S = c (events - expected),
 * V = c² expected. Example: complaints against a tolerable rate; an alarm when log M reaches log(1/alpha), and the
 * chance of an alarm, ever, is at most alpha while the true rate is tolerable.
 */
export function gammaPoissonLogM(s: number, v: number, rho: number, c = 1): number {
	const r = rho / (c * c);
	const front = r * Math.log(r) - logGamma(r) - logUpperGamma(r, r);
	const a = (v + rho) / (c * c);
	const size = a + s / c;
	// No more events can have been missing than were expected.
	if (size <= 0) return Number.NEGATIVE_INFINITY;
	return front + logGamma(size) + logUpperGamma(size, a) - size * Math.log(a) + v / (c * c);
}

/** How far S may go upwards by intrinsic time v. */
export function gammaPoissonUpper(v: number, rho: number, alpha: number, c = 1): number {
	return findRoot((s) => gammaPoissonLogM(s, v, rho, c), Math.log(1 / alpha), 0, Number.POSITIVE_INFINITY);
}
