import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incompleteBeta } from './incomplete-beta.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { studentTCdf, studentTQuantile } from './student-t.ts';

test('log-gamma gives factorials, and half of the root of pi', () => {
	expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
	expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
	expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
	expect(logGamma(1)).toBeCloseTo(0, 13);
});

test('the incomplete beta function counts the ways a coin can fall (DLMF 8.17.5)', () => {
	// P(at least 2 heads in 4 fair throws) = 11/16
	expect(incompleteBeta(2, 3, 0.5)).toBeCloseTo(11 / 16, 14);
	expect(incompleteBeta(1, 1, 0.3)).toBeCloseTo(0.3, 14);
	expect(incompleteBeta(2, 3, 0)).toBe(0);
	expect(incompleteBeta(2, 3, 1)).toBe(1);
});

test('the two tails of the incomplete beta function make one', () => {
	const size = fc.double({ min: 0.05, max: 500, noNaN: true });
	fc.assert(
		fc.property(size, size, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) => {
			expect(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x)).toBeCloseTo(1, 11);
		}),
	);
});

test.each([
	// Fisher and Yates, Statistical Tables, table III, as printed in every textbook
	[0.975, 1, 12.706],
	[0.975, 5, 2.571],
	[0.95, 10, 1.812],
	[0.995, 7, 3.499],
	[0.975, 11, 2.201],
	[0.975, 19, 2.093],
	[0.975, 29, 2.045],
	[0.9995, 30, 3.646],
	[0.975, 120, 1.98],
])('the printed table of t has at %f and %i degrees of freedom %f', (p, df, printed) => {
	expect(studentTQuantile(p, df)).toBeCloseTo(printed, 3);
});

test('t agrees to twelve digits with an independent program (SciPy 1.17.1, stats.t)', () => {
	expect(studentTQuantile(0.975, 29) / 2.045229642132703).toBeCloseTo(1, 12);
	expect(studentTQuantile(0.975, 99) / 1.9842169515864174).toBeCloseTo(1, 11);
	expect(studentTQuantile(1e-10, 3) / -2225.769284683093).toBeCloseTo(1, 12);
	expect(studentTCdf(-8, 29) / 4.006287824815844e-9).toBeCloseTo(1, 12);
	expect(studentTCdf(40, 2)).toBeCloseTo(0.9996877926639076, 14);
});

test('with one and with two degrees of freedom t has a closed form, and is hit', () => {
	for (const p of [0.001, 0.025, 0.2, 0.5, 0.7, 0.99]) {
		expect(studentTQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 9);
		expect(studentTQuantile(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 11);
	}
});

test('quantile and distribution of t undo each other', () => {
	const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
	fc.assert(
		fc.property(share, fc.double({ min: 0.5, max: 1000, noNaN: true }), (p, df) => {
			expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 11);
		}),
	);
});

test('the normal quantile gives the check values of its paper (Wichura 1988)', () => {
	expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
	expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
	expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 13);
	expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
});

test('t with very many degrees of freedom is the normal distribution', () => {
	expect(studentTQuantile(0.975, 1e7)).toBeCloseTo(normalQuantile(0.975), 6);
});

test('no quantile exists at 0, at 1, or without degrees of freedom', () => {
	for (const p of [0, 1, -0.1, Number.NaN]) {
		expect(() => studentTQuantile(p, 5)).toThrow(RangeError);
		expect(() => normalQuantile(p)).toThrow(RangeError);
	}
	expect(() => studentTQuantile(0.5, 0)).toThrow(RangeError);
});
