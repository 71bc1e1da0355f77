/** Below this a common measure of decimals is chance. */
const LEAST = 0.005;
const ROUNDING = 1e-7;

/**
 * The largest budget that whole stores can use up, where their units have a common measure: a budget of 31 is one of 30
 * for stores of 3, 6 and 9 units. Nothing changes for the choice, but the bound no longer counts what nobody can use.
 */
export function reachableBudget(units: Float64Array, budget: number): number {
	const measure = commonMeasure(units);
	// Rounding must never cost a store that just fits.
	return measure ? Math.min(budget, Math.floor(budget / measure + 1e-6) * measure * (1 + 1e-12)) : budget;
}

/** The largest number of which all are multiples, by Euclid's algorithm; null where there is none to speak of. */
function commonMeasure(units: Float64Array): number | null {
	let rough = 0;
	let most = 0;
	for (const own of units) {
		let [a, b] = [own, rough];
		while (b > ROUNDING) [a, b] = [b, a % b];
		rough = a;
		most = Math.max(most, own);
		if (rough > 0 && rough < LEAST) return null;
	}
	if (most === 0) return null;
	// The largest of all knows the measure best: rounding has been divided out.
	const measure = most / Math.round(most / rough);
	const isMultiple = (own: number) => Math.abs(own / measure - Math.round(own / measure)) < ROUNDING;
	return units.every(isMultiple) ? measure : null;
}
