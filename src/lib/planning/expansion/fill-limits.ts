import type { LimitPrices } from './limit-prices.ts';
import type { SupplyProblem } from './supply-problem.ts';

/** What limits each store takes from: limits of store j stand at start[j] to start[j + 1]. */
type Takes = { readonly start: Int32Array; readonly limit: Int32Array; readonly use: Float64Array };

/** A set of stores that keeps every limit. */
type Fill = { readonly chosen: Uint8Array; readonly objective: number };

/** Fills open clusters with stores, the best for their price first. */
export type Filler = (open: Uint8Array) => Fill;

/**
 * A greedy filler: every open cluster first gets its least number of stores, then all others follow, in order of value
 * for what they take at the prices; a store that breaks a limit is left out, a cluster that cannot reach its number is
 * closed.
 */
export function greedyFiller(problem: SupplyProblem, prices: LimitPrices): Filler {
	const { cluster, value, fixedCost } = problem;
	const minStores = Math.max(1, problem.minStores);
	const order = byValueForPrice(problem, prices);
	const takes = takesOf(problem);
	return (open) => {
		const room = new Room(problem, takes);
		const chosen = new Uint8Array(cluster.length);
		const counts = new Int32Array(fixedCost.length);
		// Index loops: this is where the time of the search goes.
		const each = (visit: (j: number, c: number) => void) => {
			for (let k = 0; k < order.length; k++) {
				const j = order[k] ?? 0;
				const c = cluster[j] ?? 0;
				if (open[c]) visit(j, c);
			}
		};
		each((j, c) => {
			if ((counts[c] ?? 0) >= minStores || !room.take(j)) return;
			chosen[j] = 1;
			counts[c] = (counts[c] ?? 0) + 1;
		});
		const isFull = counts.map((count) => Number(count >= minStores));
		each((j, c) => {
			if (!chosen[j] || isFull[c]) return;
			room.give(j);
			chosen[j] = 0;
		});
		let objective = 0;
		each((j, c) => {
			if (!chosen[j] && isFull[c] && (value[j] ?? 0) > 0 && room.take(j)) chosen[j] = 1;
			if (chosen[j]) objective += value[j] ?? 0;
		});
		isFull.forEach((yes, c) => (objective -= yes ? (fixedCost[c] ?? 0) : 0));
		return { chosen, objective };
	};
}

/** Best for their price first; equal ones by what they are, so that labels decide last. */
function byValueForPrice({ value, units }: SupplyProblem, { net }: LimitPrices): Int32Array {
	const score = value.map((v, j) => {
		const price = v - (net[j] ?? 0);
		return price > 0 ? v / price : v > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	});
	return Int32Array.from(value.keys()).sort((i, j) => {
		const [a, b] = [score[i] ?? 0, score[j] ?? 0];
		if (a !== b) return a > b ? -1 : 1;
		return (value[j] ?? 0) - (value[i] ?? 0) || (units[i] ?? 0) - (units[j] ?? 0) || i - j;
	});
}

function takesOf({ cluster, limits = [] }: SupplyProblem): Takes {
	const start = new Int32Array(cluster.length + 1);
	for (const { stores } of limits) for (const j of stores) start[j + 1] = (start[j + 1] ?? 0) + 1;
	for (let j = 0; j < cluster.length; j++) start[j + 1] = (start[j + 1] ?? 0) + (start[j] ?? 0);
	const next = start.slice();
	const limit = new Int32Array(start.at(-1) ?? 0);
	const use = new Float64Array(limit.length);
	limits.forEach((own, s) =>
		own.stores.forEach((j, k) => {
			const at = next[j] ?? 0;
			limit[at] = s;
			use[at] = own.use[k] ?? 0;
			next[j] = at + 1;
		}),
	);
	return { start, limit, use };
}

/** What is left of the budget and of every limit. */
class Room {
	readonly #units: Float64Array;
	readonly #takes: Takes;
	readonly #limits: Float64Array;
	#budget: number;

	constructor({ units, budget, limits = [] }: SupplyProblem, takes: Takes) {
		this.#units = units;
		this.#takes = takes;
		this.#budget = budget;
		this.#limits = Float64Array.from(limits, ({ atMost }) => atMost);
	}

	/** Takes a store in if it fits. */
	take(j: number): boolean {
		const { start, limit, use } = this.#takes;
		if ((this.#units[j] ?? 0) > this.#budget) return false;
		for (let at = start[j] ?? 0; at < (start[j + 1] ?? 0); at++)
			if ((use[at] ?? 0) > (this.#limits[limit[at] ?? 0] ?? 0)) return false;
		this.#move(j, 1);
		return true;
	}

	give(j: number): void {
		this.#move(j, -1);
	}

	#move(j: number, by: 1 | -1): void {
		const { start, limit, use } = this.#takes;
		this.#budget -= by * (this.#units[j] ?? 0);
		for (let at = start[j] ?? 0; at < (start[j + 1] ?? 0); at++) {
			const s = limit[at] ?? 0;
			this.#limits[s] = (this.#limits[s] ?? 0) - by * (use[at] ?? 0);
		}
	}
}
