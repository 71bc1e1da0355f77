import { assertFinite } from '../../statistics/non-finite-error.ts';
import { fitGammaPoisson } from '../../statistics/velocity/gamma-poisson.ts';
import { shrinkClusters } from '../../statistics/velocity/shrink-clusters.ts';

/** What a finished test says of stores it did not run in. */
export type DemandModel = {
	/** Evenness of stores; of those alike in volume. */
	readonly r: number;
	/** Units per store-week of a store of middling volume, by cluster of the test. */
	readonly mu: Float64Array;
	/** Standard errors of log mu. */
	readonly seLogMu: Float64Array;
	/** By how many per cent the rate grows with one per cent more category volume, and its standard error. */
	readonly beta: number;
	readonly seBeta: number;
	/** Middling log volume: the mean of the test stores. */
	readonly middle: number;
};

/** What is thought of the elasticity before any test: in proportion, give or take a half. */
const PRIOR = { beta: 1, sd: 0.5 } as const;
const MAX_STEPS = 100;

/**
 * Demand by cluster and category volume: S_i ~ NB(r, mu_c E_i (volume_i / middling volume)^beta), with beta drawn
 * towards 1 as a normal prior of sd 0.5 has it (method 8.1). Volume enters the Gamma-Poisson fit as exposure, and beta
 * takes Newton's steps between fits. `logVolume` is the log of mean category units before the test, a value a store.
 */
export function fitDemand(
	S: Float64Array,
	E: Float64Array,
	cluster: Int32Array,
	logVolume: Float64Array,
): DemandModel {
	assertFinite('units', S, 1);
	assertFinite('exposure', E, 1);
	assertFinite('logVolume', logVolume, 1);
	const middle = logVolume.reduce((sum, x) => sum + x, 0) / Math.max(1, logVolume.length);
	const x = logVolume.map((own) => own - middle);
	const exposureAt = (beta: number) => E.map((e, i) => e * Math.exp(beta * (x[i] ?? 0)));
	let beta: number = PRIOR.beta;
	let fit = fitGammaPoisson(S, exposureAt(beta), cluster);
	let information = 0;
	for (let step = 0; step < MAX_STEPS; step++) {
		const slopes = betaSlopes({ S, E: exposureAt(beta), cluster, x }, fit);
		information = slopes.information + 1 / PRIOR.sd ** 2;
		const move = (slopes.score + (PRIOR.beta - beta) / PRIOR.sd ** 2) / information;
		beta += Math.max(-0.5, Math.min(0.5, move));
		fit = fitGammaPoisson(S, exposureAt(beta), cluster);
		if (Math.abs(move) < 1e-10) break;
	}
	const exposure = exposureAt(beta);
	return {
		...{ r: fit.r, beta, seBeta: 1 / Math.sqrt(information), middle },
		mu: shrinkClusters(fit, exposure, cluster),
		seLogMu: standardErrors(exposure, cluster, fit),
	};
}

type Fit = { readonly r: number; readonly mu: Float64Array };

/** First and second derivative in beta, each cluster's level free to follow: x counts from its weighted mean there. */
function betaSlopes(
	{ S, E, cluster, x }: { S: Float64Array; E: Float64Array; cluster: Int32Array; x: Float64Array },
	{ r, mu }: Fit,
): { score: number; information: number } {
	const weights = new Float64Array(mu.length);
	const means = new Float64Array(mu.length);
	const each = (visit: (c: number, i: number, m: number, w: number) => void) =>
		E.forEach((e, i) => {
			const c = cluster[i] ?? 0;
			const m = (mu[c] ?? 0) * e;
			if (m > 0) visit(c, i, m, (r * m) / (r + m));
		});
	each((c, i, _, w) => {
		weights[c] = (weights[c] ?? 0) + w;
		means[c] = (means[c] ?? 0) + w * (x[i] ?? 0);
	});
	let [score, information] = [0, 0];
	each((c, i, m, w) => {
		const own = (x[i] ?? 0) - (means[c] ?? 0) / (weights[c] ?? 1);
		score += (w * own * ((S[i] ?? 0) - m)) / m;
		information += w * own * own;
	});
	return { score, information };
}

/** Infinite where a cluster sold nothing: then nothing is known of its level. */
function standardErrors(E: Float64Array, cluster: Int32Array, { r, mu }: Fit): Float64Array {
	const information = new Float64Array(mu.length);
	E.forEach((e, i) => {
		const c = cluster[i] ?? 0;
		const m = (mu[c] ?? 0) * e;
		if (m > 0) information[c] = (information[c] ?? 0) + (r * m) / (r + m);
	});
	return information.map((own) => 1 / Math.sqrt(own));
}
