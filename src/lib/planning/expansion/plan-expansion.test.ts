import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawNormal } from '../../statistics/draws.ts';
import { seeded } from '../../statistics/random.ts';
import { predictDemand } from '../demand/predict-demand.ts';
import { drawnOverflow } from './drawn-weeks.ts';
import { demandOf, overflowRisk } from './overflow-risk.ts';
import { pilotStores, startsByRegion } from './pilot.ts';
import { planExpansion } from './plan-expansion.ts';
import { haltReasons, type WaveState } from './roll-out.ts';

const CLUSTERS = 6;
const R = 4;

/** Invented stores in six clusters, one region unseen. */
function world(n: number, seed = 2) {
	const random = seeded(seed);
	const cluster = Int32Array.from({ length: n }, () => Math.floor(random() * CLUSTERS));
	const logVolume = Float64Array.from({ length: n }, () => 6 + 0.4 * drawNormal(random));
	const stores = { cluster, weeklyCostIdr: Float64Array.from({ length: n }, () => 2000 + 6000 * random()) };
	const clusters = { weeklyCostIdr: new Float64Array(CLUSTERS).fill(40_000) };
	const demandWith = (draws: number, drawSeed: number) =>
		predictDemand(
			{
				r: R,
				beta: 1,
				seBeta: 0.2,
				middle: 6,
				mu: Float64Array.of(3, 5),
				seLogMu: Float64Array.of(0.12, 0.15),
			},
			{
				like: Int32Array.of(0, 1, 0, 1, 0, 1),
				region: Int32Array.of(0, 0, 1, 1, 2, 2),
				isUnseen: Uint8Array.of(0, 0, 0, 0, 1, 1),
			},
			{ cluster, logVolume },
			{ seed: drawSeed, draws },
		);
	return { stores, clusters, demandWith, demand: demandWith(500, 9) };
}

test('the capacity covers the demand in 95 of 100 weeks, counted in weeks drawn anew', async () => {
	const { stores, clusters, demand, demandWith } = world(400);
	const capacity = 700;
	const plan = await planExpansion(stores, clusters, { capacity, minStores: 5 }, demand, { marginIdr: 2500 });
	expect(plan.service).toBeGreaterThanOrEqual(0.95);
	expect(plan.service).toBeLessThan(0.955);
	expect(plan.solves).toBeLessThanOrEqual(8);
	expect(plan.gap).toBeLessThan(0.001);
	expect(plan.units).toBeLessThan(capacity);

	// Other draws of the same uncertainty, so that the plan is not judged by what it was made from.
	const fresh = demandWith(3000, 77);
	const over = drawnOverflow(fresh, R, stores.cluster, plan.chosen, capacity, seeded(5));
	// Three standard errors of 3,000 weeks are 1.2 %; the 500 draws of the plan add as much again.
	expect(over).toBeGreaterThan(0.025);
	expect(over).toBeLessThan(0.075);
});

test('more capacity and a lower service level bring no less', async () => {
	await fc.assert(
		fc.asyncProperty(fc.nat(500), fc.integer({ min: 20, max: 600 }), async (seed, capacity) => {
			const { stores, clusters, demand } = world(120, seed + 1);
			const bound = async (asked: number, service: number) => {
				const constraints = { capacity: asked, minStores: 4, service };
				return (await planExpansion(stores, clusters, constraints, demand, { marginIdr: 2500 })).bound;
			};
			const usual = await bound(capacity, 0.95);
			// Budgets are found to a thousandth.
			expect(await bound(1.3 * capacity, 0.95)).toBeGreaterThanOrEqual(0.995 * usual);
			expect(await bound(capacity, 0.8)).toBeGreaterThanOrEqual(0.995 * usual);
		}),
		{ numRuns: 15 },
	);
});

test('when everything fits, everything that pays is chosen', async () => {
	const { stores, clusters, demand } = world(60);
	const plan = await planExpansion(stores, clusters, { capacity: 1e6, minStores: 1 }, demand, {
		marginIdr: 25_000,
	});
	expect(plan).toMatchObject({ solves: 1, gap: 0, service: 1 });
	expect(plan.chosen).toHaveLength(60);
	expect(plan.byCluster.reduce((sum, own) => sum + own.stores, 0)).toBe(60);
});

test('without capacity no store is chosen, whatever the service', async () => {
	const { stores, clusters, demand } = world(60);
	const plan = await planExpansion(stores, clusters, { capacity: 0, minStores: 5 }, demand, {
		marginIdr: 2500,
	});
	expect(plan).toMatchObject({ objective: 0, bound: 0, gap: 0, service: 1, byCluster: [] });
	const tight = { capacity: 300, minStores: 5, service: 1.5 };
	await expect(planExpansion(stores, clusters, tight, demand, { marginIdr: 2500 })).rejects.toThrow(
		'service',
	);
});

test('the risk of one draw is that of the normal distribution', () => {
	const set = { mean: Float64Array.of(100), variance: Float64Array.of(100) };
	expect(overflowRisk(set, 116.4485)).toBeCloseTo(0.05, 5);
	expect(overflowRisk({ mean: Float64Array.of(3, 5), variance: new Float64Array(2) }, 4)).toBe(0.5);
	const { stores, demand } = world(10);
	expect(overflowRisk(demandOf(demand, stores.cluster, new Int32Array(0)), 0)).toBe(0);
});

test('a region nobody has measured starts with a pilot of five stores or a tenth', () => {
	expect([3, 20, 50, 51, 120].map(pilotStores)).toEqual([3, 5, 5, 6, 12]);
	const regionOf = Int32Array.from({ length: 140 }, (_, j) => (j < 20 ? 0 : 1));
	const chosen = Int32Array.from({ length: 140 }, (_, j) => j);
	const [seen, unseen] = startsByRegion(chosen, regionOf, Uint8Array.of(0, 1), 3);
	expect(seen).toMatchObject({ region: 0, pilotWeeks: 0 });
	expect(seen?.first).toHaveLength(20);
	expect(unseen).toMatchObject({ region: 1, pilotWeeks: 4 });
	expect(unseen?.first).toHaveLength(12);
	expect([...(unseen?.first ?? []), ...(unseen?.waiting ?? [])].toSorted((a, b) => a - b)).toEqual([
		...chosen.slice(20),
	]);
});

const well: WaveState = {
	...{ stop: { z: 1, bound: 2 }, fillRatios: [0.95, 0.85, 0.92, 0.89], complaintAlarm: false },
	...{ capacity: 500, committed: 500 },
};

test('a wave that sells, is delivered and draws no complaints halts nothing', () => {
	expect(haltReasons(well)).toEqual([]);
	expect(haltReasons({ ...well, stop: null, fillRatios: [] })).toEqual([]);
});

test('each of the four reasons halts the next wave by itself', () => {
	expect(haltReasons({ ...well, stop: { z: 2, bound: 2 } })).toEqual(['below-hurdle']);
	expect(haltReasons({ ...well, fillRatios: [0.95, 0.89, 0.5, 1] })).toEqual(['orders-unfilled']);
	expect(haltReasons({ ...well, complaintAlarm: true })).toEqual(['complaints']);
	expect(haltReasons({ ...well, capacity: 499 })).toEqual(['capacity-short']);
	expect(haltReasons({ ...well, complaintAlarm: true, capacity: 0 })).toEqual([
		'complaints',
		'capacity-short',
	]);
});
