import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalUpperTail } from '../normal.ts';
import { boundPath, crossingProbabilities, gsBounds, nextLook } from './bounds.ts';
import { obrienFleming, pocock } from './spending.ts';

const half = obrienFleming(0.05);

/** Growing information times that end at 1. */
const times = fc
	.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })
	.map((steps) => {
		const total = steps.reduce((sum, step) => sum + step, 0);
		let at = 0;
		return Float64Array.from(steps, (step, i) => (i === steps.length - 1 ? 1 : (at += step / total)));
	});

test('the worked example of the docstring', () => {
	const bounds = gsBounds(Float64Array.of(0.2, 0.4, 0.6, 0.8, 1), half);
	expect([...bounds].map((c) => c.toFixed(3))).toEqual(['4.229', '2.888', '2.298', '1.962', '1.740']);
});

test('a single look at the end is a test as every textbook has it', () => {
	expect(gsBounds(Float64Array.of(1), half)[0]).toBeCloseTo(1.6448536, 6);
});

test('under the hypothesis exactly the error that was meant is spent, whatever the looks', () => {
	fc.assert(
		fc.property(times, (t) => {
			for (const spend of [half, pocock(0.05)]) {
				const crossing = crossingProbabilities(t, gsBounds(t, spend), 0);
				const all = crossing.reduce((sum, p) => sum + p, 0);
				expect(all).toBeCloseTo(0.05, 5);
			}
		}),
		{ numRuns: 30 },
	);
});

test('taking one step a look gives the same bounds as planning them all, also after a rebuild from the log', () => {
	const t = [0.3, 0.5, 0.52, 0.8, 1];
	let path = boundPath();
	for (const at of t) path = nextLook(boundPath(path.looks), at, half) ?? path;
	const planned = gsBounds(Float64Array.from(t), half);
	path.looks.forEach(({ bound }, i) => expect(bound).toBeCloseTo(planned[i] ?? 0, 9));
});

test('a look that adds no information is no look', () => {
	const path = nextLook(boundPath(), 0.5, half);
	expect(path && nextLook(path, 0.5, half)).toBeNull();
	expect(path && nextLook(path, 0.5 + 5e-8, half)).toBeNull();
	expect(path && nextLook(path, 0.5 + 2e-7, half)?.looks).toHaveLength(2);
});

test('unplanned looks, a millionth apart, spend no more than they should', () => {
	const t = Float64Array.of(0.5, 0.500001, 0.500002, 0.7, 0.7000005, 1);
	const crossing = crossingProbabilities(t, gsBounds(t, half), 0);
	expect(crossing.reduce((sum, p) => sum + p, 0)).toBeCloseTo(0.05, 4);
});

test('with two looks the probability is that of the bivariate normal distribution', () => {
	// P(z1 < 1.5, z2 >= 2) at times 0.5 and 1: dblquad of SciPy 1.17.1 over the bivariate normal density
	const crossing = crossingProbabilities(Float64Array.of(0.5, 1), Float64Array.of(1.5, 2), 0);
	expect(crossing[0]).toBeCloseTo(normalUpperTail(1.5), 12);
	expect(crossing[1]).toBeCloseTo(TWO_LOOKS, 5);
});

const TWO_LOOKS = 0.009289546924443847;

test('information time neither stands still nor goes beyond the end', () => {
	expect(() => gsBounds(Float64Array.of(0.5, 0.5), half)).toThrow(RangeError);
	expect(() => gsBounds(Float64Array.of(1.2), half)).toThrow(RangeError);
});
