import { chooseStores } from '../../../src/lib/planning/expansion/choose-stores.ts';
import { keepsLimits, type SupplyProblem } from '../../../src/lib/planning/expansion/supply-problem.ts';
import { expansionInstance } from '../expansion-instance.ts';
import { abs, linesOf, readReference, type Line } from './line.ts';

type Reference = {
	readonly instance_200: {
		readonly stores: readonly (readonly [cluster: number, units: number, cost: number])[];
		readonly cluster_fixed_cost: readonly number[];
		readonly margin: number;
		readonly budget_units: number;
		readonly min_stores_per_cluster: number;
	};
	readonly expected: { readonly objective: number };
	readonly generated: {
		readonly n2000: { readonly C: number; readonly B: number; readonly objective: number };
		readonly n20000: {
			readonly C: number;
			readonly B: number;
			readonly best_known: number;
			readonly upper_bound_lagrangian: number;
		};
	};
};

const line = linesOf('expansion-milp');
const { instance_200, expected, generated } = readReference<Reference>('expansion-milp');

/** A set that breaks a limit counts for nothing. */
async function objective(problem: SupplyProblem): Promise<number> {
	const choice = await chooseStores(problem);
	return keepsLimits(problem, choice.chosen) ? choice.objective : Number.NaN;
}

export async function expansionMilp(): Promise<Line[]> {
	const { stores, margin } = instance_200;
	const listed: SupplyProblem = {
		cluster: Int32Array.from(stores, ([c]) => c),
		units: Float64Array.from(stores, ([, m]) => m),
		value: Float64Array.from(stores, ([, m, cost]) => Math.round((margin * m - cost) * 100) / 100),
		fixedCost: Float64Array.from(instance_200.cluster_fixed_cost),
		minStores: instance_200.min_stores_per_cluster,
		budget: instance_200.budget_units,
	};
	const { C, B, objective: n2000 } = generated.n2000;
	return [
		line('instance_200 objective', await objective(listed), expected.objective, abs(0.01)),
		line('n2000 objective', await objective(expansionInstance(2000, C, B)), n2000, abs(0.01)),
	];
}

/** Between the best known set, less a ten thousandth, and the bound. */
export async function expansionMilpLong(): Promise<Line[]> {
	const { C, B, best_known, upper_bound_lagrangian } = generated.n20000;
	const [low, high] = [0.9999 * best_known, upper_bound_lagrangian];
	return [
		line(
			'n20000 between best_known and upper_bound',
			await objective(expansionInstance(20_000, C, B)),
			(low + high) / 2,
			abs((high - low) / 2),
		),
	];
}
