import { drawGamma, drawPoisson } from '../../statistics/draws.ts';
import type { Random } from '../../statistics/random.ts';
import type { PredictedDemand } from '../demand/predict-demand.ts';

/**
 * The share of weeks in which chosen stores ask for more than the capacity, counted in weeks drawn store by store, one
 * for every draw of the factors: lam_j ~ Gamma(r, mean F m_j), then a Poisson count (so for `phi` 1). What
 * `overflowRisk` computes by the normal distribution, measured.
 */
export function drawnOverflow(
	{ units, factors, draws }: PredictedDemand,
	r: number,
	cluster: Int32Array,
	chosen: Int32Array,
	capacity: number,
	random: Random,
): number {
	const C = factors.length / draws;
	let over = 0;
	for (let s = 0; s < draws; s++) {
		let asked = 0;
		for (const j of chosen) {
			const mean = (units[j] ?? 0) * (factors[s * C + (cluster[j] ?? 0)] ?? 0);
			asked += drawPoisson(random, (drawGamma(random, r) * mean) / r);
		}
		if (asked > capacity) over++;
	}
	return over / draws;
}
