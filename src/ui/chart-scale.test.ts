import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linear, niceTicks, path, wholeTicks } from './chart-scale.ts';

test('ticks are round numbers that reach over the highest value', () => {
	expect(niceTicks(4.6)).toEqual([0, 2, 4, 6]);
	expect(niceTicks(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
	expect(niceTicks(1240)).toEqual([0, 500, 1000, 1500]);
});

test('an axis without any sales still has two ends', () => {
	expect(niceTicks(0)).toEqual([0, 1]);
	expect(niceTicks(Number.NaN)).toEqual([0, 1]);
});

test('whatever the highest value, the ticks rise evenly from nought, cover it and stay few', () => {
	fc.assert(
		fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (max) => {
			const ticks = niceTicks(max);
			expect(ticks[0]).toBe(0);
			expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * (1 - 1e-9));
			expect(ticks.length).toBeLessThanOrEqual(7);
		}),
	);
});

test('weeks are named evenly and never crowd', () => {
	expect(wholeTicks(1, 16)).toEqual([1, 4, 7, 10, 13, 16]);
	expect(wholeTicks(1, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	expect(wholeTicks(3, 3)).toEqual([3]);
});

test('a scale puts the ends of the data at the ends of the drawing', () => {
	const down = linear([0, 6], [218, 22]);
	expect([down(0), down(3), down(6)]).toEqual([218, 120, 22]);
});

test('a line keeps one decimal, so that the page stays small', () => {
	expect(
		path([
			[1, 2],
			[3.0816, 4.26],
		]),
	).toBe('M1.0 2.0L3.1 4.3');
});
