import type { Priced } from './capacity-price.ts';
import { leastBad, type RankedClusters } from './ranked-clusters.ts';

/** The best set found for given open clusters. */
export type Filled = {
	/** By place. */
	readonly chosen: Uint8Array;
	readonly objective: number;
	/** Whether no other set of these clusters brings more. */
	readonly isBest: boolean;
};

/** Sets tried at most, for a number of changes. */
const MAX_TRIED = 100_000;

/** A store that changes sides: in or out. */
type Flip = {
	readonly at: number;
	readonly cluster: number;
	/** What the change costs at the price, at least 0. */
	readonly cost: number;
	/** 1 in, -1 out. */
	readonly by: 1 | -1;
	readonly units: number;
	readonly value: number;
};

/**
 * The best stores of given clusters within the budget. The stores worth having at the price leave some capacity unused;
 * whatever is changed costs its distance from the price, and no change can win more than price x unused. So only the few
 * stores near the price are tried, in order of cost (the core of the knapsack problem: Balas and Zemel 1980).
 * Null when even the price's own set does not fit.
 */
export function fillCapacity(
	ranked: RankedClusters,
	open: Uint8Array,
	budget: number,
	{ price, worth }: Pick<Priced, 'price' | 'worth'>,
): Filled | null {
	const start = setAtPrice(ranked, open, price, worth.count);
	const slack = budget - start.units;
	if (slack < -1e-9 * Math.max(1, budget)) return null;
	const room = {
		slack: Math.max(0, slack),
		winnable: price * Math.max(0, slack),
		minStores: ranked.minStores,
	};
	const flips = flipsBelow(ranked, open, start, price, room.winnable);
	const { flips: best, gain, isBest } = bestFlips(flips, room, start.counts);
	for (const { at, by } of best) start.chosen[at] = by > 0 ? 1 : 0;
	return { chosen: start.chosen, objective: start.objective + gain, isBest };
}

/** What is worth having at a price, before anything is changed. */
export type PricedSet = {
	/** By place. */
	readonly chosen: Uint8Array;
	/** Stores chosen by cluster, and what would raise every store of it until the last chosen one is worth having. */
	readonly counts: Int32Array;
	readonly raise: Float64Array;
	readonly objective: number;
	readonly units: number;
};

/** The stores of open clusters worth having at a price, and those least bad that a cluster needs to reach its number. */
export function setAtPrice(
	ranked: RankedClusters,
	open: Uint8Array,
	price: number,
	worthHaving: Int32Array,
): PricedSet {
	const chosen = new Uint8Array(ranked.store.length);
	const counts = new Int32Array(ranked.C);
	const raise = new Float64Array(ranked.C);
	let [objective, units] = [0, 0];
	const take = (at: number) => {
		chosen[at] = 1;
		objective += ranked.value[at] ?? 0;
		units += ranked.units[at] ?? 0;
	};
	open.forEach((isOpen, c) => {
		if (!isOpen) return;
		const from = ranked.start[c] ?? 0;
		const first = from + (worthHaving[c] ?? 0);
		objective -= ranked.fixedCost[c] ?? 0;
		for (let at = from; at < first; at++) take(at);
		const forced = leastBad(
			ranked,
			first,
			ranked.start[c + 1] ?? 0,
			price,
			ranked.minStores - (first - from),
		);
		for (const at of forced) take(at);
		counts[c] = first - from + forced.length;
		const last = forced.at(-1);
		if (last !== undefined) raise[c] = price * (ranked.units[last] ?? 0) - (ranked.value[last] ?? 0);
	});
	return { chosen, counts, raise, objective, units };
}

/** Changes that cost less than `limit`, the cheapest first. */
function flipsBelow(
	ranked: RankedClusters,
	open: Uint8Array,
	{ chosen, raise }: PricedSet,
	price: number,
	limit: number,
): Flip[] {
	const flips: Flip[] = [];
	open.forEach((isOpen, cluster) => {
		if (!isOpen) return;
		for (let at = ranked.start[cluster] ?? 0; at < (ranked.start[cluster + 1] ?? 0); at++) {
			const units = ranked.units[at] ?? 0;
			const value = ranked.value[at] ?? 0;
			const cost = Math.abs(value - price * units + (raise[cluster] ?? 0));
			if (cost >= limit) continue;
			const by = chosen[at] ? -1 : 1;
			flips.push({ at, cluster, cost, by, units: by * units, value: by * value });
		}
	});
	return flips.sort((a, b) => a.cost - b.cost || a.at - b.at);
}

type Room = { readonly slack: number; readonly winnable: number; readonly minStores: number };
type Found = { readonly flips: readonly Flip[]; readonly gain: number; readonly isBest: boolean };

/** The changes that win most: first what simply fits, then every set of changes that costs less than it can win. */
function bestFlips(flips: readonly Flip[], { slack, winnable, minStores }: Room, counts: Int32Array): Found {
	let best = whatFits(flips, slack);
	let gain = best.reduce((sum, { value }) => sum + value, 0);
	let tried = 0;
	const path: Flip[] = [];
	let deepest = 1;
	const go = (from: number, cost: number, left: number, won: number, short: number): void => {
		if (path.length === deepest) return;
		for (let k = from; k < flips.length && tried < MAX_TRIED; k++) {
			const flip = flips[k];
			if (!flip || cost + flip.cost >= winnable - gain - 1e-9) return;
			// Of equal stores the first go first: the others change nothing.
			if (k > from && isSame(flip, flips[k - 1])) continue;
			tried++;
			path.push(flip);
			const before = counts[flip.cluster] ?? 0;
			const after = before + flip.by;
			counts[flip.cluster] = after;
			const missing = short + Number(after < minStores) - Number(before < minStores);
			const unused = left - flip.units;
			if (unused >= 0 && missing === 0 && won + flip.value > gain) {
				gain = won + flip.value;
				best = [...path];
			}
			go(k + 1, cost + flip.cost, unused, won + flip.value, missing);
			counts[flip.cluster] = before;
			path.pop();
		}
	};
	// Few changes first: a good set found early makes most others too dear to try.
	for (deepest of [1, 2, 3, flips.length]) {
		tried = 0;
		go(0, 0, slack, 0, 0);
	}
	return { flips: best, gain, isBest: tried < MAX_TRIED };
}

function isSame(a: Flip, b: Flip | undefined): boolean {
	return a.cluster === b?.cluster && a.by === b.by && a.units === b.units && a.value === b.value;
}

/** Takes in order of cost what still fits and brings something. */
function whatFits(flips: readonly Flip[], slack: number): readonly Flip[] {
	let left = slack;
	return flips.filter(({ by, value, units }) => {
		const fits = by > 0 && value > 0 && units <= left;
		if (fits) left -= units;
		return fits;
	});
}
