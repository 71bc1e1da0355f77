import { assertFinite, NonFiniteError } from '../../statistics/non-finite-error.ts';
import { allocateSlots } from './allocate-slots.ts';
import type { Lottery } from './lottery.ts';
import { inOrder, oneOrder } from './one-order.ts';
import type { SelectionRules } from './selection-rules.ts';
import { whiten } from './whiten.ts';

/** The stores in one order, and the lottery over them. */
export type SelectionFrame = {
	/** Row of the store at each place. */
	readonly order: Int32Array;
	/** By place: stratum, whether it can be drawn, whether it may be a control. */
	readonly strata: Int32Array;
	readonly population: Uint8Array;
	readonly mayControl: Uint8Array;
	readonly places: Float64Array | null;
	readonly X: Float64Array;
	readonly lottery: Lottery;
	/** Slots of every stratum, those of stores picked by hand among them. */
	readonly slots: Int32Array;
	/** Rows that were to be included and cannot be. */
	readonly refused: Int32Array;
};

/**
 * What every draw rests on. Made once from the same input it is the same, so that allocations can be drawn again later.
 * @throws NonFiniteError naming row and column; RangeError when a table has another size or a rule cannot be
 */
export function selectionFrame(
	X: Float64Array,
	n: number,
	K: number,
	strata: Int32Array,
	rules: SelectionRules,
): SelectionFrame {
	check(X, n, K, strata, rules);
	const mayTest = masked(n, rules.mayTest, rules.exclude);
	const isPicked = masked(n, new Uint8Array(n), []);
	for (const i of rules.include ?? []) isPicked[i] = mayTest[i] ?? 0;
	const mayControl = rules.mayControl ?? new Uint8Array(n).fill(1);
	const order = oneOrder(strata, [
		{ values: X, columns: K },
		...[mayTest, isPicked, mayControl].map((values) => ({ values, columns: 1 })),
		...(rules.places ? [{ values: rules.places, columns: 2 }] : []),
	]);
	const ordered = {
		order,
		strata: inOrder(order, strata, 1, new Int32Array(n)),
		population: inOrder(order, mayTest, 1, new Uint8Array(n)),
		mayControl: inOrder(order, mayControl, 1, new Uint8Array(n)),
		places: rules.places ? inOrder(order, rules.places, 2, new Float64Array(2 * n)) : null,
		X: inOrder(order, X, K, new Float64Array(n * K)),
	};
	const picked = inOrder(order, isPicked, 1, new Uint8Array(n));
	const refused = Int32Array.from(rules.include ?? []).filter((i) => !isPicked[i]);
	return { ...ordered, ...lotteryOf(ordered, K, picked, rules), refused };
}

function lotteryOf(
	{ strata, population, X }: Pick<SelectionFrame, 'strata' | 'population' | 'X'>,
	K: number,
	picked: Uint8Array,
	rules: SelectionRules,
): Pick<SelectionFrame, 'lottery' | 'slots'> {
	const mandatory = new Set(rules.mandatory);
	const H = Math.max(...mandatory, strata.at(-1) ?? -1) + 1;
	const urns: number[][] = Array.from({ length: H }, () => []);
	const byHand = new Int32Array(H);
	const stores = new Int32Array(H);
	strata.forEach((h, at) => {
		if (!population[at]) return;
		stores[h] = (stores[h] ?? 0) + 1;
		if (picked[at]) byHand[h] = (byHand[h] ?? 0) + 1;
		else urns[h]?.push(at);
	});
	const needs = Array.from(stores, (count, h) => ({
		stores: count,
		least: Math.max(byHand[h] ?? 0, mandatory.has(h) && count > 0 ? 1 : 0),
	}));
	const slots = allocateSlots(needs, rules.testStores);
	const { Z, rank } = whiten(X, K, strata, population);
	return {
		slots,
		lottery: {
			...{ Z, K, rank, population: stores.reduce((sum, count) => sum + count, 0) },
			urns: urns
				.map((urn, h) => ({ stores: Int32Array.from(urn), slots: (slots[h] ?? 0) - (byHand[h] ?? 0) }))
				.filter((urn) => urn.slots > 0),
			picked: Int32Array.from(picked.keys()).filter((at) => picked[at] === 1),
		},
	};
}

function masked(n: number, may: Uint8Array | undefined, never: readonly number[] | undefined): Uint8Array {
	const mask = may?.slice() ?? new Uint8Array(n).fill(1);
	for (const i of never ?? []) mask[i] = 0;
	return mask;
}

function check(X: Float64Array, n: number, K: number, strata: Int32Array, rules: SelectionRules): void {
	const { testStores, mayTest, mayControl, places, include = [], exclude = [] } = rules;
	const sizes = [
		X.length === n * K,
		strata.length === n,
		[mayTest, mayControl].every((mask) => !mask || mask.length === n),
		!places || places.length === 2 * n,
		strata.every((h) => h >= 0),
	];
	if (sizes.includes(false))
		throw new RangeError(`tables of stores do not fit ${n} stores and ${K} features`);
	const unknown = [...include, ...exclude].find((i) => !(Number.isInteger(i) && i >= 0 && i < n));
	if (unknown !== undefined) throw new RangeError(`no store ${unknown}`);
	if (!Number.isInteger(testStores) || testStores < 1)
		throw new RangeError(`no test of ${testStores} stores`);
	checkNumbers(rules);
	assertFinite('features', X, K);
	const half = places?.findIndex(
		(x, at) => Number.isNaN(x) !== Number.isNaN(places[at ^ 1] ?? 0) || Math.abs(x) > 360,
	);
	if (places && half !== undefined && half >= 0)
		throw new NonFiniteError('places', half >> 1, half % 2, places[half] ?? Number.NaN);
}

function checkNumbers({
	acceptance = 1,
	maxDraws = 1,
	controlsEach = 0,
	apartKm = 0,
	reserveRatio = 0,
}: SelectionRules): void {
	const fits =
		acceptance > 0 &&
		acceptance <= 1 &&
		Number.isInteger(maxDraws) &&
		maxDraws >= 1 &&
		Number.isInteger(controlsEach) &&
		controlsEach >= 0 &&
		apartKm >= 0 &&
		reserveRatio >= 0 &&
		reserveRatio <= 1;
	if (!fits) throw new RangeError('a rule of the selection cannot be');
}
