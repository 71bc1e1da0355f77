import type { Highs } from 'highs';
import { OPEN, reduce, type Reduced } from './reduce.ts';
import { reducedModel } from './reduced-model.ts';
import type { Searched } from './search-limits.ts';
import { gapOf, keepsLimits, objectiveOf, type Choice, type SupplyProblem } from './supply-problem.ts';

/** Larger models than this take longer than anybody waits. */
const MAX_BINARIES = 2000;
const SECONDS = 10;
/** A gap that is not worth a second. */
const PROVEN = 1e-5;

/**
 * Hands what the prices leave open to HiGHS (Huangfu and Hall 2018; WebAssembly, loaded only here), which begins with the
 * set found so far, and takes its set and its bound where they are better. Nothing to do when the choice is proven best
 * already or too much is open. HiGHS blocks its thread, for ten seconds at most: call it from a worker.
 */
export async function polish(problem: SupplyProblem, searched: Searched): Promise<Choice> {
	const { prices, chosen, objective, bound } = searched;
	const found = { chosen, objective, bound };
	if (gapOf(found) <= PROVEN) return found;
	const rest = reduce(problem, prices, found);
	if (rest.binaries === 0) return { chosen, objective, bound: objective };
	if (rest.binaries > MAX_BINARIES) return found;
	const { default: load } = await import('highs');
	const answer = solve(await load(), problem, rest, chosen);
	const isBetter = keepsLimits(problem, answer.chosen) && objectiveOf(problem, answer.chosen) > objective;
	const best = isBetter
		? { chosen: answer.chosen, objective: objectiveOf(problem, answer.chosen) }
		: { chosen, objective };
	return { ...best, bound: Math.max(best.objective, Math.min(bound, answer.bound)) };
}

function solve(
	highs: Highs,
	problem: SupplyProblem,
	rest: Reduced,
	start: Int32Array,
): { chosen: Int32Array; bound: number } {
	const stores = [...rest.stores.keys()].filter((j) => rest.stores[j] === OPEN);
	return highs.withModel({ format: 'lp', data: reducedModel(problem, rest) }, (model) => {
		model.options.set({ output_flag: false, time_limit: SECONDS, mip_rel_gap: 1e-10 });
		const columns = new Map(stores.map((j) => [j, model.getColByName(`x${j}`)]));
		const isIn = new Set(start);
		const indices = Int32Array.from(columns.values());
		model.setSolution({ indices, values: Float64Array.from(stores, (j) => Number(isIn.has(j))) });
		model.run();
		const { colValue } = model.getSolution();
		const isChosen = (j: number) =>
			rest.stores[j] === 1 || (rest.stores[j] === OPEN && (colValue[columns.get(j) ?? -1] ?? 0) > 0.5);
		const bound = Number(model.info.get('mip_dual_bound')) + settledValue(problem, rest);
		return { chosen: Int32Array.from(rest.stores.keys()).filter(isChosen), bound };
	});
}

/** What stores and clusters that are settled bring. */
function settledValue({ value, fixedCost }: SupplyProblem, { stores, clusters }: Reduced): number {
	const inside = value.reduce((sum, v, j) => sum + (stores[j] === 1 ? v : 0), 0);
	return fixedCost.reduce((sum, f, c) => sum - (clusters[c] === 1 ? f : 0), inside);
}
