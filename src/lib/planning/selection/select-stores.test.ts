import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawNormal } from '../../statistics/draws.ts';
import { NonFiniteError } from '../../statistics/non-finite-error.ts';
import { seeded } from '../../statistics/random.ts';
import { acceptanceBound } from './acceptance.ts';
import { randomisationTest } from './randomisation-test.ts';
import { redrawAllocations } from './redraw-allocations.ts';
import { selectStores } from './select-stores.ts';
import type { SelectionRules } from './selection-rules.ts';

/** Invented stores: features that differ between strata and within them. */
function stores(n: number, K: number, H: number, seed = 1) {
	const random = seeded(seed);
	const strata = Int32Array.from({ length: n }, () => Math.floor(random() * H));
	const X = Float64Array.from(
		{ length: n * K },
		(_, at) => drawNormal(random) + (strata[Math.floor(at / K)] ?? 0),
	);
	const places = Float64Array.from({ length: 2 * n }, (_, at) => (at % 2 ? 104 : -3) + 3 * random());
	return { n, K, strata, X, places };
}

const select = (world: ReturnType<typeof stores>, rules: SelectionRules, seed = 7) =>
	selectStores(world.X, world.n, world.K, world.strata, rules, seed);

test('every accepted draw meets the rule: the bound, the slots of the strata, and the distance of controls', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 60, max: 300 }),
			fc.integer({ min: 1, max: 6 }),
			fc.integer({ min: 1, max: 5 }),
			fc.integer({ min: 12, max: 40 }),
			fc.nat(1000),
			(n, K, H, testStores, seed) => {
				const world = stores(n, K, H, seed + 1);
				const {
					test: chosen,
					M,
					a,
					slots,
					controls,
					reserve,
					...rest
				} = select(world, { testStores, acceptance: 0.05, places: world.places }, seed);
				expect(chosen).toHaveLength(testStores);
				expect(M).toBeLessThanOrEqual(a);
				expect(a).toBe(acceptanceBound(rest.rank, rest.attempts.at(-1)?.acceptance ?? 0));
				slots.forEach((slot, h) => expect(chosen.filter((i) => world.strata[i] === h)).toHaveLength(slot));
				const all = [...chosen, ...controls, ...reserve];
				expect(new Set(all).size).toBe(all.length);
				for (const i of [...controls, ...reserve])
					for (const j of chosen) expect(kilometres(world.places, i, j)).toBeGreaterThan(3);
			},
		),
		{ numRuns: 40 },
	);
});

/** Haversine formula. */
function kilometres(places: Float64Array, i: number, j: number): number {
	const radians = (at: number) => ((places[at] ?? 0) * Math.PI) / 180;
	const half = (x: number) => Math.sin(x / 2) ** 2;
	const [p, q] = [radians(2 * i), radians(2 * j)];
	const h = half(p - q) + Math.cos(p) * Math.cos(q) * half(radians(2 * i + 1) - radians(2 * j + 1));
	return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}

test('stores in another order are the same stores: only the labels change', () => {
	fc.assert(
		fc.property(fc.nat(1000), (seed) => {
			const world = stores(150, 4, 3, seed);
			const order = Int32Array.from({ length: world.n }, (_, i) => (i * 7 + seed) % world.n);
			const moved = {
				...world,
				strata: order.map((i) => world.strata[i] ?? 0),
				X: world.X.map((_, at) => world.X[(order[Math.floor(at / 4)] ?? 0) * 4 + (at % 4)] ?? 0),
				places: world.places.map((_, at) => world.places[(order[at >> 1] ?? 0) * 2 + (at % 2)] ?? 0),
			};
			const one = select(world, { testStores: 20, places: world.places }, seed);
			const other = select(moved, { testStores: 20, places: moved.places }, seed);
			const back = (rows: Int32Array) => rows.map((at) => order[at] ?? 0).toSorted();
			for (const list of ['test', 'controls', 'reserve'] as const)
				expect(back(other[list])).toEqual(one[list]);
			expect({ M: other.M, draws: other.draws, balance: other.balance }).toEqual({
				M: one.M,
				draws: one.draws,
				balance: one.balance,
			});
		}),
		{ numRuns: 30 },
	);
});

test('about the agreed share of draws is accepted', () => {
	const world = stores(2000, 6, 8);
	const rules = { testStores: 80, acceptance: 0.02 };
	const input = { ...world, rules };
	const { draws } = redrawAllocations(input, select(world, rules), { reps: 400 });
	expect(400 / draws).toBeGreaterThan(0.016);
	expect(400 / draws).toBeLessThan(0.025);
});

test('without an eligible store nothing is chosen, and it says so', () => {
	const world = stores(30, 2, 2);
	const none = select(world, { testStores: 12, mayTest: new Uint8Array(30), mandatory: [1] });
	expect([...none.test, ...none.controls]).toEqual([]);
	expect(none.notes).toEqual(['no-eligible-store', 'mandatory-stratum-empty', 'distance-not-checked']);
});

test('with fewer stores than wanted all of them are test stores', () => {
	const world = stores(15, 2, 2);
	const all = select(world, { testStores: 40 });
	expect(all.test).toEqual(Int32Array.from({ length: 15 }, (_, i) => i));
	expect(all).toMatchObject({ M: 0, draws: 1 });
	expect(all.notes).toContain('fewer-stores-than-wanted');
});

