/** Below this a common measure of decimals is chance. */
const LEAST = 0.005;
const ROUNDING = 1e-7;

/**
 * The largest budget that whole stores can use up, where their units have a common measure: a budget of 31 is one of 30
 * for stores of 3, 6 and 9 units. Nothing changes for the choice, but the bound no longer counts what nobody can use.
 * The measure is found by Euclid's algorithm.
 */
export function reachableBudget(units: Float64Array, budget: number): number {
	let measure = 0;
	for (const own of units) {
		let [a, b] = [own, measure];
		while (b > ROUNDING) [a, b] = [b, a % b];
		measure = a;
		if (measure > 0 && measure < LEAST) return budget;
	}
	return measure > 0 ? Math.min(budget, Math.floor(budget / measure + 1e-6) * measure * (1 + 1e-12)) : budget;
}
