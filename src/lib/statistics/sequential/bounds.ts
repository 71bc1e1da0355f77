import { assertFinite } from '../non-finite-error.ts';
import { lookFor, lookWith, startChain, type Chain } from './chain.ts';
import type { Spending } from './spending.ts';

/** One look as it is logged: enough to go on from, years later. */
export type LoggedLook = {
	/** Information time: grows from look to look, 1 at the planned end. */
	readonly t: number;
	/** The bound that z had to reach. */
	readonly bound: number;
	/** Probability of a false crossing used up so far. */
	readonly spent: number;
};

/** A look that adds less information than this is skipped: nothing can be decided at it. */
export const LEAST_GROWTH = 1e-7;

/** The bounds of a running test: one step a look, never anew. */
export type BoundPath = { readonly chain: Chain; readonly looks: readonly LoggedLook[] };

/** The path of bounds as it stands after the looks logged so far; bounds of the past are taken as they are. */
export function boundPath(logged: readonly LoggedLook[] = []): BoundPath {
	let chain = startChain();
	for (const { t, bound } of logged) ({ chain } = lookWith(chain, t, bound));
	return { chain, looks: logged };
}

/**
 * The next look at information time t: its bound c solves P(first crossing here) = spend(t) - spent so far, for a
 * Brownian motion in information time (Lan and DeMets 1983). Null when t has not grown: then there is no look.
 */
export function nextLook(path: BoundPath, t: number, spend: Spending): BoundPath | null {
	const last = path.looks.at(-1);
	if (t < (last?.t ?? 0) + LEAST_GROWTH) return null;
	const spent = Math.max(last?.spent ?? 0, spend(t));
	const { bound, chain } = lookFor(path.chain, t, spent - (last?.spent ?? 0));
	return { chain, looks: [...path.looks, { t, bound, spent }] };
}

/**
 * All bounds of looks planned at times t. Two-sided bounds are symmetric; each side spends half of `spend`. Example:
 * five equal looks at one-sided 0.05 in the O'Brien-Fleming form: 4.2292, 2.8881, 2.2981, 1.9618, 1.7397.
 */
export function gsBounds(t: Float64Array, spend: Spending, sides: 1 | 2 = 1): Float64Array {
	assertFinite('times', t, 1);
	let chain = startChain({ sides });
	let spent = 0;
	return t.map((at) => {
		const next = spend(at);
		const look = lookFor(chain, at, (next - spent) / sides);
		spent = next;
		chain = look.chain;
		return look.bound;
	});
}

/**
 * Probability of first crossing the bounds at each look, when z(t) has mean drift * sqrt(t): power, with the drift of
 * the alternative (Lan and DeMets 1983; drift is the expected z at the planned end).
 */
export function crossingProbabilities(t: Float64Array, bounds: Float64Array, drift: number): Float64Array {
	assertFinite('times', t, 1);
	let chain = startChain({ drift });
	return t.map((at, look) => {
		const { probability, chain: next } = lookWith(chain, at, bounds[look] ?? Number.POSITIVE_INFINITY);
		chain = next;
		return probability;
	});
}
