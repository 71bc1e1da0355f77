import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NonFiniteError } from '../../statistics/non-finite-error.ts';
import { seeded } from '../../statistics/random.ts';
import { chooseStores } from './choose-stores.ts';
import { reachableBudget } from './reachable-budget.ts';
import { searchClusters } from './search-clusters.ts';
import { searchLimits } from './search-limits.ts';
import { gapOf, keepsLimits, objectiveOf, type SupplyProblem } from './supply-problem.ts';

type Shape = {
	readonly n: number;
	readonly C: number;
	readonly minStores: number;
	readonly share: number;
	readonly limits: number;
	readonly seed: number;
	/** Round numbers make ties. */
	readonly isRound: boolean;
};

/** Invented stores in clusters; the budget is a share of what all would sell. */
function world({ n, C, minStores, share, limits, seed, isRound }: Shape): SupplyProblem {
	const random = seeded(seed);
	const some = (low: number, high: number) => {
		const x = low + (high - low) * random();
		return isRound ? Math.round(x) : x;
	};
	const cluster = Int32Array.from({ length: n }, () => Math.floor(random() * C));
	const units = Float64Array.from({ length: n }, () => some(0, 8));
	return {
		...{ cluster, units, minStores },
		value: units.map((m) => 5 * m - some(0, 20)),
		fixedCost: Float64Array.from({ length: C }, () => some(0, 40)),
		budget: share * units.reduce((sum, m) => sum + m, 0),
		limits: Array.from({ length: limits }, (_, k) => {
			const stores = Int32Array.from(cluster.keys()).filter(() => random() < 0.5);
			const use = Float64Array.from(stores, (j) => units[j] ?? 0);
			return { name: `limit ${k}`, atMost: some(3, 20), stores, use };
		}),
	};
}

const shapes = (n: { min: number; max: number }, limits: number) =>
	fc.record({
		n: fc.integer(n),
		C: fc.integer({ min: 1, max: 5 }),
		minStores: fc.integer({ min: 0, max: 3 }),
		share: fc.double({ min: 0, max: 1.1, noNaN: true }),
		limits: fc.integer({ min: 0, max: limits }),
		seed: fc.nat(100_000),
		isRound: fc.boolean(),
	});

/** The best of all sets, one by one. */
function bestOfAll(problem: SupplyProblem): number {
	const n = problem.cluster.length;
	let best = 0;
	for (let bits = 1; bits < 2 ** n; bits++) {
		const set = Int32Array.from({ length: n }, (_, j) => j).filter((j) => (bits >> j) & 1);
		const objective = objectiveOf(problem, set);
		if (objective > best && keepsLimits(problem, set)) best = objective;
	}
	return best;
}

const near = (x: number) => 1e-8 * Math.max(1, Math.abs(x));

test('under a capacity alone the search finds the best of all sets, and knows it', () => {
	fc.assert(
		fc.property(shapes({ min: 0, max: 11 }, 0), (shape) => {
			const problem = world(shape);
			const { chosen, objective, bound } = searchClusters(problem);
			const best = bestOfAll(problem);
			expect(keepsLimits(problem, chosen)).toBe(true);
			expect(Math.abs(objective - best)).toBeLessThanOrEqual(near(best));
			expect(Math.abs(bound - best)).toBeLessThanOrEqual(near(best));
		}),
		{ numRuns: 150 },
	);
});

test('with side limits every set keeps them, and the best of all lies between objective and bound', () => {
	fc.assert(
		fc.property(shapes({ min: 1, max: 10 }, 3), (shape) => {
			const problem = world(shape);
			const { chosen, objective, bound } = searchLimits(problem);
			const best = bestOfAll(problem);
			expect(keepsLimits(problem, chosen)).toBe(true);
			expect(objective).toBeLessThanOrEqual(best + near(best));
			expect(bound).toBeGreaterThanOrEqual(best - near(best));
			expect(objective).toBe(objectiveOf(problem, chosen));
		}),
		{ numRuns: 100 },
	);
});

test('the last step finds the best of all under side limits too', async () => {
	await fc.assert(
		fc.asyncProperty(shapes({ min: 4, max: 10 }, 3), async (shape) => {
			const problem = world(shape);
			const choice = await chooseStores(problem);
			const best = bestOfAll(problem);
			expect(keepsLimits(problem, choice.chosen)).toBe(true);
			expect(Math.abs(choice.objective - best)).toBeLessThanOrEqual(1e-5 * Math.max(1, best));
			expect(choice.bound).toBeGreaterThanOrEqual(best - near(best));
			expect(gapOf(choice)).toBeLessThan(1e-5);
		}),
		{ numRuns: 40 },
	);
}, 30_000);

test('hundreds of stores: every limit holds, and the bound is not passed', () => {
	fc.assert(
		fc.property(shapes({ min: 100, max: 400 }, 4), (shape) => {
			const problem = world({ ...shape, C: 3 * shape.C });
			const { chosen, objective, bound } = searchLimits(problem);
			expect(keepsLimits(problem, chosen)).toBe(true);
			expect(objective).toBeLessThanOrEqual(bound);
		}),
		{ numRuns: 25 },
	);
});

test('more capacity never lowers what can be reached', () => {
	fc.assert(
		fc.property(
			shapes({ min: 20, max: 200 }, 2),
			fc.double({ min: 1, max: 2, noNaN: true }),
			(shape, times) => {
				const problem = world(shape);
				const less = searchClusters(problem);
				const more = searchClusters({ ...problem, budget: times * problem.budget });
				expect(more.bound).toBeGreaterThanOrEqual(less.bound - near(less.bound));
				expect(more.objective).toBeGreaterThanOrEqual(less.objective - near(less.objective));
			},
		),
		{ numRuns: 60 },
	);
});

