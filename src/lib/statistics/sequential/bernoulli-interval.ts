import { findRoot } from '../find-root.ts';
import { logGamma } from '../log-gamma.ts';
import { mixtureRho } from './normal-mixture.ts';

/**
 * An interval for a share that holds at every sample size at once: the beta-binomial mixture of Howard et al. (2021),
 * propositions 6 and 7, tightest about `tOpt` trials. Example: 700 of 1000, alpha 0.05, tOpt 100: 0.651630 to 0.745950.
 */
export function bernoulliInterval(
	successes: number,
	trials: number,
	alpha: number,
	tOpt: number,
): { lower: number; upper: number } {
	const against = (p: number) => logEvidence(p, successes, trials, mixture(p, alpha, tOpt));
	const target = Math.log(1 / alpha);
	const share = successes / trials;
	return {
		lower: successes === 0 ? 0 : 1 - findRoot((q) => against(1 - q), target, 1 - share, 1 - 1e-15),
		upper: successes === trials ? 1 : findRoot(against, target, share, 1 - 1e-15),
	};
}

type Mixture = { readonly a: number; readonly b: number };

function mixture(p: number, alpha: number, tOpt: number): Mixture {
	const q = p * (1 - p);
	const r = Math.max(mixtureRho(q * tOpt, alpha, 2) - q, q / 1000);
	return { a: r / (1 - p), b: r / p };
}

/** log of B(a + k, b + n - k) / B(a, b) / (p^k (1 - p)^(n - k)): how much better a mixture tells the sample than p. */
function logEvidence(p: number, k: number, n: number, { a, b }: Mixture): number {
	return logBeta(a + k, b + n - k) - logBeta(a, b) - k * Math.log(p) - (n - k) * Math.log1p(-p);
}

function logBeta(a: number, b: number): number {
	return logGamma(a) + logGamma(b) - logGamma(a + b);
}
