import type { LimitPrices } from './limit-prices.ts';
import type { Choice, SupplyProblem } from './supply-problem.ts';

/** What is not settled yet: 0 and 1 are, `OPEN` is not. */
export const OPEN = 2;

/** The rest of a problem once everything beyond doubt is settled. */
export type Reduced = {
	/** By store: 0 out, 1 in, or `OPEN`. */
	readonly stores: Uint8Array;
	/** By cluster, likewise. */
	readonly clusters: Uint8Array;
	/** How many are open: the binaries of the model that is left. */
	readonly binaries: number;
};

/**
 * Settles every store and cluster that no set better than `best` can have otherwise (reduced-cost fixing: Dantzig,
 * Fulkerson and Johnson 1954): turning it away from what the prices say would cost more than bound and objective are
 * apart.
 */
export function reduce(problem: SupplyProblem, prices: LimitPrices, best: Choice): Reduced {
	const { cluster, fixedCost } = problem;
	const minStores = Math.max(1, problem.minStores);
	const apart = prices.bound - best.objective;
	const members: number[][] = Array.from(fixedCost, () => []);
	cluster.forEach((c, j) => members[c]?.push(j));
	const stores = new Uint8Array(cluster.length).fill(OPEN);
	const clusters = new Uint8Array(fixedCost.length).fill(OPEN);
	members.forEach((own, c) => {
		const { worth, least } = worthAt(own, prices.net, minStores, fixedCost[c] ?? 0);
		const now = Math.max(0, worth);
		if (now - worth > apart) clusters[c] = 0;
		else if (now > apart) clusters[c] = 1;
		for (const j of own) {
			const distance = (prices.net[j] ?? 0) - least;
			const ifIn = worth + Math.min(0, distance);
			const ifOut = Math.max(0, worth - Math.max(0, distance));
			if (clusters[c] === 0 || now - ifIn > apart) stores[j] = 0;
			else if (now - ifOut > apart) stores[j] = 1;
		}
	});
	const count = (states: Uint8Array) => states.reduce((sum, state) => sum + Number(state === OPEN), 0);
	return { stores, clusters, binaries: count(stores) + count(clusters) };
}

/** What an open cluster is worth at the prices, and the net value from which on it takes a store: 0, or less to reach its number. */
function worthAt(
	own: readonly number[],
	net: Float64Array,
	minStores: number,
	fixedCost: number,
): { worth: number; least: number } {
	const nets = own.map((j) => net[j] ?? 0).toSorted((a, b) => b - a);
	if (nets.length < minStores) return { worth: Number.NEGATIVE_INFINITY, least: 0 };
	const taken = nets.filter((value, k) => value > 0 || k < minStores);
	const worth = taken.reduce((sum, value) => sum + value, -fixedCost);
	return { worth, least: Math.min(0, taken.at(-1) ?? 0) };
}
