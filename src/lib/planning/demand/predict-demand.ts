import { drawNormal } from '../../statistics/draws.ts';
import { assertFinite } from '../../statistics/non-finite-error.ts';
import { seeded } from '../../statistics/random.ts';
import type { DemandModel } from './fit-demand.ts';

/** Where the product has not been yet. */
export type NewStores = {
	/** Cluster of each store, from 0, and its log category volume. */
	readonly cluster: Int32Array;
	readonly logVolume: Float64Array;
};

/** What kind of store a new cluster holds. */
export type NewClusters = {
	/** The cluster of the test that is most like it. */
	readonly like: Int32Array;
	/** Its region, from 0. */
	readonly region: Int32Array;
	/** 1 where no test has been in that region. */
	readonly isUnseen: Uint8Array;
};

/** Weekly demand of new stores, and how it may turn out for all of them together. */
export type PredictedDemand = {
	/** Mean units a week by store, once the novelty is over. */
	readonly units: Float64Array;
	/** Variance within a draw is F noise + F² spread: chance from week to week, and differences between stores. */
	readonly noise: Float64Array;
	readonly spread: Float64Array;
	/** F by draw and cluster, a row a draw: what the cluster's mean turns out to be, over what is expected; mean 1. */
	readonly factors: Float64Array;
	readonly draws: number;
};

export type PredictOptions = {
	readonly seed: number;
	readonly draws?: number;
	/** Spread of weekly counts beyond Poisson (see `pearsonPhi`). */
	readonly phi?: number;
	/** Between regions, on the log scale (see `regionSpread`). */
	readonly regionSd?: number;
};

/** Of regions nobody has measured. Not confirmed by data yet (method 8.1). */
export const UNKNOWN_REGION_SD = 0.35;

/**
 * Predictive demand (method 8.1): lam_j ~ Gamma(r, mean mu_c (volume_j / middling volume)^beta). What is shared and
 * uncertain, the level of a cluster, the elasticity and, where no test has been, the region, is drawn once for all stores
 * together; it widens the demand and moves no mean.
 * Example: r 4, mean 3 units: a store's own variance is 3 + 9/4 a week.
 * @throws NonFiniteError naming the row of a volume that is no number
 */
export function predictDemand(
	model: DemandModel,
	{ like, region, isUnseen }: NewClusters,
	{ cluster, logVolume }: NewStores,
	{ seed, draws = 2000, phi = 1, regionSd = UNKNOWN_REGION_SD }: PredictOptions,
): PredictedDemand {
	assertFinite('logVolume', logVolume, 1);
	const { mu, r, beta, middle } = model;
	const units = logVolume.map((x, j) => {
		const level = mu[like[cluster[j] ?? 0] ?? 0] ?? Number.NaN;
		return level * Math.exp(beta * (x - middle));
	});
	const offset = meanByCluster(like.length, cluster, logVolume).map((x) => x - middle);
	const random = seeded(seed);
	const R = region.reduce((most, own) => Math.max(most, own), -1) + 1;
	const factors = new Float64Array(draws * like.length);
	for (let s = 0; s < draws; s++) {
		const level = mu.map(() => drawNormal(random));
		const place = Float64Array.from({ length: R }, () => drawNormal(random));
		const slope = model.seBeta * drawNormal(random);
		like.forEach((k, c) => {
			const unseen = isUnseen[c] ? regionSd * (place[region[c] ?? 0] ?? 0) : 0;
			const known = Math.min(model.seLogMu[k] ?? 0, UNKNOWN_LEVEL_SD) * (level[k] ?? 0);
			factors[s * like.length + c] = Math.exp(known + slope * (offset[c] ?? 0) + unseen);
		});
	}
	levelColumns(factors, like.length, draws);
	return {
		...{ units, factors, draws },
		noise: units.map((m) => phi * m),
		spread: units.map((m) => (m * m) / r),
	};
}

/** A level of which nothing is known is known within a factor of about three. */
const UNKNOWN_LEVEL_SD = 1;

function meanByCluster(C: number, cluster: Int32Array, x: Float64Array): Float64Array {
	const sums = new Float64Array(C);
	const counts = new Float64Array(C);
	cluster.forEach((c, j) => {
		sums[c] = (sums[c] ?? 0) + (x[j] ?? 0);
		counts[c] = (counts[c] ?? 0) + 1;
	});
	return sums.map((sum, c) => sum / (counts[c] || 1));
}

/** Divides every column by its mean. */
function levelColumns(factors: Float64Array, C: number, draws: number): void {
	for (let c = 0; c < C; c++) {
		let sum = 0;
		for (let s = 0; s < draws; s++) sum += factors[s * C + c] ?? 0;
		for (let s = 0; s < draws; s++) factors[s * C + c] = ((factors[s * C + c] ?? 0) * draws) / sum;
	}
}
