const RATIO = (Math.sqrt(5) - 1) / 2;

/** The x between `low` and `high` where a function with a single peak is highest, to `precision` (Kiefer 1953). */
export function highestPoint(of: (x: number) => number, low: number, high: number, precision = 1e-9): number {
	let [a, b] = [low, high];
	let [x1, x2] = [b - RATIO * (b - a), a + RATIO * (b - a)];
	let [y1, y2] = [of(x1), of(x2)];
	while (b - a > precision) {
		if (y1 >= y2) {
			[b, x2, y2] = [x2, x1, y1];
			x1 = b - RATIO * (b - a);
			y1 = of(x1);
		} else {
			[a, x1, y1] = [x1, x2, y2];
			x2 = a + RATIO * (b - a);
			y2 = of(x2);
		}
	}
	const middle = (a + b) / 2;
	const ends = [low, high].filter((end) => of(end) >= of(middle));
	return ends[0] ?? middle;
}
