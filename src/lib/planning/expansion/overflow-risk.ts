import { normalUpperTail } from '../../statistics/normal.ts';
import type { PredictedDemand } from '../demand/predict-demand.ts';

/** A week's demand of a set of stores in every draw: mean and variance. */
export type SetDemand = { readonly mean: Float64Array; readonly variance: Float64Array };

/**
 * The weekly demand of chosen stores in every draw of the shared factors. Within a draw the stores are independent, so
 * a sum of many is nearly normal: mean F m, variance F noise + F² spread, summed by cluster.
 */
export function demandOf(demand: PredictedDemand, cluster: Int32Array, chosen: Int32Array): SetDemand {
	const { units, noise, spread, factors, draws } = demand;
	const C = factors.length / draws;
	const sums = { units: new Float64Array(C), noise: new Float64Array(C), spread: new Float64Array(C) };
	for (const j of chosen) {
		const c = cluster[j] ?? 0;
		sums.units[c] = (sums.units[c] ?? 0) + (units[j] ?? 0);
		sums.noise[c] = (sums.noise[c] ?? 0) + (noise[j] ?? 0);
		sums.spread[c] = (sums.spread[c] ?? 0) + (spread[j] ?? 0);
	}
	const mean = new Float64Array(draws);
	const variance = new Float64Array(draws);
	for (let s = 0; s < draws; s++)
		for (let c = 0; c < C; c++) {
			const F = factors[s * C + c] ?? 0;
			mean[s] = (mean[s] ?? 0) + F * (sums.units[c] ?? 0);
			variance[s] = (variance[s] ?? 0) + F * (sums.noise[c] ?? 0) + F * F * (sums.spread[c] ?? 0);
		}
	return { mean, variance };
}

/**
 * Probability that a week asks for more than the capacity; `times` the stores, of the same kind.
 * Example: one draw of mean 100 and variance 100: more than 116.45 in 5 % of weeks.
 */
export function overflowRisk({ mean, variance }: SetDemand, capacity: number, times = 1): number {
	let sum = 0;
	mean.forEach((own, s) => {
		const over = capacity - times * own;
		const sd = Math.sqrt(times * (variance[s] ?? 0));
		sum += sd > 0 ? normalUpperTail(over / sd) : over < 0 ? 1 : 0;
	});
	return sum / mean.length;
}
