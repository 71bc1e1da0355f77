import { assertFinite } from '../non-finite-error.ts';
import { digamma, trigamma } from '../digamma.ts';
import { gammaQuantile } from '../incomplete-gamma.ts';
import { logGamma } from '../log-gamma.ts';

// Stores differ: S_i ~ Poisson(lam_i E_i), lam_i ~ Gamma(shape r, mean mu of the store's cluster). With lam_i
// integrated out S_i is negative binomial, and r, mu are those that make the data most likely (partial pooling; the
// NBD of Ehrenberg 1959; empirical Bayes of Robbins 1956).

/** What was learnt of all stores, and of each. */
export type GammaPoisson = {
	/** Evenness of stores: the variance between them is mu²/r. At `R_MAX` no difference is seen: Poisson. */
	readonly r: number;
	/** Mean rate of each cluster, units per store-week. */
	readonly mu: Float64Array;
	readonly logLik: number;
	/** Gamma distributions of the stores' own rates. */
	readonly post: { readonly shape: Float64Array; readonly rate: Float64Array };
	readonly converged: boolean;
	readonly iter: number;
};

export const R_MIN = 1e-3;
export const R_MAX = 1e5;
const MAX_STEPS = 200;

type Data = { readonly S: Float64Array; readonly E: Float64Array; readonly cluster: Int32Array };
type Point = { readonly logR: number; readonly logMu: Float64Array };

/**
 * Fits r and mu by maximum marginal likelihood: Newton's method in log r and log mu, with the step halved while it does
 * not climb. `S` and `E` are units and exposure of each store, `cluster` its number from 0 (all 0 when left out); a
 * store without exposure tells nothing. `phi` widens the stores' own distributions (see `pearsonPhi`).
 */
export function fitGammaPoisson(
	S: Float64Array,
	E: Float64Array,
	cluster: Int32Array = new Int32Array(S.length),
	{ phi = 1 }: { readonly phi?: number } = {},
): GammaPoisson {
	assertFinite('units', S, 1);
	assertFinite('exposure', E, 1);
	const data = { S, E, cluster };
	let at = start(data);
	let iter = 0;
	let converged = false;
	for (; iter < MAX_STEPS && !converged; iter++) {
		const slope = slopes(data, at);
		converged = isFlat(slope, at, S.length);
		if (!converged) at = climb(data, at, direction(slope, at));
	}
	const r = Math.exp(at.logR);
	const mu = at.logMu.map(Math.exp);
	return { r, mu, logLik: logLikelihood(data, at), post: posterior(data, r, mu, phi), converged, iter };
}

/** Ends of the interval that holds a store's rate with the given shares below them, such as 0.05 and 0.95. */
export function storeInterval(
	{ post }: GammaPoisson,
	store: number,
	low: number,
	high: number,
): [number, number] {
	const shape = post.shape[store] ?? Number.NaN;
	const rate = post.rate[store] ?? Number.NaN;
	return [gammaQuantile(low, shape) / rate, gammaQuantile(high, shape) / rate];
}

/** The log-likelihood of one store with mean m = mu E. */
export function storeLogLik(S: number, m: number, r: number): number {
	if (m === 0) return S === 0 ? 0 : Number.NEGATIVE_INFINITY;
	const shape = logGamma(S + r) - logGamma(r) - logGamma(S + 1);
	return shape - r * Math.log1p(m / r) + S * Math.log(m / (r + m));
}

function logLikelihood({ S, E, cluster }: Data, { logR, logMu }: Point): number {
	const r = Math.exp(logR);
	return S.reduce(
		(sum, s, i) => sum + storeLogLik(s, Math.exp(logMu[cluster[i] ?? 0] ?? 0) * (E[i] ?? 0), r),
		0,
	);
}

/** Rates of the clusters as they are, and r from how far the stores' rates spread beyond counting noise. */
function start({ S, E, cluster }: Data): Point {
	const clusters = cluster.reduce((most, c) => Math.max(most, c), 0) + 1;
	const units = new Float64Array(clusters);
	const exposure = new Float64Array(clusters);
	S.forEach((s, i) => {
		const c = cluster[i] ?? 0;
		units[c] = (units[c] ?? 0) + s;
		exposure[c] = (exposure[c] ?? 0) + (E[i] ?? 0);
	});
	const logMu = units.map((sold, c) => Math.log(sold / (exposure[c] ?? 0)));
	let noise = 0;
	let spread = 0;
	S.forEach((s, i) => {
		const m = Math.exp(logMu[cluster[i] ?? 0] ?? 0) * (E[i] ?? 0);
		noise += (s - m) ** 2 - m;
		spread += m * m;
	});
	const r = noise > 0 ? Math.min(50, Math.max(0.1, spread / noise)) : 50;
	return { logR: Math.log(r), logMu };
}

