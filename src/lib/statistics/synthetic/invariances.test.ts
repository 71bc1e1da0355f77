import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawNormal } from '../draws.ts';
import { seeded } from '../random.ts';
import { meanRow, range } from './block.ts';
import { cannibalisation } from './cannibalisation.ts';
import type { Method } from './prepared.ts';
import { effectWith, sdid, targetOf, type SdidOptions } from './sdid.ts';
import { learnWeights } from './weights.ts';

const [N, T, N0, T0] = [24, 16, 19, 10];

/** Stores with own levels and trends, times with own swings. */
function panel(seed: number): Float64Array {
	const random = seeded(seed);
	const swing = Float64Array.from({ length: T }, () => 2 * drawNormal(random));
	const Y = new Float64Array(N * T);
	for (let i = 0; i < N; i++) {
		const [level, trend] = [20 + 5 * drawNormal(random), 0.3 * drawNormal(random)];
		for (let t = 0; t < T; t++) Y[i * T + t] = level + trend * t + (swing[t] ?? 0) + drawNormal(random);
	}
	return Y;
}

const seeds = fc.integer({ min: 1, max: 1e6 });
const ridges = { zeta: { omega: 3, lambda: 1e-5 } };
const tau = (Y: Float64Array, options: SdidOptions = {}) => sdid(Y, N, T, N0, T0, options).tau;

/** The panel with store and time of each cell taken from elsewhere. */
const moved = (Y: Float64Array, from: (i: number, t: number) => readonly [number, number]) =>
	Y.map((_, cell) => {
		const [i, t] = from(Math.floor(cell / T), cell % T);
		return Y[i * T + t] ?? Number.NaN;
	});

function holds(what: (seed: number) => void): void {
	fc.assert(fc.property(seeds, what), { numRuns: 15, seed: 20261125 });
}

const everyMethod: readonly Method[] = ['sdid', 'did', 'sc', 'difp', 'sc_reg', 'difp_reg'];
const withoutLevels: readonly Method[] = ['sdid', 'did', 'difp', 'difp_reg'];

/** Next to no ridge leaves the weights of nearly equal stores to rounding. */
const digitsOf = (method: Method) => (method === 'sc' || method === 'difp' ? 3 : 5);

describe.each(everyMethod)('the effect by %s', (method) => {
	test('is in the unit of the outcome', () => {
		holds((seed) => {
			const Y = panel(seed);
			expect(
				tau(
					Y.map((y) => -3 * y),
					{ method },
				),
			).toBeCloseTo(-3 * tau(Y, { method }), digitsOf(method));
		});
	});

	test('grows by what is added to the treated cells', () => {
		holds((seed) => {
			const Y = panel(seed);
			const more = Y.map((y, cell) => (cell >= N0 * T && cell % T >= T0 ? y + 2.5 : y));
			expect(tau(more, { method })).toBeCloseTo(tau(Y, { method }) + 2.5, 8);
		});
	});

	test('is not moved by what all stores share at a time, the ridges being the same', () => {
		holds((seed) => {
			const random = seeded(seed + 1);
			const shared = Float64Array.from({ length: T }, () => 10 * drawNormal(random));
			const Y = panel(seed);
			const common = Y.map((y, cell) => y + (shared[cell % T] ?? 0));
			expect(tau(common, { method, ...ridges })).toBeCloseTo(tau(Y, { method, ...ridges }), digitsOf(method));
		});
	});

	test('does not depend on the order of controls, of treated stores, or of times after the start', () => {
		holds((seed) => {
			const Y = panel(seed);
			const turned = moved(Y, (i, t) => [i < N0 ? N0 - 1 - i : N0 + N - 1 - i, t < T0 ? t : T0 + T - 1 - t]);
			expect(tau(turned, { method })).toBeCloseTo(tau(Y, { method }), digitsOf(method));
		});
	});

	test('does not depend on the order of times before the start, the ridges being the same', () => {
		holds((seed) => {
			const Y = panel(seed);
			const turned = moved(Y, (i, t) => [i, t < T0 ? T0 - 1 - t : t]);
			expect(tau(turned, { method, ...ridges })).toBeCloseTo(tau(Y, { method, ...ridges }), digitsOf(method));
		});
	});
});

