import { expect, test } from 'vitest';
import {
	drawGamma,
	drawIndex,
	drawNegativeBinomial,
	drawNormal,
	drawPoisson,
	shuffleFirst,
} from './draws.ts';
import { rawNumbers, seeded } from './random.ts';

const DRAWS = 40_000;

/** Mean and variance of `DRAWS` draws. */
function moments(draw: () => number): { mean: number; variance: number } {
	const values = Float64Array.from({ length: DRAWS }, draw);
	const mean = values.reduce((sum, x) => sum + x, 0) / DRAWS;
	return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (DRAWS - 1) };
}

/** Within five standard errors of the mean, and the variance within 8 %. */
function expectMoments(draw: () => number, mean: number, variance: number): void {
	const found = moments(draw);
	expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
	expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.08);
}

test('the generator gives the numbers of its authors (xoshiro128starstar.c from state 1, 2, 3, 4)', () => {
	expect(rawNumbers([1, 2, 3, 4], 10)).toEqual(AUTHORS);
});

const AUTHORS = [
	11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
];

test('the same seed gives the same numbers, another seed or stream gives others', () => {
	const first = (seed: number, stream?: number) => Array.from({ length: 3 }, seeded(seed, stream));
	expect(first(7)).toEqual(first(7));
	expect(first(7)).not.toEqual(first(8));
	expect(first(7)).not.toEqual(first(7, 1));
	expect(first(7)).not.toEqual(first(7 + 2 ** 32));
	expect(Math.max(...first(7), ...first(7, 1))).toBeLessThan(1);
});

test('even, normal, gamma, Poisson and negative binomial numbers have their mean and variance', () => {
	const random = seeded(20261125);
	expectMoments(random, 1 / 2, 1 / 12);
	expectMoments(() => drawNormal(random), 0, 1);
	for (const shape of [0.3, 1, 4.5]) expectMoments(() => drawGamma(random, shape), shape, shape);
	for (const mean of [0.2, 3, 9.9, 10, 45]) expectMoments(() => drawPoisson(random, mean), mean, mean);
	expectMoments(() => drawNegativeBinomial(random, 2, 3), 3, 3 + 9 / 2);
});

test('Poisson counts on both sides of the change of method have the shares of their distribution', () => {
	for (const mean of [9.5, 10.5]) {
		const random = seeded(31);
		const shares = new Float64Array(60);
		for (let i = 0; i < DRAWS; i++) {
			const count = drawPoisson(random, mean);
			shares[count] = (shares[count] ?? 0) + 1 / DRAWS;
		}
		let probability = Math.exp(-mean);
		for (let k = 0; k < 25; k++) {
			expect(Math.abs((shares[k] ?? 0) - probability)).toBeLessThan(5 * Math.sqrt(0.25 / DRAWS));
			probability *= mean / (k + 1);
		}
	}
});

test('a shuffle takes each item as often into its first places', () => {
	const random = seeded(5);
	const taken = new Float64Array(6);
	for (let i = 0; i < 6000; i++) {
		const items = Int32Array.from([0, 1, 2, 3, 4, 5]);
		shuffleFirst(random, items, 2);
		expect(new Set(items).size).toBe(6);
		for (const item of items.subarray(0, 2)) taken[item] = (taken[item] ?? 0) + 1;
	}
	for (const count of taken) expect(Math.abs(count - 2000)).toBeLessThan(190);
	expect(drawIndex(() => 0.999, 6)).toBe(5);
});
