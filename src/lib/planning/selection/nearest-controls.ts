import { shuffleFirst } from '../../statistics/draws.ts';
import type { Random } from '../../statistics/random.ts';

/** What controls are looked for among. Stores are places in one fixed order, sorted by stratum. */
export type ControlSearch = {
	/** Whitened features, K a store. */
	readonly Z: Float64Array;
	readonly K: number;
	readonly strata: Int32Array;
	/** 1 where a store may be a control: far enough from every test store, in no other test. */
	readonly mayControl: Uint8Array;
};

/** The controls of all test stores together, each once. */
export type Controls = {
	readonly controls: Int32Array;
	/** Set aside untouched, for later checks. */
	readonly reserve: Int32Array;
	/** Controls found for each test store; fewer than wanted where its stratum has no more. */
	readonly found: Int32Array;
};

/**
 * For each test store the `each` nearest stores of its stratum by Mahalanobis distance; of the union a random
 * `reserveRatio` is set aside. Only distances within strata are computed, and none is kept.
 */
export function nearestControls(
	search: ControlSearch,
	test: Int32Array,
	each: number,
	reserveRatio: number,
	random: Random,
): Controls {
	const isTest = new Uint8Array(search.strata.length);
	for (const i of test) isTest[i] = 1;
	const isFound = new Uint8Array(search.strata.length);
	const found = test.map((i) => {
		const nearest = nearestTo(search, i, each, isTest);
		for (const j of nearest) isFound[j] = 1;
		return nearest.length;
	});
	const union = Int32Array.from(isFound.keys()).filter((i) => isFound[i] === 1);
	const kept = Math.floor(union.length * reserveRatio + 1e-9);
	shuffleFirst(random, union, kept);
	return { controls: union.slice(kept), reserve: union.slice(0, kept), found };
}

/** A list kept in order of distance while the stratum is walked through once. */
function nearestTo(search: ControlSearch, i: number, each: number, isTest: Uint8Array): number[] {
	const { Z, K, strata, mayControl } = search;
	const [from, to] = stratumOf(strata, i);
	const stores: number[] = [];
	const squares: number[] = [];
	for (let j = from; j < to; j++) {
		if (!mayControl[j] || isTest[j]) continue;
		const worst = stores.length < each ? Number.POSITIVE_INFINITY : (squares.at(-1) ?? 0);
		const square = squareDistance(Z, K, i, j, worst);
		if (square >= worst) continue;
		let at = stores.length;
		while (at > 0 && (squares[at - 1] ?? 0) > square) at--;
		stores.splice(at, 0, j);
		squares.splice(at, 0, square);
		if (stores.length > each) {
			stores.pop();
			squares.pop();
		}
	}
	return stores;
}

/** Stops adding once the sum is beyond `worst`. */
function squareDistance(Z: Float64Array, K: number, i: number, j: number, worst: number): number {
	let square = 0;
	for (let k = 0; k < K && square < worst; k++) square += ((Z[i * K + k] ?? 0) - (Z[j * K + k] ?? 0)) ** 2;
	return square;
}

/** First place of the store's stratum, and the first after it. */
function stratumOf(strata: Int32Array, i: number): [number, number] {
	const h = strata[i] ?? 0;
	const first = (above: number) => {
		let [low, high] = [0, strata.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((strata[middle] ?? 0) < above) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return [first(h), first(h + 1)];
}
