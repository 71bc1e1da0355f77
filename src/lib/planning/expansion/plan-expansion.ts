import type { PredictedDemand } from '../demand/predict-demand.ts';
import { demandOf, overflowRisk } from './overflow-risk.ts';
import { polish } from './polish.ts';
import { searchLimits } from './search-limits.ts';
import { largestBudget } from './largest-budget.ts';
import { checkProblem, gapOf, type Choice, type SideLimit, type SupplyProblem } from './supply-problem.ts';

/** Stores that could carry the product; their demand is predicted apart. */
export type ExpansionStores = { readonly cluster: Int32Array; readonly weeklyCostIdr: Float64Array };

/** Clusters of stores served together. */
export type ExpansionClusters = { readonly weeklyCostIdr: Float64Array };

export type ExpansionConstraints = {
	/** Units a week that can be supplied for good (see `sustainedCapacity`). */
	readonly capacity: number;
	/** Share of weeks in which the capacity covers the demand; 0.95. */
	readonly service?: number;
	/** Fewer stores than this make no cluster. */
	readonly minStores: number;
	/** Of producers, articles, trucks: in mean units a week, or in stores. */
	readonly limits?: readonly SideLimit[];
};

export type ExpansionOptions = { readonly marginIdr: number; readonly signal?: AbortSignal };

export type ClusterPlan = { readonly cluster: number; readonly stores: number; readonly units: number };

/** Where next, and what it brings. */
export type Expansion = Choice & {
	/** How far below the bound the objective may be, as a share of the bound. */
	readonly gap: number;
	/** Share of weeks in which the capacity covers the demand of the chosen stores. */
	readonly service: number;
	/** Mean units a week that the service level allows, and those of the chosen stores. */
	readonly budget: number;
	readonly units: number;
	readonly solves: number;
	/** Open clusters. */
	readonly byCluster: readonly ClusterPlan[];
};

/**
 * The stores to go to next, given what can be supplied (method 8.2): those that bring most while the capacity covers the
 * weekly demand at the service level. Objective and bound are for the budget that the service level allows, rupiah a week.
 * @throws NonFiniteError naming row and column; RangeError when tables do not fit or an amount is below 0
 */
export async function planExpansion(
	stores: ExpansionStores,
	clusters: ExpansionClusters,
	constraints: ExpansionConstraints,
	demand: PredictedDemand,
	{ marginIdr, signal }: ExpansionOptions,
): Promise<Expansion> {
	const { capacity, service = 0.95 } = constraints;
	const problem = problemOf(stores, clusters, constraints, demand, marginIdr);
	if (!(service > 0 && service < 1)) throw new RangeError(`no service level ${service}`);
	const demandBy = (chosen: Int32Array) => demandOf(demand, stores.cluster, chosen);
	const unitsOf = (chosen: Int32Array) => chosen.reduce((sum, j) => sum + (demand.units[j] ?? 0), 0);
	const trialAt = (budget: number) => {
		const choice = searchLimits({ ...problem, budget }, signal);
		return { choice, units: unitsOf(choice.chosen), demand: demandBy(choice.chosen) };
	};
	const { trial, budget, solves } = largestBudget(trialAt, capacity, service);
	signal?.throwIfAborted();
	const found = trial?.choice ?? NOTHING;
	const polished = trial ? await polish({ ...problem, budget }, trial.choice) : NOTHING;
	const risk = overflowRisk(demandBy(polished.chosen), capacity);
	// A better set of as many units may ask more unevenly.
	const { chosen, objective } = risk <= 1 - service ? polished : found;
	const { bound } = polished;
	return {
		...{ chosen, objective, bound, gap: gapOf({ chosen, objective, bound }), budget, solves },
		...{ service: 1 - overflowRisk(demandBy(chosen), capacity), units: unitsOf(chosen) },
		byCluster: byCluster(stores.cluster, demand.units, chosen),
	};
}

const NOTHING: Choice = { chosen: new Int32Array(0), objective: 0, bound: 0 };

function problemOf(
	{ cluster, weeklyCostIdr }: ExpansionStores,
	clusters: ExpansionClusters,
	{ capacity, minStores, limits = [] }: ExpansionConstraints,
	{ units, factors, draws }: PredictedDemand,
	marginIdr: number,
): SupplyProblem {
	const problem = {
		...{ cluster, units, fixedCost: clusters.weeklyCostIdr, minStores, limits, budget: capacity },
		value: units.map((m, j) => marginIdr * m - (weeklyCostIdr[j] ?? Number.NaN)),
	};
	checkProblem(problem);
	if (factors.length !== draws * problem.fixedCost.length)
		throw new RangeError('draws of demand do not fit the clusters');
	return problem;
}

function byCluster(cluster: Int32Array, units: Float64Array, chosen: Int32Array): ClusterPlan[] {
	const plans = new Map<number, { cluster: number; stores: number; units: number }>();
	for (const j of chosen) {
		const c = cluster[j] ?? 0;
		const plan = plans.get(c) ?? { cluster: c, stores: 0, units: 0 };
		plans.set(c, { ...plan, stores: plan.stores + 1, units: plan.units + (units[j] ?? 0) });
	}
	return [...plans.values()].toSorted((a, b) => a.cluster - b.cluster);
}
