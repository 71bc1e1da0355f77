import { assertFinite } from '../../statistics/non-finite-error.ts';

/** Something beside the capacity that the chosen stores share: a producer, an article, a truck. */
export type SideLimit = {
	readonly name: string;
	readonly atMost: number;
	/** The stores it counts, and how much each takes of it; at least 0. */
	readonly stores: Int32Array;
	readonly use: Float64Array;
};

/**
 * Which stores, given what can be made (method 8.2):
 * max sum value_j x_j - sum fixedCost_c y_c, so that sum units_j x_j <= budget, x_j <= y_c(j), an open cluster has
 * `minStores` stores or more, and every side limit holds; x and y are 0 or 1.
 */
export type SupplyProblem = {
	/** Cluster of each store, from 0. */
	readonly cluster: Int32Array;
	/** Mean units a week; at least 0. */
	readonly units: Float64Array;
	/** Rupiah a week that the store brings: margin times units less what serving it costs. */
	readonly value: Float64Array;
	/** Rupiah a week that serving a cluster costs at all. */
	readonly fixedCost: Float64Array;
	readonly minStores: number;
	/** Mean units a week that all chosen stores may sell. */
	readonly budget: number;
	readonly limits?: readonly SideLimit[];
};

/** A set of stores that keeps every limit, and how good it is. */
export type Choice = {
	/** Rows of the chosen stores, ascending. */
	readonly chosen: Int32Array;
	/** Rupiah a week. */
	readonly objective: number;
	/** No set of stores brings more than this. */
	readonly bound: number;
};

/** How far below the bound the objective may be, as a share of it: 0 is proven best. */
export function gapOf({ objective, bound }: Choice): number {
	return bound > 0 ? Math.max(0, (bound - objective) / bound) : 0;
}

/** What a set brings: computed from the definition, whatever found it. */
export function objectiveOf({ cluster, value, fixedCost }: SupplyProblem, chosen: Int32Array): number {
	const open = new Set(chosen.map((j) => cluster[j] ?? 0));
	const stores = chosen.reduce((sum, j) => sum + (value[j] ?? 0), 0);
	return [...open].reduce((sum, c) => sum - (fixedCost[c] ?? 0), stores);
}

/** Slack for sums of decimals that ought to be equal. */
const ROUNDING = 1e-9;

/** Whether a set keeps the budget, the least number of stores of every open cluster, and every side limit. */
export function keepsLimits(problem: SupplyProblem, chosen: Int32Array): boolean {
	const { cluster, units, minStores, budget, limits = [] } = problem;
	const total = (amounts: Float64Array, stores: Iterable<number>) =>
		[...stores].reduce((sum, j) => sum + (amounts[j] ?? 0), 0);
	const isChosen = new Uint8Array(cluster.length);
	for (const j of chosen) isChosen[j] = 1;
	const counts = new Map<number, number>();
	for (const j of chosen) counts.set(cluster[j] ?? 0, (counts.get(cluster[j] ?? 0) ?? 0) + 1);
	return (
		total(units, chosen) <= budget + ROUNDING * Math.max(1, budget) &&
		[...counts.values()].every((count) => count >= minStores) &&
		limits.every(({ atMost, stores, use }) => {
			const taken = stores.reduce((sum, j, k) => sum + (isChosen[j] ? (use[k] ?? 0) : 0), 0);
			return taken <= atMost + ROUNDING * Math.max(1, atMost);
		})
	);
}

/** @throws NonFiniteError naming row and column; RangeError when tables do not fit or an amount is below 0 */
export function checkProblem({ cluster, units, value, fixedCost, ...rest }: SupplyProblem): void {
	const { minStores, budget, limits = [] } = rest;
	assertFinite('units', units, 1);
	assertFinite('value', value, 1);
	assertFinite('fixedCost', fixedCost, 1);
	for (const { name, use } of limits) assertFinite(name, use, 1);
	const fits =
		units.length === cluster.length &&
		value.length === cluster.length &&
		cluster.every((c) => c >= 0 && c < fixedCost.length) &&
		limits.every(({ stores, use }) => stores.length === use.length) &&
		limits.every(({ stores }) => stores.every((j) => j >= 0 && j < cluster.length));
	if (!fits) throw new RangeError('tables of stores, clusters and limits do not fit');
	const amounts = [budget, ...limits.map(({ atMost }) => atMost)];
	const isBelow = (x: number) => !(x >= 0);
	if (amounts.some(isBelow) || units.some(isBelow) || limits.some(({ use }) => use.some(isBelow)))
		throw new RangeError('an amount is below 0');
	if (!Number.isInteger(minStores) || minStores < 0)
		throw new RangeError(`no cluster of ${minStores} stores`);
}