describe.each(withoutLevels)('the effect by %s', (method) => {
	test('is not moved by a constant of each store', () => {
		holds((seed) => {
			const random = seeded(seed + 2);
			const own = Float64Array.from({ length: N }, () => 50 * drawNormal(random));
			const Y = panel(seed);
			const lifted = Y.map((y, cell) => y + (own[Math.floor(cell / T)] ?? 0));
			expect(tau(lifted, { method })).toBeCloseTo(tau(Y, { method }), digitsOf(method));
		});
	});
});

test('the effects on the product and on the rest add up to that on the category, to nine digits', () => {
	holds((seed) => {
		const random = seeded(seed + 3);
		const focal = Float64Array.from({ length: N * T }, () => drawNormal(random));
		const { category, focal: own, other } = cannibalisation(sdid(panel(seed), N, T, N0, T0), focal);
		expect(Math.abs(category - own - other)).toBeLessThan(1e-9);
	});
});

test.each(['sdid', 'sc', 'did', 'difp'] as const)(
	'a store that is counted twice, as the bootstrap does, weighs as two equal stores: %s',
	(method) => {
		const Y = panel(11);
		// The other two have next to no ridge, and are solved another way.
		const options = method === 'sdid' || method === 'did' ? { method, ...ridges } : { method };
		const fit = sdid(Y, N, T, N0, T0, options);
		const times = new Uint16Array(N0).fill(1);
		const heaviest = fit.omega.indexOf(Math.max(...fit.omega));
		times[heaviest] = 2;
		const target = targetOf(meanRow(fit.shared.block, range(N0, N)), T0);
		const counted = effectWith(
			fit.shared,
			learnWeights(fit.shared, times, target, 'exact', null),
			times,
			target,
		);
		const doubled = new Float64Array((N + 1) * T);
		doubled.set(Y.subarray(heaviest * T, (heaviest + 1) * T));
		doubled.set(Y, T);
		expect(counted).toBeCloseTo(sdid(doubled, N + 1, T, N0 + 1, T0, options).tau, 6);
	},
);

describe('numbers on the edge', () => {
	test('two times that are the same share their weight, and the effect is that without the copy', () => {
		const Y = panel(5);
		for (let i = 0; i < N; i++) Y[i * T + 4] = Y[i * T + 5] ?? 0;
		const { lambda, tau: found } = sdid(Y, N, T, N0, T0, ridges);
		expect(lambda.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
		expect(Math.min(...lambda)).toBeGreaterThanOrEqual(0);
		const turned = moved(Y, (i, t) => [i, t === 4 ? 5 : t === 5 ? 4 : t]);
		expect(tau(turned, ridges)).toBeCloseTo(found, 6);
	});

	test('controls that are all the same take even weights, as nothing tells them apart', () => {
		const Y = panel(6);
		for (let i = 1; i < N0; i++) Y.copyWithin(i * T, 0, T);
		const { omega } = sdid(Y, N, T, N0, T0);
		for (const weight of omega) expect(weight).toBeCloseTo(1 / N0, 10);
	});

	test('a panel in which nothing moves has no effect, by every method', () => {
		const flat = new Float64Array(N * T).fill(7);
		for (const method of withoutLevels) expect(tau(flat, { method })).toBeCloseTo(0, 12);
	});

	test('sales of millions and of millionths are weighed alike', () => {
		const Y = panel(7);
		for (const unit of [1e6, 1e-6]) expect(tau(Y.map((y) => y * unit)) / unit).toBeCloseTo(tau(Y), 5);
	});
});
