import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawNormal } from '../draws.ts';
import { NonFiniteError } from '../non-finite-error.ts';
import { seeded } from '../random.ts';
import { PanelRefused } from './block.ts';
import { fillGaps } from './fill-gaps.ts';
import { effectInterval, fittingSe, placeboChoices, randomisationP, sdidSe } from './inference.ts';
import { sdid } from './sdid.ts';

const [N, T, N0, T0] = [30, 20, 25, 12];

/** Stores with own levels and trends, weeks with own swings, and an effect of 3 on the treated. */
function panel(seed: number, effect = 3): Float64Array {
	const random = seeded(seed);
	const week = Float64Array.from({ length: T }, () => drawNormal(random));
	const Y = new Float64Array(N * T);
	for (let i = 0; i < N; i++) {
		const [level, trend] = [20 + 5 * drawNormal(random), 0.3 * drawNormal(random)];
		for (let t = 0; t < T; t++)
			Y[i * T + t] =
				level + trend * t + (week[t] ?? 0) + drawNormal(random) + (i >= N0 && t >= T0 ? effect : 0);
	}
	return Y;
}

const seeds = fc.integer({ min: 1, max: 1e6 });
const fit = (Y: Float64Array) => sdid(Y, N, T, N0, T0);
const each = (Y: Float64Array, change: (y: number, i: number, t: number) => number) =>
	Y.map((y, cell) => change(y, Math.floor(cell / T), cell % T));

describe('whatever the panel, the effect', () => {
	const check = (name: string, change: (Y: Float64Array) => Float64Array, becomes: (tau: number) => number) =>
		test(`it ${name}`, () => {
			fc.assert(
				fc.property(seeds, (seed) => {
					const Y = panel(seed);
					expect(fit(change(Y)).tau).toBeCloseTo(becomes(fit(Y).tau), 6);
				}),
				{ numRuns: 15 },
			);
		});
	check(
		'is not moved by a constant of each store',
		(Y) => each(Y, (y, i) => y + 7 * i),
		(tau) => tau,
	);
	// A curved one would change the noise that is measured in the steps from week to week, and so the weights.
	check(
		'is not moved by a trend that all stores share',
		(Y) => each(Y, (y, _i, t) => y + 2 * t),
		(tau) => tau,
	);
	check(
		'is in the unit of the outcome',
		(Y) => each(Y, (y) => 4 * y),
		(tau) => 4 * tau,
	);
	check(
		'grows by what is added to the treated cells',
		(Y) => each(Y, (y, i, t) => (i >= N0 && t >= T0 ? y + 2.5 : y)),
		(tau) => tau + 2.5,
	);
	check(
		'does not depend on the order of the controls',
		(Y) =>
			Float64Array.from(Y.keys(), (cell) => {
				const i = Math.floor(cell / T);
				return Y[(i < N0 ? N0 - 1 - i : i) * T + (cell % T)] ?? 0;
			}),
		(tau) => tau,
	);
});

test('the weights are shares: none below 0, together 1, and no value can lie lower', () => {
	fc.assert(
		fc.property(seeds, (seed) => {
			const { omega, lambda, gap, objective } = fit(panel(seed));
			for (const weights of [omega, lambda]) {
				expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
				expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
			}
			expect(gap).toBeLessThanOrEqual(1e-9 * (objective.omega ?? 0));
		}),
		{ numRuns: 25 },
	);
});

test('a panel without noise gives its effect exactly, with even weights', () => {
	const flat = Float64Array.from(
		{ length: N * T },
		(_, cell) => Math.floor(cell / T) + (cell >= N0 * T && cell % T >= T0 ? 2 : 0),
	);
	const { tau, omega, objective } = fit(flat);
	expect(tau).toBeCloseTo(2, 12);
	expect(omega[3]).toBeCloseTo(1 / N0, 14);
	expect(objective).toEqual({ omega: null, lambda: null });
});

test('equal stores share their weight', () => {
	const Y = panel(4);
	Y.copyWithin(T, 0, T);
	const { omega } = fit(Y);
	expect(omega[1]).toBeCloseTo(omega[0] ?? 0, 12);
});

