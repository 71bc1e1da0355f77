/**
 * Quantities of one store in order of time with each return taken off the most recent earlier sale that still has
 * units, then off those further back (method 2.2). What no sale covers is dropped: a total never falls below zero.
 * Example: 5, 2, -3 becomes 4, 0, 0.
 */
export function netReturns(units: readonly number[]): readonly number[] {
	const left: number[] = [];
	for (const quantity of units) {
		let owed = Math.max(0, -quantity);
		for (let i = left.length - 1; i >= 0 && owed > 0; i--) {
			const taken = Math.min(left[i] ?? 0, owed);
			left[i] = (left[i] ?? 0) - taken;
			owed -= taken;
		}
		left.push(Math.max(0, quantity));
	}
	return left;
}
