import { expect, test } from 'vitest';
import { drawNegativeBinomial, drawNormal } from '../../statistics/draws.ts';
import { NonFiniteError } from '../../statistics/non-finite-error.ts';
import { seeded } from '../../statistics/random.ts';
import { fitDemand } from './fit-demand.ts';
import { launchDemand, startWeeks } from './launch-peak.ts';
import { predictDemand, type NewClusters } from './predict-demand.ts';
import { regionSpread } from './region-spread.ts';
import { sustainedCapacity } from './sustained-capacity.ts';

/** A finished test of n stores in two clusters: rates 2 and 4 at middling volume, elasticity as given. */
function finished(n: number, elasticity: number, seed = 3) {
	const random = seeded(seed);
	const logVolume = Float64Array.from({ length: n }, () => 6 + 0.6 * drawNormal(random));
	const cluster = Int32Array.from({ length: n }, (_, i) => i % 2);
	const E = new Float64Array(n).fill(12);
	const S = E.map((e, i) => {
		const mean = (i % 2 ? 4 : 2) * e * Math.exp(elasticity * ((logVolume[i] ?? 0) - 6));
		return drawNegativeBinomial(random, 5, mean);
	});
	return { S, E, cluster, logVolume };
}

test('many stores show how demand grows with category volume', () => {
	const { S, E, cluster, logVolume } = finished(2000, 0.6);
	const model = fitDemand(S, E, cluster, logVolume);
	expect(Math.abs(model.beta - 0.6)).toBeLessThan(3 * model.seBeta);
	expect(model.seBeta).toBeLessThan(0.03);
	expect(model.r).toBeGreaterThan(4.4);
	expect(model.r).toBeLessThan(5.6);
	const level = Math.exp(model.beta * (model.middle - 6));
	for (const [c, rate] of [2, 4].entries())
		expect(Math.abs(Math.log((model.mu[c] ?? 0) / (rate * level)))).toBeLessThan(4 * (model.seLogMu[c] ?? 0));
});

test('few stores leave the elasticity near one', () => {
	const { S, E, cluster, logVolume } = finished(12, 0);
	const { beta, seBeta } = fitDemand(
		S,
		E,
		cluster,
		logVolume.map((x) => 6 + (x - 6) / 20),
	);
	expect(Math.abs(beta - 1)).toBeLessThan(0.2);
	expect(seBeta).toBeGreaterThan(0.45);
});

test('a volume that is no number is named', () => {
	const { S, E, cluster, logVolume } = finished(12, 1);
	logVolume[3] = Number.NEGATIVE_INFINITY;
	expect(() => fitDemand(S, E, cluster, logVolume)).toThrow(NonFiniteError);
	expect(() => fitDemand(S, E, cluster, logVolume)).toThrow('logVolume: row 3, column 0 holds -Infinity');
});

const model = {
	...{ r: 4, beta: 1, seBeta: 0.2, middle: 6 },
	mu: Float64Array.of(3, 5),
	seLogMu: Float64Array.of(0.1, 0.15),
};
const clusters: NewClusters = {
	like: Int32Array.of(0, 1, 1),
	region: Int32Array.of(0, 0, 1),
	isUnseen: Uint8Array.of(0, 0, 1),
};
const stores = { cluster: Int32Array.of(0, 1, 2, 2), logVolume: Float64Array.of(6, 6, 6, 6 + Math.log(2)) };

test('a new store sells what its kind and volume say, and the uncertainty moves no mean', () => {
	const demand = predictDemand(model, clusters, stores, { seed: 1 });
	expect([...demand.units]).toEqual([3, 5, 5, expect.closeTo(10, 10)]);
	expect((demand.noise[0] ?? 0) + (demand.spread[0] ?? 0)).toBeCloseTo(3 + 9 / 4, 10);
	for (const c of [0, 1, 2]) {
		const column = Float64Array.from({ length: demand.draws }, (_, s) => demand.factors[3 * s + c] ?? 0);
		expect(column.reduce((sum, F) => sum + F, 0) / demand.draws).toBeCloseTo(1, 10);
	}
});

test('a region where no test has been is less certain, by the same factor for all its stores', () => {
	const sdOfLog = (c: number, isUnseen: Uint8Array) => {
		const { factors, draws } = predictDemand({ ...model, seBeta: 0 }, { ...clusters, isUnseen }, stores, {
			seed: 1,
		});
		const logs = Float64Array.from({ length: draws }, (_, s) => Math.log(factors[3 * s + c] ?? 0));
		const mean = logs.reduce((sum, x) => sum + x, 0) / draws;
		return Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws);
	};
	expect(sdOfLog(2, Uint8Array.of(0, 0, 0))).toBeCloseTo(0.15, 2);
	expect(sdOfLog(2, Uint8Array.of(0, 0, 1))).toBeCloseTo(Math.hypot(0.15, 0.35), 1.5);
	expect(sdOfLog(1, Uint8Array.of(0, 0, 1))).toBeCloseTo(0.15, 2);
});

test('the same seed predicts the same', () => {
	const factors = (seed: number) => predictDemand(model, clusters, stores, { seed, draws: 5 }).factors;
	expect(factors(4)).toEqual(factors(4));
	expect(factors(4)).not.toEqual(factors(5));
});

test('four regions show how regions differ, three do not', () => {
	expect(regionSpread([0, 1, 2], [0.1, 0.1, 0.1])).toBe(0.35);
	expect(regionSpread([1, 1, 1, 1], [0.1, 0.1, 0.1, 0.1])).toBe(0);
	// Equal standard errors: the variance of the estimates less that of each.
	expect(regionSpread([0, 1, 0, 1], [0.1, 0.1, 0.1, 0.1])).toBeCloseTo(Math.sqrt(1 / 3 - 0.01), 10);
});

test('capacity is what was reached in four of five weeks, less spoilage, less what others take', () => {
	const supply = [...Array<number>(30).fill(9999), ...Array.from({ length: 26 }, (_, w) => 100 + w)];
	expect(sustainedCapacity(supply, { existing: 20, spoilageRatio: 0.02 })).toBeCloseTo(82.9, 10);
	expect(sustainedCapacity([10, 12], { existing: 50, spoilageRatio: 0 })).toBe(0);
	expect(sustainedCapacity([], { existing: 0, spoilageRatio: 0 })).toBe(0);
});

test('a wave sells more at first, and the next waits until both fit', () => {
	const first = launchDemand([{ week: 0, units: 100 }], { a: 0.5, d: 2 }, 3);
	expect([...first].map((x) => Math.round(10 * x) / 10)).toEqual([150, 130.3, 118.4]);
	expect(startWeeks([60, 60], 190, { a: 1, d: 2 }, 10)).toEqual([0, 4]);
	expect(startWeeks([60, 60, 60], 190, { a: 1, d: 2 }, 10)).toEqual([0, 4, null]);
	expect(startWeeks([100], 190, { a: 1, d: 2 }, 10)).toEqual([null]);
});
