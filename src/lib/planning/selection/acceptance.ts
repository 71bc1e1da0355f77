import { gammaQuantile, lowerGamma } from '../../statistics/incomplete-gamma.ts';

// Rerandomisation (Morgan and Rubin 2012, Annals of Statistics 40(2) 1263-1282): of many random allocations only those
// count whose test stores resemble all others. Under random allocation the distance M is chi-square with one degree of
// freedom a feature, so a bound on M is a share of the draws.

/** The bound a on M that a share `acceptance` of all draws keeps: P(chi²_K <= a) = acceptance. Example: 0.5543 for K 5, 0.01. */
export function acceptanceBound(K: number, acceptance: number): number {
	if (K === 0 || acceptance >= 1) return Number.POSITIVE_INFINITY;
	return 2 * gammaQuantile(acceptance, K / 2);
}

/**
 * Share of the variance of a difference between test stores and all that is left under the bound:
 * v = P(chi²_{K+2} <= a) / P(chi²_K <= a). Example: 0.2060 for K 10 and a 2.558.
 */
export function imbalanceLeft(K: number, a: number): number {
	if (K === 0 || a === Number.POSITIVE_INFINITY) return 1;
	return lowerGamma(K / 2 + 1, a / 2) / lowerGamma(K / 2, a / 2);
}

/** The method's share of draws to keep: stricter while there are few features to balance. */
export function usualAcceptance(K: number): number {
	return K <= 5 ? 0.001 : 0.01;
}
