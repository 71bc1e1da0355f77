import { expect, test } from 'vitest';
import { drawNormal } from '../draws.ts';
import { seeded } from '../random.ts';
import { cannibalisation, rateOf } from './cannibalisation.ts';
import { sdid } from './sdid.ts';
import { aggregateWithoutEach, attOn, NEVER, staggered } from './staggered.ts';

const [N, T, N0, T0] = [40, 24, 30, 14];

/** A category of 100 a week, into which a product of 20 comes that takes 35 % of it from its neighbours. */
function launch(seed: number, share = 0.35): { category: Float64Array; focal: Float64Array } {
	const random = seeded(seed);
	const focal = new Float64Array(N * T);
	const category = Float64Array.from({ length: N * T }, (_, cell) => {
		const treated = Math.floor(cell / T) >= N0 && cell % T >= T0;
		const sold = treated ? 20 + drawNormal(random) : 0;
		focal[cell] = sold;
		return 100 + 2 * drawNormal(random) + sold * (1 - share);
	});
	return { category, focal };
}

test('what the product takes from its neighbours is found, and its parts add up', () => {
	const { category, focal } = launch(5);
	const split = cannibalisation(sdid(category, N, T, N0, T0), focal);
	expect(split.category).toBeCloseTo(split.focal + split.other, 9);
	expect(split.rate).toBeCloseTo(0.35, 1);
	expect(split.ci[0]).toBeLessThan(0.35);
	expect(split.ci[1]).toBeGreaterThan(0.35);
	expect(split.by).toBe('jackknife');
});

test('a product whose own effect is not told from nothing has no rate to speak of', () => {
	const noise = Float64Array.of(0.1, -0.2, 0.15, 0.05);
	expect(rateOf({ focal: 0.1, other: -0.1 }, noise, noise)).toMatchObject({
		by: 'fieller',
		ci: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
	});
	const near = Float64Array.of(0.9, 1.1, 0.8, 1.2);
	const some = rateOf({ focal: 1, other: -0.4 }, near, Float64Array.of(-0.4, -0.4, -0.41, -0.39));
	expect(some.by).toBe('fieller');
	expect(some.ci[0]).toBeLessThan(0.4);
	expect(some.ci[1]).toBeGreaterThan(0.4);
});

test('a start at one time is a staggered start with one cohort', () => {
	const { category, focal } = launch(6);
	const start = Int32Array.from({ length: N }, (_, i) => (i < N0 ? NEVER : T0));
	const whole = staggered(category, T, start);
	const plain = sdid(category, N, T, N0, T0);
	expect(whole.att).toBeCloseTo(plain.tau, 12);
	expect(attOn(whole, focal)).toBeCloseTo(cannibalisation(plain, focal).focal, 10);
	expect(whole.curve).toHaveLength(T - T0);
	expect(whole.se).toBeGreaterThan(0);
	expect(aggregateWithoutEach(whole.cohorts, N, category)).toHaveLength(N);
});

test('a cohort of one store drops out when that store is left out', () => {
	const { category } = launch(7);
	const start = Int32Array.from({ length: N }, (_, i) => (i < N0 ? NEVER : i === N - 1 ? T0 + 2 : T0));
	const { cohorts, se } = staggered(category, T, start);
	expect(cohorts.map(({ n }) => n)).toEqual([9, 1]);
	expect(se).toBeGreaterThan(0);
	expect(se).toBeLessThan(3);
});
