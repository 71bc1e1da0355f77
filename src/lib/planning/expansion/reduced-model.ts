import { OPEN, type Reduced } from './reduce.ts';
import type { SupplyProblem } from './supply-problem.ts';

/** The open rest of a problem as text in CPLEX's LP format: x and y with the number of the store or cluster. */
export function reducedModel(problem: SupplyProblem, rest: Reduced): string {
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
