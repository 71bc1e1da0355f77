import type { Priced } from './capacity-price.ts';
import { bestFlips, type Flip } from './best-flips.ts';
import { leastBad, type RankedClusters } from './ranked-clusters.ts';

/** The best set found for given open clusters. */
export type Filled = {
	/** By place. */
	readonly chosen: Uint8Array;
	readonly objective: number;
	/** Whether no other set of these clusters brings more. */
	readonly isBest: boolean;
	/** Sets tried on the way. */
	readonly tried: number;
};

/**
 * The best stores of given clusters within the budget. The stores worth having at the price leave some capacity unused;
 * whatever is changed costs its distance from the price, and no change can win more than price x unused. So only the few
 * stores near the price are tried, in order of cost (the core of the knapsack problem: Balas and Zemel 1980).
 * At most `maxTries` sets are tried. Null when even the price's own set does not fit.
 */
export function fillCapacity(
	ranked: RankedClusters,
	open: Uint8Array,
	budget: number,
	{ price, worth }: Pick<Priced, 'price' | 'worth'>,
	maxTries: number,
): Filled | null {
	const start = setAtPrice(ranked, open, price, worth.count);
	const slack = budget - start.units;
	if (slack < -1e-9 * Math.max(1, budget)) return null;
	const room = {
		slack: Math.max(0, slack),
		winnable: price * Math.max(0, slack),
		minStores: ranked.minStores,
		counts: start.counts,
	};
	const found = bestFlips(flipsBelow(ranked, open, start, price, room.winnable), room, maxTries);
	for (const { at, by } of found.flips) start.chosen[at] = by > 0 ? 1 : 0;
	const objective = start.objective + found.gain;
	return { chosen: start.chosen, objective, isBest: found.isBest, tried: found.tried };
}

/** What is worth having at a price, before anything is changed. */
export type PricedSet = {
	/** By place. */
	readonly chosen: Uint8Array;
	/** Stores chosen by cluster, and what would raise every store of it until the last chosen one is worth having. */
	readonly counts: Int32Array;
	readonly raise: Float64Array;
	readonly objective: number;
	readonly units: number;
};

/** The stores of open clusters worth having at a price, and those least bad that a cluster needs to reach its number. */
export function setAtPrice(
	ranked: RankedClusters,
	open: Uint8Array,
	price: number,
	worthHaving: Int32Array,
): PricedSet {
	const chosen = new Uint8Array(ranked.store.length);
	const counts = new Int32Array(ranked.C);
	const raise = new Float64Array(ranked.C);
	let [objective, units] = [0, 0];
	const take = (at: number) => {
		chosen[at] = 1;
		objective += ranked.value[at] ?? 0;
		units += ranked.units[at] ?? 0;
	};
	open.forEach((isOpen, c) => {
		if (!isOpen) return;
		const from = ranked.start[c] ?? 0;
		const first = from + (worthHaving[c] ?? 0);
		objective -= ranked.fixedCost[c] ?? 0;
		for (let at = from; at < first; at++) take(at);
		const forced = leastBad(
			ranked,
			first,
			ranked.start[c + 1] ?? 0,
			price,
			ranked.minStores - (first - from),
		);
		for (const at of forced) take(at);
		counts[c] = first - from + forced.length;
		const last = forced.at(-1);
		if (last !== undefined) raise[c] = price * (ranked.units[last] ?? 0) - (ranked.value[last] ?? 0);
	});
	return { chosen, counts, raise, objective, units };
}

/** Changes that cost less than `limit`, the cheapest first, of equal ones the largest. */
function flipsBelow(
	ranked: RankedClusters,
	open: Uint8Array,
	{ chosen, raise }: PricedSet,
	price: number,
	limit: number,
): Flip[] {
	const flips: Flip[] = [];
	open.forEach((isOpen, cluster) => {
		if (!isOpen) return;
		for (let at = ranked.start[cluster] ?? 0; at < (ranked.start[cluster + 1] ?? 0); at++) {
			const units = ranked.units[at] ?? 0;
			const value = ranked.value[at] ?? 0;
			const cost = Math.abs(value - price * units + (raise[cluster] ?? 0));
			if (cost >= limit) continue;
			const by = chosen[at] ? -1 : 1;
			flips.push({ at, cluster, cost, by, units: by * units, value: by * value });
		}
	});
	return flips.sort((a, b) => a.cost - b.cost || b.units - a.units || a.at - b.at);
}
