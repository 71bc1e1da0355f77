import type { SupplyProblem } from './supply-problem.ts';

/**
 * The stores of every cluster by value a unit, the best first, with running sums: at any price of a unit the stores
 * worth having are the first few, found by bisection.
 */
export type RankedClusters = {
	readonly C: number;
	readonly minStores: number;
	readonly fixedCost: Float64Array;
	/** Store at each place; cluster c has places start[c] to start[c + 1]. */
	readonly store: Int32Array;
	readonly start: Int32Array;
	/** By place: units, value, value a unit. */
	readonly units: Float64Array;
	readonly value: Float64Array;
	readonly ratio: Float64Array;
	/** Sums of the places of a cluster before this one. */
	readonly unitsBefore: Float64Array;
	readonly valueBefore: Float64Array;
};

/** Ranks once for all prices. Equal stores keep no order of their own, so the ranking is that of the stores alone. */
export function rankClusters(
	problem: Pick<SupplyProblem, 'cluster' | 'units' | 'value' | 'fixedCost' | 'minStores'>,
): RankedClusters {
	const { cluster, fixedCost, minStores } = problem;
	const C = fixedCost.length;
	const ratios = problem.units.map((m, j) => ratioOf(problem.value[j] ?? 0, m));
	const { start, store } = byCluster(cluster, C);
	for (let c = 0; c < C; c++)
		store
			.subarray(start[c], start[c + 1])
			.sort(
				(i, j) =>
					compare(ratios[j] ?? 0, ratios[i] ?? 0) ||
					(problem.units[i] ?? 0) - (problem.units[j] ?? 0) ||
					i - j,
			);
	const units = pick(problem.units, store);
	const value = pick(problem.value, store);
	return {
		...{ C, minStores: Math.max(1, minStores), fixedCost, store, start, units, value },
		ratio: pick(ratios, store),
		unitsBefore: runningSums(units),
		valueBefore: runningSums(value),
	};
}

/** Stores in the order of their clusters, and where each cluster begins. */
function byCluster(cluster: Int32Array, C: number): { start: Int32Array; store: Int32Array } {
	const start = new Int32Array(C + 1);
	for (const c of cluster) start[c + 1] = (start[c + 1] ?? 0) + 1;
	for (let c = 0; c < C; c++) start[c + 1] = (start[c + 1] ?? 0) + (start[c] ?? 0);
	const next = start.slice();
	const store = new Int32Array(cluster.length);
	cluster.forEach((c, j) => {
		const at = next[c] ?? 0;
		store[at] = j;
		next[c] = at + 1;
	});
	return { start, store };
}

/** Value a unit; a store that sells nothing is worth having at every price or at none. */
function ratioOf(value: number, units: number): number {
	if (units > 0) return value / units;
	return value > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

function compare(a: number, b: number): number {
	return a === b ? 0 : a < b ? -1 : 1;
}

function pick(values: Float64Array, at: Int32Array): Float64Array {
	const picked = new Float64Array(at.length);
	for (let k = 0; k < at.length; k++) picked[k] = values[at[k] ?? 0] ?? 0;
	return picked;
}

function runningSums(values: Float64Array): Float64Array {
	const sums = new Float64Array(values.length + 1);
	for (let at = 0; at < values.length; at++) sums[at + 1] = (sums[at] ?? 0) + (values[at] ?? 0);
	return sums;
}

/** What clusters are worth at a price of a unit; arrays are overwritten by the next question. */
export type Worth = {
	/** Value of the cluster's best stores less their units at that price, less its fixed cost; -Infinity where too few stores are. */
	readonly net: Float64Array;
	/** Their units. */
	readonly units: Float64Array;
	/** How many of the first places are worth having by themselves. */
	readonly count: Int32Array;
};

export function newWorth(C: number): Worth {
	return { net: new Float64Array(C), units: new Float64Array(C), count: new Int32Array(C) };
}

/** Fills in what cluster c is worth if it is open. */
export function worthOf(ranked: RankedClusters, c: number, price: number, worth: Worth): void {
	const { start, ratio, unitsBefore, valueBefore, minStores, fixedCost } = ranked;
	const from = start[c] ?? 0;
	const to = start[c + 1] ?? 0;
	let [low, high] = [from, to];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ratio[middle] ?? 0) > price) low = middle + 1;
		else high = middle;
	}
	let units = (unitsBefore[low] ?? 0) - (unitsBefore[from] ?? 0);
	let net = (valueBefore[low] ?? 0) - (valueBefore[from] ?? 0) - price * units - (fixedCost[c] ?? 0);
	const missing = minStores - (low - from);
	if (missing > to - low) net = Number.NEGATIVE_INFINITY;
	else if (missing > 0)
		for (const at of leastBad(ranked, low, to, price, missing)) {
			units += ranked.units[at] ?? 0;
			net += (ranked.value[at] ?? 0) - price * (ranked.units[at] ?? 0);
		}
	worth.net[c] = net;
	worth.units[c] = units;
	worth.count[c] = low - from;
}

/** The places from `low` to `to` that cost least although they cost: what a cluster takes to reach its least number. */
export function leastBad(
	{ value, units }: RankedClusters,
	low: number,
	to: number,
	price: number,
	missing: number,
): number[] {
	const places: number[] = [];
	const nets: number[] = [];
	for (let at = low; at < to; at++) {
		const net = (value[at] ?? 0) - price * (units[at] ?? 0);
		if (places.length === missing && net <= (nets.at(-1) ?? 0)) continue;
		let k = places.length;
		while (k > 0 && (nets[k - 1] ?? 0) < net) k--;
		places.splice(k, 0, at);
		nets.splice(k, 0, net);
		if (places.length > missing) {
			places.pop();
			nets.pop();
		}
	}
	return places;
}
