import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaQuantile } from './beta-quantile.ts';
import { digamma, trigamma } from './digamma.ts';
import { gammaQuantile, logUpperGamma, lowerGamma, upperGamma } from './incomplete-gamma.ts';
import { logNormalCdf, normalCdf, normalUpperTail } from './normal.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Equal to `digits` significant digits. */
function expectDigits(ours: number, listed: number, digits: number): void {
	expect(ours / listed).toBeCloseTo(1, digits);
}

test.each([
	// mpmath 1.3.0 with 40 digits
	[0.01, -100.560885457868672, 10001.6212135283128],
	[0.5, -1.96351002602142348, 4.93480220054467931],
	[1, -0.577215664901532861, 1.64493406684822644],
	[3.7, 1.16715353936151144, 0.310037857670038302],
	[25, 3.19874251285197401, 0.0408106632572255792],
	[1e5, 11.5129204649618951, 0.0000100000500001666667],
])('digamma and trigamma at %f have 14 digits', (x, first, second) => {
	expectDigits(digamma(x), first, 14);
	expectDigits(trigamma(x), second, 13);
});

test.each([
	// mpmath 1.3.0 with 40 digits: shares of Gamma(a) below and above x, and the logarithm of the second
	[0.5, 0.2, 0.472910743134461926, 0.527089256865538074, -0.640385376915596378],
	[3, 7, 0.970363836119478223, 0.0296361638805217768, -3.5187599106643082],
	[10, 9.5, 0.478173977762792589, 0.521826022237207411, -0.650421037386517959],
	[100, 80, 0.0171083130351331142, 0.982891686964866886, -0.0172563511064581892],
	[1000, 1050, 0.941328888622681923, 0.0586711113773180771, -2.83580781336852261],
	[40000, 40100, 0.691902497024646868, 0.308097502975353132, -1.17733897800387575],
	[1e5, 99000, 0.000757419921174767974, 0.999242580078825232, -0.000757706908565725911],
	[2.5, 60, 1, 3.13857977275529602e-24, -54.1182718359264767],
])('the incomplete gamma function of shape %f at %f has 12 digits', (a, x, lower, upper, log) => {
	expectDigits(lowerGamma(a, x), lower, 12);
	expectDigits(upperGamma(a, x), upper, 12);
	expectDigits(logUpperGamma(a, x), log, 12);
});

test('the incomplete gamma function counts the events of a Poisson stream (DLMF 8.4.10)', () => {
	// P(fewer than 3 events | mean 2) = e^-2 (1 + 2 + 2)
	expectDigits(upperGamma(3, 2), 5 * Math.exp(-2), 14);
	expect(lowerGamma(3, 0)).toBe(0);
	expect(logUpperGamma(3, 0)).toBe(0);
});

test.each([
	// SciPy 1.17.1, stats.gamma.ppf
	[0.05, 2.54, 0.5914248473307192],
	[0.95, 50, 62.17105670200203],
	[0.001, 2.5, 0.1051063013146096],
])('the gamma quantile of %f at shape %f is that of an independent program', (p, a, listed) => {
	expectDigits(gammaQuantile(p, a), listed, 9);
});

test('printed tables of chi-square are hit: 3.841, 11.070, 18.307 at 95 % with 1, 5 and 10 degrees of freedom', () => {
	expect(2 * gammaQuantile(0.95, 0.5)).toBeCloseTo(3.841, 3);
	expect(2 * gammaQuantile(0.95, 2.5)).toBeCloseTo(11.07, 3);
	expect(2 * gammaQuantile(0.95, 5)).toBeCloseTo(18.307, 3);
});

test('quantile and distribution of gamma undo each other, from shapes of 0.05 to 100,000', () => {
	const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
	const shape = fc.double({ min: Math.log(0.05), max: Math.log(1e5), noNaN: true }).map(Math.exp);
	fc.assert(
		fc.property(share, shape, (p, a) => {
			expect(lowerGamma(a, gammaQuantile(p, a))).toBeCloseTo(p, 10);
		}),
	);
});

test('the beta quantile is that of an independent program (SciPy 1.17.1, stats.beta.ppf)', () => {
	expectDigits(betaQuantile(0.05, 2, 5), 0.06284989170835438, 10);
	expectDigits(betaQuantile(0.975, 0.5, 0.5), 0.9984586668665639, 12);
	expectDigits(betaQuantile(0.5, 300, 700), 0.29986661939179127, 11);
	expect(betaQuantile(0, 2, 2)).toBe(0);
});

test.each([
	// mpmath 1.3.0 with 30 digits
	[0.3, 0.382088577811047363],
	[1.96, 0.0249978951482204341],
	[5, 2.86651571879193912e-7],
	[8, 6.22096057427178412e-16],
	[20, 2.7536241186062337e-89],
	[37, 5.72557122252457682e-300],
])('the normal tail above %f has 14 digits', (z, tail) => {
	expectDigits(normalUpperTail(z), tail, 13);
	expectDigits(normalCdf(z), 1 - tail, 14);
});

test('the logarithm of the normal distribution goes on where the share itself vanishes', () => {
	expectDigits(logNormalCdf(-10), -53.2312851505124706, 13);
	expectDigits(logNormalCdf(-100), -5005.52420869420509, 14);
	expect(logNormalCdf(40)).toBe(-0);
});

test('normal distribution and quantile undo each other', () => {
	fc.assert(
		fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
			// One digit in z is many in a share of 1e-300.
			expectDigits(normalCdf(normalQuantile(p)), p, 10);
		}),
	);
});

test('no quantile exists where there is none', () => {
	expect(() => gammaQuantile(0, 2)).toThrow(RangeError);
	expect(() => gammaQuantile(0.5, 0)).toThrow(RangeError);
	expect(() => betaQuantile(1.1, 2, 2)).toThrow(RangeError);
});
