import { newWorth, worthOf, type RankedClusters, type Worth } from './ranked-clusters.ts';

/** What is known of a cluster: still free, open, or closed. */
export const CLUSTER = { free: 0, open: 1, closed: 2 } as const;

/** The lowest upper bound that a price of capacity gives, and what is worth having at it. */
export type Priced = {
	/** No choice that fits the states brings more. */
	readonly bound: number;
	/** Just high enough that what is worth having fits. */
	readonly price: number;
	/** At that price. */
	readonly worth: Worth;
	/** Clusters open just below the price, where what is worth having no longer fits; null when all fits for nothing. */
	readonly openBelow: Uint8Array | null;
};

type Point = { readonly price: number; readonly bound: number; readonly units: number };

const MAX_STEPS = 100;

/**
 * Lagrangian relaxation of the capacity (Everett 1963; Geoffrion 1974): at a price p of a unit,
 * L(p) = p * budget + sum over clusters of what each is worth is an upper bound for every p >= 0, convex, with slope
 * budget - units. Its minimum is where the slope changes sign: found between two prices by the point where their
 * tangents meet, every second time by halving.
 * Stops early when a bound is no better than `enough`.
 */
export function priceOfCapacity(
	ranked: RankedClusters,
	states: Uint8Array,
	budget: number,
	enough = Number.NEGATIVE_INFINITY,
): Priced {
	const worth = newWorth(ranked.C);
	const at = (price: number) => evaluate(ranked, states, budget, price, worth);
	let low = at(0);
	if (low.units <= budget) return { bound: low.bound, price: 0, worth, openBelow: null };
	let high = at(highestRatio(ranked));
	while (high.units > budget && high.bound > enough && high.price < 1e15) {
		low = high;
		high = at(2 * high.price + 1);
	}
	const best = lowestBound(at, low, high, budget, enough);
	const below = at(best.price * (1 - STEP_ASIDE));
	const openBelow = openAt(states, worth);
	const above = at(best.price * (1 + STEP_ASIDE));
	const price = above.units <= budget ? above.price : at(best.above).price;
	return { bound: Math.min(best.bound, below.bound, above.bound), price, worth, openBelow };
}

/** Far enough from a price to see one side of it, and no farther. */
const STEP_ASIDE = 1e-9;

function lowestBound(
	at: (price: number) => Point,
	low: Point,
	high: Point,
	budget: number,
	enough: number,
): { bound: number; price: number; above: number } {
	let [left, right] = [low, high];
	let best = left.bound < right.bound ? left : right;
	const slope = ({ units }: Point) => budget - units;
	for (let step = 0; step < MAX_STEPS && best.bound > enough; step++) {
		const meeting =
			(left.bound - slope(left) * left.price - right.bound + slope(right) * right.price) /
			(slope(right) - slope(left));
		const isMeeting = step % 2 === 0;
		const price = isMeeting ? meeting : (left.price + right.price) / 2;
		if (!(price > left.price && price < right.price)) break;
		const next = at(price);
		if (next.bound <= best.bound) best = next;
		const tangent = left.bound + slope(left) * (price - left.price);
		if (next.units > budget) left = next;
		else right = next;
		// A convex function that touches both tangents where they meet is lowest there.
		if (isMeeting && next.bound <= tangent + 1e-13 * Math.abs(tangent)) break;
	}
	return { bound: best.bound, price: best.price, above: right.price };
}

function evaluate(
	ranked: RankedClusters,
	states: Uint8Array,
	budget: number,
	price: number,
	worth: Worth,
): Point {
	let bound = price * budget;
	let units = 0;
	for (let c = 0; c < ranked.C; c++) {
		if (states[c] === CLUSTER.closed) continue;
		worthOf(ranked, c, price, worth);
		const net = worth.net[c] ?? 0;
		if (states[c] === CLUSTER.free && net <= 0) continue;
		bound += net;
		units += worth.units[c] ?? 0;
	}
	return { price, bound, units };
}

/** Clusters that are open, or free and worth opening. */
export function openAt(states: Uint8Array, { net }: Worth): Uint8Array {
	return states.map((state, c) =>
		state === CLUSTER.open || (state === CLUSTER.free && (net[c] ?? 0) > 0) ? 1 : 0,
	);
}

/** Above it no store is worth its units. */
function highestRatio({ ratio }: RankedClusters): number {
	return ratio.reduce((most, r) => (r > most && r < Number.POSITIVE_INFINITY ? r : most), 0) + 1;
}
