const MAX_STEPS = 400;

/**
 * The x between `low` and `high` where a growing function reaches `target`, to neighbouring numbers, by bisection.
 * With an infinite `high` the bracket is doubled upwards first. Example: `findRoot((x) => x * x, 2, 0, 2)` is 1.41421.
 * @throws RangeError when the function has not reached the target within 1e300
 */
export function findRoot(growing: (x: number) => number, target: number, low: number, high: number): number {
	let [below, above] = [low, high];
	if (high === Number.POSITIVE_INFINITY) {
		above = Math.max(1, 2 * Math.abs(low));
		while (growing(above) < target) {
			below = above;
			above *= 2;
			if (above > 1e300) throw new RangeError(`never reaches ${target}`);
		}
	}
	for (let step = 0; step < MAX_STEPS; step++) {
		const middle = (below + above) / 2;
		if (middle === below || middle === above) break;
		if (growing(middle) < target) below = middle;
		else above = middle;
	}
	return (below + above) / 2;
}
