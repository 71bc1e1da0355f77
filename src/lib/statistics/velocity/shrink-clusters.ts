import type { GammaPoisson } from './gamma-poisson.ts';

/** Fewer stores than this say too little of their own cluster to be set against others. */
const MIN_STORES = 3;

/**
 * Cluster means drawn towards their common mean on the log scale, the more the less is known of them: weight
 * w = T2/(T2 + se²), with T2 the variance between clusters by DerSimonian and Laird (1986), at least 0. Left as they
 * are unless two clusters have three stores or more. Example: three equal clusters all become their common mean.
 */
export function shrinkClusters(
	{ r, mu }: Pick<GammaPoisson, 'r' | 'mu'>,
	E: Float64Array,
	cluster: Int32Array,
): Float64Array {
	const information = new Float64Array(mu.length);
	const stores = new Float64Array(mu.length);
	E.forEach((exposure, i) => {
		const c = cluster[i] ?? 0;
		const m = (mu[c] ?? 0) * exposure;
		if (m === 0) return;
		information[c] = (information[c] ?? 0) + (r * m) / (r + m);
		stores[c] = (stores[c] ?? 0) + 1;
	});
	const inPlay = Array.from(mu.keys()).filter((c) => (mu[c] ?? 0) > 0 && (stores[c] ?? 0) >= MIN_STORES);
	if (inPlay.length < 2) return mu.slice();
	const y = inPlay.map((c) => Math.log(mu[c] ?? 0));
	const w = inPlay.map((c) => information[c] ?? 0);
	const between = betweenVariance(y, w);
	const centre = weightedMean(
		y,
		w.map((own) => 1 / (between + 1 / own)),
	);
	const shrunk = mu.slice();
	inPlay.forEach((c, k) => {
		const weight = between / (between + 1 / (w[k] ?? 1));
		shrunk[c] = Math.exp(weight * (y[k] ?? 0) + (1 - weight) * centre);
	});
	return shrunk;
}

/** Variance between groups with estimates y of information w, at least 0. */
export function betweenVariance(y: readonly number[], w: readonly number[]): number {
	const mean = weightedMean(y, w);
	const sum = w.reduce((total, x) => total + x, 0);
	const q = y.reduce((total, x, k) => total + (w[k] ?? 0) * (x - mean) ** 2, 0);
	const squares = w.reduce((total, x) => total + x * x, 0);
	return Math.max(0, (q - (y.length - 1)) / (sum - squares / sum));
}

function weightedMean(y: readonly number[], w: readonly number[]): number {
	return y.reduce((sum, x, k) => sum + x * (w[k] ?? 0), 0) / w.reduce((sum, x) => sum + x, 0);
}
