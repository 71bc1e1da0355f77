import { OPEN, reduce, type Reduced } from './reduce.ts';
import type { Searched } from './search-limits.ts';
import { keepsLimits, objectiveOf, type Choice, type SupplyProblem } from './supply-problem.ts';

/** Larger models than this take longer than anybody waits. */
const MAX_BINARIES = 2000;
const SECONDS = 10;

/**
 * Hands what the prices leave open to HiGHS (Huangfu and Hall 2018; WebAssembly, loaded only here) and takes its answer
 * where it is better. Nothing to do when the choice is proven best already or too much is open. HiGHS blocks its thread,
 * up to ten seconds, after which its best set counts and the old bound stays: call it from a worker.
 */
export async function polish(problem: SupplyProblem, searched: Searched): Promise<Choice> {
	const { prices, chosen, objective, bound } = searched;
	const found = { chosen, objective, bound };
	if (!prices || bound - objective <= 1e-9 * Math.abs(bound)) return found;
	const rest = reduce(problem, prices, found);
	if (rest.binaries > MAX_BINARIES) return found;
	const { default: load } = await import('highs');
	const highs = await load();
	const answer = highs.solve(modelOf(problem, rest), {
		...{ output_flag: false, time_limit: SECONDS, mip_rel_gap: 1e-10 },
	});
	const columns: Readonly<Record<string, object>> = answer.Columns;
	const isIn = (j: number) => rest.stores[j] === 1 || valueOf(columns[`x${j}`]) > 0.5;
	const better = Int32Array.from(problem.cluster.keys()).filter(isIn);
	const isValid = keepsLimits(problem, better) && objectiveOf(problem, better) > objective;
	const best = isValid ? { chosen: better, objective: objectiveOf(problem, better) } : { chosen, objective };
	const proven = answer.Status === 'Optimal' ? answer.ObjectiveValue + settledValue(problem, rest) : bound;
	return { ...best, bound: Math.max(best.objective, Math.min(bound, proven)) };
}

function valueOf(column: object | undefined): number {
	return column && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : 0;
}

/** What stores and clusters that are settled bring. */
function settledValue({ value, fixedCost }: SupplyProblem, { stores, clusters }: Reduced): number {
	const inside = value.reduce((sum, v, j) => sum + (stores[j] === 1 ? v : 0), 0);
	return fixedCost.reduce((sum, f, c) => sum - (clusters[c] === 1 ? f : 0), inside);
}

/** The open rest as text in CPLEX's LP format. */
function modelOf(problem: SupplyProblem, rest: Reduced): string {
	const { cluster, value, units, fixedCost, budget, limits = [] } = problem;
	const stores = [...rest.stores.keys()].filter((j) => rest.stores[j] === OPEN);
	const clusters = [...rest.clusters.keys()].filter((c) => rest.clusters[c] === OPEN);
	const everyStore = Int32Array.from(cluster.keys());
	const rows = [
		atMost(rest, everyStore, units, budget),
		...limits.map(({ stores: own, use, atMost: limit }) => atMost(rest, own, use, limit)),
		...stores
			.filter((j) => rest.clusters[cluster[j] ?? 0] === OPEN)
			.map((j) => `x${j} - y${cluster[j]} <= 0`),
		...[...rest.clusters.keys()].flatMap((c) => leastStores(problem, rest, c)),
	].filter((row) => row !== '');
	const objective = [
		...stores.map((j) => term(value[j] ?? 0, `x${j}`)),
		...clusters.map((c) => term(-(fixedCost[c] ?? 0), `y${c}`)),
	];
	return [
		'Maximize\n',
		...(objective.length > 0 ? objective : ['0 none']),
		'\nSubject To',
		...rows,
		'Binary',
		...[...stores.map((j) => `x${j}`), ...clusters.map((c) => `y${c}`)],
		'End',
	].join('\n');
}

function term(factor: number, name: string): string {
	return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
}

/** Nothing when all its stores are settled. */
function atMost({ stores }: Reduced, own: Int32Array, amounts: Float64Array, limit: number): string {
	let left = limit;
	const terms: string[] = [];
	own.forEach((j, k) => {
		const amount = amounts[k] ?? 0;
		if (stores[j] === 1) left -= amount;
		else if (stores[j] === OPEN && amount !== 0) terms.push(term(amount, `x${j}`));
	});
	return terms.length > 0 ? `${terms.join('\n')} <= ${left}` : '';
}

function leastStores(
	{ cluster, minStores }: SupplyProblem,
	{ stores, clusters }: Reduced,
	c: number,
): string[] {
	if (clusters[c] === 0) return [];
	const own = [...cluster.keys()].filter((j) => cluster[j] === c);
	const settled = own.filter((j) => stores[j] === 1).length;
	const open = own.filter((j) => stores[j] === OPEN).map((j) => `+ x${j}`);
	const least = Math.max(1, minStores);
	if (clusters[c] === 1)
		return open.length > 0 && least > settled ? [`${open.join('\n')} >= ${least - settled}`] : [];
	return [`${[...open, `- ${least} y${c}`].join('\n')} >= ${-settled}`];
}
