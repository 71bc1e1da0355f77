import { CLUSTER, openAt, priceOfCapacity } from './capacity-price.ts';
import { setAtPrice } from './fill-capacity.ts';
import { rankClusters } from './ranked-clusters.ts';
import type { SupplyProblem } from './supply-problem.ts';

/** A price for the capacity and one for every side limit, and what they say. */
export type LimitPrices = {
	/** No choice that keeps the limits brings more. */
	readonly bound: number;
	readonly capacity: number;
	readonly limits: Float64Array;
	/** Value of each store less what it takes, at these prices. */
	readonly net: Float64Array;
	/** Clusters worth opening at these prices. */
	readonly open: Uint8Array;
};

const STEPS = 60;
/** Steps without a lower bound before they are halved. */
const PATIENCE = 4;

/**
 * Lagrangian relaxation of the side limits: with a price on each the problem is one of capacity alone, whose bound is
 * found exactly; the prices go down the subgradient, by steps of Polyak (1969) towards `floor`, the value of the best
 * set known. Any prices give a bound; the lowest found is kept.
 */
export function limitPrices(problem: SupplyProblem, floor: number, signal?: AbortSignal): LimitPrices {
	const limits = problem.limits ?? [];
	const scales = limits.map(({ atMost }) => (atMost > 0 ? atMost : 1));
	let prices: Float64Array = new Float64Array(limits.length);
	let { priced: best, used } = relaxed(problem, prices);
	let [theta, waited] = [1, 0];
	for (let step = 0; step < STEPS; step++) {
		signal?.throwIfAborted();
		const slopes = limits.map(({ atMost }, s) => (atMost - (used[s] ?? 0)) / (scales[s] ?? 1));
		const moving = slopes.map((slope, s) => (slope > 0 && prices[s] === 0 ? 0 : slope));
		const square = moving.reduce((sum, slope) => sum + slope * slope, 0);
		if (square < 1e-18) break;
		const length = (theta * Math.max(best.bound - floor, 1e-6 * Math.abs(best.bound))) / square;
		prices = prices.map((price, s) => Math.max(0, price - (length * (moving[s] ?? 0)) / (scales[s] ?? 1)));
		const next = relaxed(problem, prices);
		used = next.used;
		waited = next.priced.bound < best.bound ? 0 : waited + 1;
		if (next.priced.bound < best.bound) best = next.priced;
		if (waited === PATIENCE) [theta, waited] = [theta / 2, 0];
	}
	return best;
}

/** The price of the capacity alone, side limits left out: a bound too, and a rough one. */
export function capacityPrice(problem: SupplyProblem): LimitPrices {
	return relaxed(problem, new Float64Array(problem.limits?.length ?? 0)).priced;
}

/** The bound at given prices, and how much of every limit what is worth having then takes. */
function relaxed(problem: SupplyProblem, prices: Float64Array): { priced: LimitPrices; used: Float64Array } {
	const limits = problem.limits ?? [];
	const value = problem.value.slice();
	let fixed = 0;
	limits.forEach(({ atMost, stores, use }, s) => {
		const price = prices[s] ?? 0;
		fixed += price * atMost;
		if (price > 0) stores.forEach((j, k) => (value[j] = (value[j] ?? 0) - price * (use[k] ?? 0)));
	});
	const ranked = rankClusters({ ...problem, value });
	const states = new Uint8Array(ranked.C).fill(CLUSTER.free);
	const { bound, price, worth } = priceOfCapacity(ranked, states, problem.budget);
	const open = openAt(states, worth);
	const { chosen } = setAtPrice(ranked, open, price, worth.count);
	const isChosen = new Uint8Array(chosen.length);
	chosen.forEach((yes, at) => (isChosen[ranked.store[at] ?? 0] = yes));
	const used = Float64Array.from(limits, ({ stores, use }) =>
		stores.reduce((sum, j, k) => sum + (isChosen[j] ? (use[k] ?? 0) : 0), 0),
	);
	const net = value.map((v, j) => v - price * (problem.units[j] ?? 0));
	return { priced: { bound: bound + fixed, capacity: price, limits: prices, net, open }, used };
}
