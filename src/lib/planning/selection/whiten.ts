import { cholesky, mirror, OuterSum } from '../../statistics/synthetic/dense.ts';

/** Features turned so that within strata they are uncorrelated and vary by one. */
export type Whitened = {
	/** Stores by features, row after row: distances between stores of one stratum are Mahalanobis distances. */
	readonly Z: Float64Array;
	/** Features that vary within strata, each in its own way; the rest says nothing there. */
	readonly rank: number;
};

/** A feature whose own variance is less than this many ridges is made up of others. */
const DEPENDENT = 100;
const RIDGE = 1e-6;
/** A deviation below this, in standard deviations, is the rounding of a mean. */
const ROUNDING = 1e-9;

/**
 * Deviations of each store from the mean of its stratum, divided by the root of the covariance S pooled within strata
 * (ridge 1e-6 trace/K). Means and S come from the stores of `population` (1 = belongs to it); the others are measured
 * against them. What is constant within strata, such as the region, becomes 0: the strata balance it.
 */
export function whiten(X: Float64Array, K: number, strata: Int32Array, population: Uint8Array): Whitened {
	const Z = standardised(X, K, population);
	subtractStratumMeans(Z, K, strata, population);
	const { U, rank } = pooledRoot(Z, K, strata, population);
	if (rank === 0) return { Z: Z.fill(0), rank };
	for (let at = 0; at < Z.length; at += K) solveLower(U, K, Z, at);
	return { Z, rank };
}

/** Mean and standard deviation of every feature over the population. */
export function spreadOf(
	X: Float64Array,
	K: number,
	population: Uint8Array,
): { mean: Float64Array; sd: Float64Array } {
	const mean = new Float64Array(K);
	const squares = new Float64Array(K);
	let n = 0;
	for (let i = 0; i < population.length; i++) {
		if (!population[i]) continue;
		n++;
		for (let k = 0; k < K; k++) {
			const step = (X[i * K + k] ?? 0) - (mean[k] ?? 0);
			mean[k] = (mean[k] ?? 0) + step / n;
			squares[k] = (squares[k] ?? 0) + step * ((X[i * K + k] ?? 0) - (mean[k] ?? 0));
		}
	}
	return { mean, sd: squares.map((square) => Math.sqrt(square / Math.max(1, n - 1))) };
}

/** Less the mean and divided by the standard deviation, so that the ridge means the same for all; constants become 0. */
function standardised(X: Float64Array, K: number, population: Uint8Array): Float64Array {
	const { mean, sd } = spreadOf(X, K, population);
	const factor = sd.map((own, k) => (own > 1e-12 * Math.abs(mean[k] ?? 0) ? 1 / own : 0));
	const Z = new Float64Array(X.length);
	for (let at = 0; at < X.length; at++) {
		const k = at % K;
		Z[at] = ((X[at] ?? 0) - (mean[k] ?? 0)) * (factor[k] ?? 0);
	}
	return Z;
}

function subtractStratumMeans(Z: Float64Array, K: number, strata: Int32Array, population: Uint8Array): void {
	const H = strata.reduce((most, h) => Math.max(most, h), -1) + 1;
	const means = new Float64Array(H * K);
	const counts = new Float64Array(H);
	strata.forEach((h, i) => {
		if (!population[i]) return;
		counts[h] = (counts[h] ?? 0) + 1;
		for (let k = 0; k < K; k++) means[h * K + k] = (means[h * K + k] ?? 0) + (Z[i * K + k] ?? 0);
	});
	strata.forEach((h, i) => {
		const count = counts[h] || 1;
		for (let k = 0; k < K; k++) {
			const own = (Z[i * K + k] ?? 0) - (means[h * K + k] ?? 0) / count;
			Z[i * K + k] = Math.abs(own) < ROUNDING ? 0 : own;
		}
	});
}

/** U with U'U = S + ridge, and how many of the features are no mixture of those before them. */
function pooledRoot(
	Z: Float64Array,
	K: number,
	strata: Int32Array,
	population: Uint8Array,
): { U: Float64Array; rank: number } {
	const sums = new OuterSum(K);
	const seen = new Set<number>();
	let n = 0;
	population.forEach((belongs, i) => {
		if (!belongs) return;
		sums.add(1, Z, i * K);
		seen.add(strata[i] ?? 0);
		n++;
	});
	sums.flush();
	mirror(sums.matrix, K);
	const freedom = n - seen.size;
	let trace = 0;
	for (let k = 0; k < K; k++) trace += sums.matrix[k * K + k] ?? 0;
	if (freedom <= 0 || trace <= 0) return { U: sums.matrix, rank: 0 };
	const ridge = (RIDGE * trace) / freedom / K;
	const U = sums.matrix.map((value, at) => value / freedom + (at % (K + 1) === 0 ? ridge : 0));
	cholesky(U, K);
	let rank = 0;
	for (let k = 0; k < K; k++) if ((U[k * K + k] ?? 0) ** 2 > DEPENDENT * ridge) rank++;
	return { U, rank };
}

/** Solves U'z = x in place, x beginning at place `at`. */
function solveLower(U: Float64Array, K: number, Z: Float64Array, at: number): void {
	for (let k = 0; k < K; k++) {
		const value = (Z[at + k] ?? 0) / (U[k * K + k] ?? 1);
		Z[at + k] = value;
		for (let j = k + 1; j < K; j++) Z[at + j] = (Z[at + j] ?? 0) - value * (U[k * K + j] ?? 0);
	}
}