test('stopping early as the reference does gives nearly the same', () => {
	const Y = panel(9);
	const reference = sdid(Y, N, T, N0, T0, { mode: 'reference' });
	expect(reference.tau).toBeCloseTo(fit(Y).tau, 1);
	expect(reference.objective.omega).toBeGreaterThanOrEqual((fit(Y).objective.omega ?? 0) * (1 - 1e-9));
});

test.each([
	['too-few-times-before', () => sdid(new Float64Array(40), 4, 10, 3, 3)],
	['too-few-controls', () => sdid(new Float64Array(40), 4, 10, 2, 5)],
	['nothing-treated', () => sdid(new Float64Array(40), 4, 10, 4, 5)],
	['wrong-size', () => sdid(new Float64Array(39), 4, 10, 3, 5)],
] as const)('a panel that carries no estimate is refused: %s', (reason, estimate) => {
	expect(estimate).toThrow(PanelRefused);
	expect(estimate).toThrow(reason);
});

test('what is no number is named by row and column', () => {
	const Y = panel(1);
	Y[2 * T + 5] = Number.POSITIVE_INFINITY;
	expect(() => fit(Y)).toThrow(new NonFiniteError('outcome', 2, 5, Number.POSITIVE_INFINITY));
});

describe('the standard error', () => {
	const estimate = fit(panel(77));
	test('of all three methods lies where the noise says', () => {
		const se = (['placebo', 'jackknife', 'bootstrap'] as const).map(
			(method) => sdidSe(estimate, { method, reps: 150, seed: 3 }).se,
		);
		for (const value of se) {
			expect(value).toBeGreaterThan(0.1);
			expect(value).toBeLessThan(1.5);
		}
	});
	test('is the same with the same seed, and tells its progress', () => {
		const told: number[] = [];
		const run = () =>
			sdidSe(estimate, { method: 'placebo', reps: 20, seed: 5, onProgress: (done) => told.push(done) });
		expect(run().se).toBe(run().se);
		expect(told.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
	});
	test('stops when it is told to', () => {
		const controller = new AbortController();
		const stop = (done: number) => (done === 3 ? controller.abort() : undefined);
		const run = () =>
			sdidSe(estimate, { method: 'placebo', reps: 9, onProgress: stop, signal: controller.signal });
		expect(run).toThrow('abort');
	});
	test('of a single treated store is that of every control in its place, and the jackknife has none', () => {
		const lone = sdid(panel(8).slice(0, 26 * T), 26, T, 25, T0);
		expect(fittingSe(lone)).toBe('exhaustive');
		expect(sdidSe(lone, { method: 'exhaustive' }).taus).toHaveLength(25);
		expect(sdidSe(lone, { method: 'jackknife' }).se).toBeNaN();
	});
	test('takes the method that the number of stores asks for', () => {
		expect(fittingSe(estimate)).toBe('placebo');
		expect(placeboChoices(estimate, 2, seeded(1))[0]).toHaveLength(5);
	});
});

test('a store without noise of its own covers nothing: placebo intervals hold the truth nine times in ten', () => {
	let covered = 0;
	for (let seed = 1; seed <= 60; seed++) {
		const estimate = fit(panel(seed));
		const { se } = sdidSe(estimate, { method: 'placebo', reps: 60, seed });
		const [low, high] = effectInterval(estimate.tau, se, N - N0);
		if (low <= 3 && 3 <= high) covered++;
	}
	expect(covered).toBeGreaterThanOrEqual(50);
});

test('the randomisation p-value counts the allocation that was drawn', () => {
	expect(randomisationP(5, Float64Array.of(1, -5, 2))).toBe(0.5);
	expect(randomisationP(9, new Float64Array(999))).toBe(0.001);
});

test('short gaps are filled by store and time, stores with long ones are left out', () => {
	const Y = Float64Array.from({ length: 5 * T }, (_, cell) => 3 * Math.floor(cell / T) + (cell % T) ** 2);
	for (const cell of [7, 8, T + 3]) Y[cell] = Number.NaN;
	for (const t of [4, 5, 6]) Y[2 * T + t] = Number.NaN;
	const { Y: whole, kept, filled } = fillGaps(Y, T);
	expect([...kept]).toEqual([0, 1, 3, 4]);
	expect(filled).toBe(3);
	expect(whole[7]).toBeCloseTo(49, 6);
	expect(whole[8]).toBeCloseTo(64, 6);
});
