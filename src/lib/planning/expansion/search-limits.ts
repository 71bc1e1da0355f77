import { greedyFiller, type Filler } from './fill-limits.ts';
import { capacityPrice, limitPrices, type LimitPrices } from './limit-prices.ts';
import { reachableBudget } from './reachable-budget.ts';
import { searchClusters } from './search-clusters.ts';
import { keepsLimits, objectiveOf, type Choice, type SupplyProblem } from './supply-problem.ts';

/** A choice, and the prices that bound it. */
export type Searched = Choice & { readonly prices: LimitPrices };

/** Sets of open clusters filled at most. */
const MAX_FILLS = 300;

/**
 * The best stores under a capacity and side limits. When the best under the capacity alone keeps the side limits, it is
 * the answer. Otherwise prices on all limits give a bound, and clusters are opened, closed and exchanged one by one while
 * that brings more, each time filled greedily in the order of the prices.
 */
export function searchLimits(given: SupplyProblem, signal?: AbortSignal): Searched {
	const problem = { ...given, budget: reachableBudget(given.units, given.budget) };
	const plain = searchClusters(problem, signal);
	if (keepsLimits(problem, plain.chosen)) return { ...plain, prices: capacityPrice(problem) };
	const rough = capacityPrice(problem);
	const start = { open: rough.open, filler: greedyFiller(problem, rough) };
	const prices = limitPrices(problem, start.filler(start.open).objective, signal);
	const priced = { open: prices.open, filler: greedyFiller(problem, prices) };
	const found = [start, priced]
		.map(({ open, filler }) => improve(filler, open, signal).chosen)
		.map((isIn) => Int32Array.from(isIn.keys()).filter((j) => isIn[j] === 1))
		.map((chosen) => ({ chosen, objective: objectiveOf(problem, chosen) }))
		.reduce((a, b) => (b.objective > a.objective ? b : a), { chosen: new Int32Array(0), objective: 0 });
	return { ...found, bound: Math.max(found.objective, Math.min(plain.bound, prices.bound)), prices };
}

/** Turns one cluster, or exchanges two, as long as that brings more. */
function improve(filler: Filler, open: Uint8Array, signal?: AbortSignal): ReturnType<Filler> {
	let best = filler(open);
	let at = open;
	let fills = 0;
	const tryTurning = (...clusters: readonly number[]): boolean => {
		if (fills++ >= MAX_FILLS) return false;
		signal?.throwIfAborted();
		const turned = at.slice();
		for (const c of clusters) turned[c] = 1 - (turned[c] ?? 0);
		const found = filler(turned);
		if (found.objective <= best.objective) return false;
		[best, at] = [found, turned];
		return true;
	};
	const clusters = [...open.keys()];
	for (let moved = true; moved && fills < MAX_FILLS;) {
		moved = clusters.some((c) => tryTurning(c));
		if (!moved)
			moved = clusters.some((c) => clusters.some((d) => at[c] === 1 && at[d] === 0 && tryTurning(c, d)));
	}
	return best;
}