type Slopes = {
	readonly gR: number;
	readonly hRR: number;
	readonly gMu: Float64Array;
	readonly hMu: Float64Array;
	readonly hRMu: Float64Array;
};

/** First and second derivatives in log r and log mu. */
function slopes({ S, E, cluster }: Data, { logR, logMu }: Point): Slopes {
	const r = Math.exp(logR);
	let [first, second] = [0, 0];
	const gMu = new Float64Array(logMu.length);
	const hMu = new Float64Array(logMu.length);
	const hRMu = new Float64Array(logMu.length);
	for (let i = 0; i < S.length; i++) {
		const c = cluster[i] ?? 0;
		const s = S[i] ?? 0;
		const m = Math.exp(logMu[c] ?? 0) * (E[i] ?? 0);
		if (m === 0) continue;
		const total = r + m;
		first += digamma(s + r) - digamma(r) - Math.log1p(m / r) + (m - s) / total;
		second += trigamma(s + r) - trigamma(r) + m / (r * total) - (m - s) / (total * total);
		gMu[c] = (gMu[c] ?? 0) + (r * (s - m)) / total;
		hMu[c] = (hMu[c] ?? 0) - (r * m * (r + s)) / (total * total);
		hRMu[c] = (hRMu[c] ?? 0) + (r * m * (s - m)) / (total * total);
	}
	return { gR: r * first, hRR: r * first + r * r * second, gMu, hMu, hRMu };
}

/** Whether log r can move no further the way its slope points. */
function isAtEnd({ gR }: Slopes, { logR }: Point): boolean {
	return (logR >= Math.log(R_MAX) && gR > 0) || (logR <= Math.log(R_MIN) && gR < 0);
}

function isFlat(slope: Slopes, at: Point, stores: number): boolean {
	const steepest = slope.gMu.reduce(
		(most, g) => Math.max(most, Math.abs(g)),
		isAtEnd(slope, at) ? 0 : Math.abs(slope.gR),
	);
	return steepest < 1e-9 * Math.max(1, stores);
}

/** Newton's step. The matrix of second derivatives is an arrow: one row and column for log r, a diagonal for log mu. */
function direction(slope: Slopes, at: Point): { logR: number; logMu: Float64Array } {
	const { gR, hRR, gMu, hMu, hRMu } = slope;
	let [g, h] = [gR, hRR];
	hMu.forEach((own, c) => {
		if (own === 0) return;
		g -= ((hRMu[c] ?? 0) * (gMu[c] ?? 0)) / own;
		h -= (hRMu[c] ?? 0) ** 2 / own;
	});
	const towards = h < 0 ? -g / h : Math.sign(g);
	const logR = isAtEnd(slope, at) ? 0 : Math.max(-2, Math.min(2, towards));
	return {
		logR,
		logMu: gMu.map((own, c) => (hMu[c] === 0 ? 0 : -(own + (hRMu[c] ?? 0) * logR) / (hMu[c] ?? 1))),
	};
}

function climb(data: Data, at: Point, step: { logR: number; logMu: Float64Array }): Point {
	const here = logLikelihood(data, at);
	for (let share = 1; share > 1e-12; share /= 2) {
		const next = {
			logR: Math.min(Math.log(R_MAX), Math.max(Math.log(R_MIN), at.logR + share * step.logR)),
			logMu: at.logMu.map((logMu, c) => logMu + share * (step.logMu[c] ?? 0)),
		};
		if (logLikelihood(data, next) >= here - 1e-12 * Math.abs(here)) return next;
	}
	return at;
}

function posterior({ S, E, cluster }: Data, r: number, mu: Float64Array, phi: number): GammaPoisson['post'] {
	return {
		shape: S.map((s) => r + s / phi),
		rate: E.map((e, i) => r / (mu[cluster[i] ?? 0] ?? 0) + e / phi),
	};
}