test('stores in another order are the same stores: only the labels change', () => {
	fc.assert(
		fc.property(shapes({ min: 20, max: 120 }, 2), (shape) => {
			const problem = world({ ...shape, isRound: false });
			const n = problem.cluster.length;
			const order = Int32Array.from({ length: n }, (_, i) => n - 1 - i);
			const moved = {
				...problem,
				cluster: order.map((i) => problem.cluster[i] ?? 0),
				units: problem.units.map((_, i) => problem.units[n - 1 - i] ?? 0),
				value: problem.value.map((_, i) => problem.value[n - 1 - i] ?? 0),
				limits: problem.limits?.map((limit) => ({ ...limit, stores: limit.stores.map((j) => n - 1 - j) })),
			};
			const [one, other] = [searchLimits(problem), searchLimits(moved)];
			expect(other.chosen.map((j) => n - 1 - j).toSorted()).toEqual(one.chosen);
			expect(Math.abs(other.bound - one.bound)).toBeLessThanOrEqual(near(one.bound));
		}),
		{ numRuns: 40 },
	);
});

const shape: Shape = { n: 60, C: 4, minStores: 3, share: 0.4, limits: 2, seed: 5, isRound: false };

test('without capacity nothing is chosen; without stores or clusters neither', async () => {
	const nothing = { objective: 0, bound: 0 };
	const zero = await chooseStores({ ...world(shape), budget: 0 });
	expect(zero).toMatchObject(nothing);
	expect(zero.chosen).toHaveLength(0);
	expect(await chooseStores(world({ ...shape, n: 0 }))).toMatchObject(nothing);
	const problem = world({ ...shape, n: 0, limits: 0 });
	expect(await chooseStores({ ...problem, fixedCost: new Float64Array(0) })).toMatchObject(nothing);
});

test('a cluster with fewer stores than it needs stays closed', async () => {
	const { chosen } = await chooseStores({
		cluster: Int32Array.of(0, 0, 1, 1, 1),
		units: new Float64Array(5).fill(1),
		value: Float64Array.of(90, 90, 5, 5, 5),
		fixedCost: Float64Array.of(0, 3),
		...{ minStores: 3, budget: 10 },
	});
	expect([...chosen]).toEqual([2, 3, 4]);
});

test('a store at a loss is taken where a cluster needs it and still pays', async () => {
	const { chosen, objective } = await chooseStores({
		cluster: new Int32Array(4),
		units: Float64Array.of(4, 4, 1, 9),
		value: Float64Array.of(30, 20, -3, -2),
		fixedCost: Float64Array.of(10),
		...{ minStores: 3, budget: 10 },
	});
	expect([...chosen]).toEqual([0, 1, 2]);
	expect(objective).toBe(37);
});

test('one cluster of equal stores is filled as far as the capacity goes', async () => {
	const choice = await chooseStores({
		cluster: new Int32Array(50),
		units: new Float64Array(50).fill(2),
		value: new Float64Array(50).fill(7),
		fixedCost: Float64Array.of(20),
		...{ minStores: 5, budget: 31 },
	});
	expect(choice).toMatchObject({ objective: 85, bound: 85 });
	expect(choice.chosen).toHaveLength(15);
});

test('stores that are equally worth their units fill the capacity to the last', () => {
	const random = seeded(4);
	const units = Float64Array.from({ length: 300 }, () => 1 + random());
	const { objective, bound } = searchLimits({
		...{ cluster: new Int32Array(300), units, value: units.map((m) => 5 * m), fixedCost: Float64Array.of(9) },
		...{ minStores: 4, budget: 200 },
	});
	expect(bound).toBeCloseTo(5 * 200 - 9, 8);
	expect(objective).toBeGreaterThan(bound - 0.01);
});

test('a budget that whole stores cannot use up counts as what they can', () => {
	expect(reachableBudget(Float64Array.of(3, 6, 9), 31)).toBeCloseTo(30, 9);
	expect(reachableBudget(Float64Array.of(2.5, 2.5), 9)).toBeCloseTo(7.5, 9);
	expect(reachableBudget(Float64Array.of(0.7, 1.13), 9.005)).toBeCloseTo(9, 9);
	// Thousands of stores in hundredths: the rounding of their measure must not add up.
	const hundredths = Float64Array.from({ length: 5000 }, (_, j) => (70 + ((j * 37) % 631)) / 100);
	expect(reachableBudget(hundredths, 4000)).toBe(4000);
	expect(reachableBudget(hundredths, 4000.004)).toBeCloseTo(4000, 8);
	expect(reachableBudget(Float64Array.of(Math.PI, Math.E, 1.234567), 9.005)).toBe(9.005);
	expect(reachableBudget(new Float64Array(0), 4)).toBe(4);
	expect(reachableBudget(new Float64Array(3), 4)).toBe(4);
});

test('what is no number is named by row and column, and what cannot be is refused', async () => {
	const problem = world(shape);
	problem.value[7] = Number.POSITIVE_INFINITY;
	await expect(chooseStores(problem)).rejects.toThrow(NonFiniteError);
	await expect(chooseStores(problem)).rejects.toThrow('value: row 7, column 0 holds Infinity');
	await expect(chooseStores({ ...world(shape), budget: -1 })).rejects.toThrow('below 0');
	await expect(chooseStores({ ...world(shape), fixedCost: new Float64Array(1) })).rejects.toThrow(
		'do not fit',
	);
});

test('a choice that is called off stops', async () => {
	await expect(chooseStores(world(shape), { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});
