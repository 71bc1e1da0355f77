import { highestPoint } from '../golden-section.ts';

// Trial without shopper ids: how many of a panel have bought at least once by each week (Fader and Hardie, Applied
// probability models in marketing research). Every log-likelihood is that of the weeks in which people first bought.

/** Buyers so far by week, of a panel of known size. */
export type TrialData = { readonly panel: number; readonly cumulative: readonly number[] };

/** Share of the panel that has tried by time t when rates differ as a Gamma(r, alpha): 1 - (alpha/(alpha + t))^r. */
export function exponentialGammaShare(t: number, r: number, alpha: number): number {
	return -Math.expm1(-r * Math.log1p(t / alpha));
}

/** The log-likelihood of a curve of shares. */
export function trialLogLik({ panel, cumulative }: TrialData, share: (t: number) => number): number {
	const weeks = cumulative.length;
	const tried = cumulative.reduce((sum, buyers, i) => {
		const fresh = buyers - (cumulative[i - 1] ?? 0);
		return fresh > 0 ? sum + fresh * Math.log(share(i + 1) - share(i)) : sum;
	}, 0);
	return tried + (panel - (cumulative.at(-1) ?? 0)) * Math.log1p(-share(weeks));
}

/** Everybody tries sooner or later, at rates that differ: the exponential-gamma curve. */
export function fitExponentialGamma(data: TrialData): { r: number; alpha: number; logLik: number } {
	const quality = (logR: number, logAlpha: number) =>
		trialLogLik(data, (t) => exponentialGammaShare(t, Math.exp(logR), Math.exp(logAlpha)));
	const bestR = (logAlpha: number) => highestPoint((logR) => quality(logR, logAlpha), -12, 6, 1e-10);
	const logAlpha = highestPoint((at) => quality(bestR(at), at), -6, 10, 1e-7);
	const logR = bestR(logAlpha);
	return { r: Math.exp(logR), alpha: Math.exp(logAlpha), logLik: quality(logR, logAlpha) };
}

/** A share p tries at one rate, the others never do. */
export function fitNeverTriers(data: TrialData): { p: number; lambda: number; logLik: number } {
	const quality = (p: number, lambda: number) => trialLogLik(data, (t) => -p * Math.expm1(-lambda * t));
	const bestP = (lambda: number) => highestPoint((p) => quality(p, lambda), 1e-6, 1 - 1e-6, 1e-10);
	const logLambda = highestPoint((at) => quality(bestP(Math.exp(at)), Math.exp(at)), -10, 3, 1e-8);
	const lambda = Math.exp(logLambda);
	return { p: bestP(lambda), lambda, logLik: quality(bestP(lambda), lambda) };
}

/** Everybody tries at one rate. */
export function fitExponential(data: TrialData): { lambda: number; logLik: number } {
	const quality = (lambda: number) => trialLogLik(data, (t) => -Math.expm1(-lambda * t));
	const lambda = Math.exp(highestPoint((at) => quality(Math.exp(at)), -15, 3, 1e-10));
	return { lambda, logLik: quality(lambda) };
}
