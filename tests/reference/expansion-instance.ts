import type { SupplyProblem } from '../../src/lib/planning/expansion/supply-problem.ts';

/** mulberry32 of Tommy Ettinger (public domain), as the recipe of expansion-milp.json names it. */
function mulberry32(seed: number): () => number {
	let a = seed;
	return () => {
		a = (a + 0x6d2b79f5) | 0;
		let t = Math.imul(a ^ (a >>> 15), 1 | a);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const MARGIN_IDR = 2500;
const cents = (x: number) => Math.round(x * 100) / 100;

/** The stores that the recipe of expansion-milp.json makes: n stores in C clusters, a budget of B units a week. */
export function expansionInstance(n: number, C: number, budget: number, seed = 11): SupplyProblem {
	const random = mulberry32(seed);
	const cluster = new Int32Array(n);
	const units = new Float64Array(n);
	const value = new Float64Array(n);
	for (let j = 0; j < n; j++) {
		const c = Math.floor(random() * C);
		const m = cents((1 + 6 * random()) * (0.7 + ((0.06 * c) % 0.6)));
		const cost = Math.round(1500 + 4000 * random());
		[cluster[j], units[j], value[j]] = [c, m, cents(MARGIN_IDR * m - cost)];
	}
	const fixedCost = Float64Array.from({ length: C }, () => Math.round(60_000 + 240_000 * random()));
	return { cluster, units, value, fixedCost, minStores: 5, budget };
}