test('stores picked by hand are in, excluded ones are out, and the report knows that somebody picked', () => {
	const world = stores(120, 3, 3);
	const picked = select(world, { testStores: 20, include: [4, 9, 11], exclude: [11, 50] });
	expect([...picked.test]).toEqual(expect.arrayContaining([4, 9]));
	expect(picked.test).toHaveLength(20);
	expect([...picked.test]).not.toContain(11);
	expect([...picked.picked]).toEqual([4, 9]);
	expect([...picked.refused]).toEqual([11]);
	expect(picked.notes).toEqual(expect.arrayContaining(['picked-by-hand', 'include-refused']));
	expect(select(world, { testStores: 20 }).notes).not.toContain('picked-by-hand');
});

test('a bound that no draw meets is relaxed by ten, and it says so', () => {
	const world = stores(60, 5, 2);
	const { attempts, notes } = select(world, { testStores: 12, acceptance: 1e-9, maxDraws: 50 });
	expect(attempts.length).toBeGreaterThan(1);
	expect(attempts.slice(0, -1).every(({ draws }) => draws === 50)).toBe(true);
	expect(notes).toContain('acceptance-relaxed');
});

test('features that only tell strata apart are balanced by the strata', () => {
	const world = stores(90, 1, 3);
	const X = Float64Array.from(world.strata, (h) => 10 + h / 3);
	const chosen = selectStores(X, 90, 1, world.strata, { testStores: 30 }, 1);
	expect(chosen).toMatchObject({ rank: 0, draws: 1, v: 1, M: 0 });
	expect(chosen.notes).toContain('nothing-to-balance');
});

test('equal stores, one stratum and two copies of a feature are no trouble', () => {
	const strata = new Int32Array(40);
	expect(selectStores(new Float64Array(80).fill(3), 40, 2, strata, { testStores: 12 }, 1).test).toHaveLength(
		12,
	);
	const one = stores(40, 1, 1);
	const twice = Float64Array.from({ length: 80 }, (_, at) => one.X[at >> 1] ?? 0);
	expect(selectStores(twice, 40, 2, strata, { testStores: 12 }, 1).rank).toBe(1);
});

test('what is no number is named by row and column', () => {
	const world = stores(20, 3, 1);
	world.X[3 * 4 + 2] = Number.NaN;
	expect(() => select(world, { testStores: 12 })).toThrow(NonFiniteError);
	expect(() => select(world, { testStores: 12 })).toThrow('features: row 4, column 2 holds NaN');
});

test('rules that cannot be are refused', () => {
	const world = stores(20, 3, 1);
	for (const rule of [
		{ maxDraws: 0 },
		{ acceptance: 0 },
		{ reserveRatio: 1.2 },
		{ include: [20] },
		{ testStores: 0 },
	])
		expect(() => select(world, { testStores: 12, ...rule })).toThrow(RangeError);
	expect(() => selectStores(world.X, 21, 3, world.strata, { testStores: 12 }, 1)).toThrow('do not fit');
});

test('a store of unknown place is no control', () => {
	const world = stores(60, 2, 1);
	world.places.fill(Number.NaN, 2 * 10, 2 * 30);
	const { controls, reserve } = select(world, { testStores: 12, places: world.places });
	expect([...controls, ...reserve].filter((i) => i >= 10 && i < 30)).toEqual([]);
});

test('a selection that is called off stops', () => {
	const world = stores(60, 3, 2);
	const signal = AbortSignal.abort();
	const rules = { testStores: 12 };
	expect(() => selectStores(world.X, 60, 3, world.strata, rules, 1, { signal })).toThrow('aborted');
	const controller = new AbortController();
	let done = 0;
	const onProgress = () => ++done === 3 && controller.abort();
	const options = { onProgress, signal: controller.signal };
	expect(() => randomisationTest({ ...world, rules }, select(world, rules), () => 0, options)).toThrow(
		'aborted',
	);
	expect(done).toBe(3);
});

test('the randomisation test finds an effect that is there, and none where none is', () => {
	const world = stores(200, 3, 2);
	const rules = { testStores: 24 };
	const selection = select(world, rules);
	const isTest = new Set(selection.test);
	const noise = Float64Array.from({ length: 200 }, seeded(5));
	const meanOf = (effect: number) => (rows: Int32Array) =>
		rows.reduce((sum, i) => sum + (noise[i] ?? 0) - 0.5 + (isTest.has(i) ? effect : 0), 0) / rows.length;
	const pOf = (effect: number) =>
		randomisationTest({ ...world, rules }, selection, meanOf(effect), { reps: 199 }).p;
	expect(pOf(2)).toBe(1 / 200);
	expect(pOf(0)).toBeGreaterThan(0.05);
});

test('allocations drawn again have the slots, the stores picked by hand and the bound of the selection', () => {
	const world = stores(200, 3, 4);
	const rules = { testStores: 24, include: [5, 17], acceptance: 0.05 };
	const selection = select(world, rules);
	const { allocations } = redrawAllocations({ ...world, rules }, selection, { reps: 50 });
	expect(allocations).toHaveLength(50);
	expect(new Set(allocations?.map((rows) => rows.join(' '))).size).toBe(50);
	for (const rows of allocations ?? []) {
		expect([...rows]).toEqual(expect.arrayContaining([5, 17]));
		selection.slots.forEach((slot, h) =>
			expect(rows.filter((i) => world.strata[i] === h)).toHaveLength(slot),
		);
	}
	const tooFew = redrawAllocations({ ...world, rules }, selection, { reps: 50, maxDraws: 60 });
	expect(tooFew).toEqual({ allocations: null, draws: 60 });
});

test('where nothing was left to chance there is no randomisation test', () => {
	const world = stores(20, 2, 1);
	const rules = { testStores: 20 };
	expect(randomisationTest({ ...world, rules }, select(world, rules), () => 1).p).toBeNull();
});
