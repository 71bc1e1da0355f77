import { polish } from './polish.ts';
import { searchLimits } from './search-limits.ts';
import { checkProblem, type Choice, type SupplyProblem } from './supply-problem.ts';

/**
 * The best stores for a given capacity and side limits, and a bound that no set exceeds (method 8.2). Every set returned
 * keeps every limit; nothing is chosen when nothing pays.
 * @throws NonFiniteError naming row and column; RangeError when tables do not fit or an amount is below 0
 */
export async function chooseStores(
	problem: SupplyProblem,
	{ signal }: { readonly signal?: AbortSignal } = {},
): Promise<Choice> {
	checkProblem(problem);
	const searched = searchLimits(problem, signal);
	signal?.throwIfAborted();
	return polish(problem, searched);
}
