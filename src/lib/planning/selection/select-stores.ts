import { seeded } from '../../statistics/random.ts';
import { imbalanceLeft, usualAcceptance } from './acceptance.ts';
import { BALANCED, balanceTable, type BalanceRow } from './balance.ts';
import { farFrom } from './far-from.ts';
import { allocationSize, drawAccepted, type Attempt } from './lottery.ts';
import { nearestControls, type Controls } from './nearest-controls.ts';
import { selectionFrame, type SelectionFrame } from './selection-frame.ts';
import { SELECTION_DEFAULTS, type SelectionNote, type SelectionRules } from './selection-rules.ts';

/** Which stores test, which compare, and how they were found. Rows ascend. */
export type Selection = {
	readonly test: Int32Array;
	/** Those of them that somebody picked. */
	readonly picked: Int32Array;
	readonly controls: Int32Array;
	/** Controls set aside untouched. */
	readonly reserve: Int32Array;
	/** Controls found for each test store, in the order of `test`. */
	readonly found: Int32Array;
	/** Distance of the test stores from the population, and the bound it was accepted under. */
	readonly M: number;
	readonly a: number;
	/** Features that vary within strata: the degrees of freedom of M. */
	readonly rank: number;
	/** Share of the variance of a difference that the bound leaves. */
	readonly v: number;
	/** Draws made in all, and under which bounds. */
	readonly draws: number;
	readonly attempts: readonly Attempt[];
	/** Test stores of every stratum. */
	readonly slots: Int32Array;
	readonly balance: readonly BalanceRow[];
	/** Rows that were to be included and cannot be. */
	readonly refused: Int32Array;
	readonly notes: readonly SelectionNote[];
	readonly seed: number;
};

export type SelectionOptions = { readonly signal?: AbortSignal };

/**
 * Test stores by stratified rerandomisation, and their controls (method 6). `X` holds K features of n stores, row after
 * row; `strata` a stratum number from 0 for each. Slots go to strata in proportion to their eligible stores; allocations
 * are drawn at random until one resembles the population (M <= a); controls are the nearest stores of the same stratum
 * that stand far enough from every test store. The same stores and seed give the same choice however they are sorted.
 * Example: `selectStores(X, 400, 5, strata, { testStores: 40 }, 7)`.
 * @throws NonFiniteError naming row and column; RangeError when a table has another size or a rule cannot be
 */
export function selectStores(
	X: Float64Array,
	n: number,
	K: number,
	strata: Int32Array,
	rules: SelectionRules,
	seed: number,
	{ signal }: SelectionOptions = {},
): Selection {
	const frame = selectionFrame(X, n, K, strata, rules);
	const { lottery } = frame;
	const acceptance = rules.acceptance ?? usualAcceptance(lottery.rank);
	const maxDraws = rules.maxDraws ?? SELECTION_DEFAULTS.maxDraws;
	const drawn =
		allocationSize(lottery) > 0
			? drawAccepted(lottery, seeded(seed), acceptance, maxDraws, signal)
			: { test: new Int32Array(0), M: 0, attempts: [] };
	const test = drawn.test.toSorted();
	const found = controlsOf(frame, K, test, rules, seed);
	const balance = balanceTable(frame.X, K, frame.population, test, found.controls);
	const a = drawn.attempts.at(-1)?.a ?? Number.POSITIVE_INFINITY;
	return {
		...inRows(frame, test, found),
		...{ M: drawn.M, a, rank: lottery.rank, v: imbalanceLeft(lottery.rank, a), seed },
		draws: drawn.attempts.reduce((sum, { draws }) => sum + draws, 0),
		attempts: drawn.attempts,
		slots: frame.slots,
		balance,
		notes: notesOf(frame, { attempts: drawn.attempts, balance, found: found.found }, rules),
	};
}

function controlsOf(
	frame: SelectionFrame,
	K: number,
	test: Int32Array,
	rules: SelectionRules,
	seed: number,
): Controls {
	const { controlsEach, apartKm, reserveRatio } = { ...SELECTION_DEFAULTS, ...rules };
	const far = frame.places && farFrom(frame.places, test, apartKm);
	const mayControl = far ? frame.mayControl.map((may, at) => may & (far[at] ?? 0)) : frame.mayControl;
	const search = { Z: frame.lottery.Z, K, strata: frame.strata, mayControl };
	return nearestControls(search, test, controlsEach, reserveRatio, seeded(seed, 1));
}

/** From places in the one order to rows of the caller. */
function inRows({ order, lottery, refused }: SelectionFrame, test: Int32Array, found: Controls) {
	const rows = (places: Int32Array) => places.map((at) => order[at] ?? 0).toSorted();
	const byRow = Array.from(test, (at, t) => ({ row: order[at] ?? 0, found: found.found[t] ?? 0 })).toSorted(
		(a, b) => a.row - b.row,
	);
	return {
		test: Int32Array.from(byRow, ({ row }) => row),
		found: Int32Array.from(byRow, (store) => store.found),
		picked: rows(lottery.picked),
		controls: rows(found.controls),
		reserve: rows(found.reserve),
		refused,
	};
}

function notesOf(
	{ lottery, slots, places, refused }: SelectionFrame,
	{ attempts, balance, found }: Pick<Selection, 'attempts' | 'balance' | 'found'>,
	rules: SelectionRules,
): SelectionNote[] {
	const size = allocationSize(lottery);
	const said: Record<SelectionNote, boolean> = {
		'no-eligible-store': lottery.population === 0,
		'fewer-stores-than-wanted': lottery.population > 0 && size < rules.testStores,
		'more-stores-than-wanted': size > rules.testStores,
		'picked-by-hand': lottery.picked.length > 0,
		'include-refused': refused.length > 0,
		'mandatory-stratum-empty': (rules.mandatory ?? []).some((h) => slots[h] === 0),
		'acceptance-relaxed': attempts.length > 1,
		'nothing-to-balance': size > 0 && lottery.rank === 0,
		'not-balanced': balance.some(({ fromPopulation }) => Math.abs(fromPopulation) >= BALANCED),
		'few-controls': found.some((count) => count < (rules.controlsEach ?? SELECTION_DEFAULTS.controlsEach)),
		'distance-not-checked': !places,
	};
	return Object.entries(said).flatMap(([note, holds]) => (holds ? [note as SelectionNote] : []));
}
