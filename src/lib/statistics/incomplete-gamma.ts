import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';

const MAX_STEPS = 1_000_000;
const TINY = 1e-300;

/** The two shares of a Gamma distribution, below and above a point, each with all its digits. */
type Shares = { readonly lower: number; readonly upper: number };

/**
 * The share of a Gamma(shape a, rate 1) distribution below x: the regularised incomplete gamma function P(a, x), for
 * a > 0 and x >= 0, to about 13 digits (11 for a above 1e5). DLMF 8.11.4 and 8.9.2. Example: `lowerGamma(1, 1)` is 0.632121.
 */
export function lowerGamma(a: number, x: number): number {
	return shares(a, x).lower;
}

/** The share above x, Q(a, x); small shares keep their digits. Example: `upperGamma(1, 50)` is exp(-50). */
export function upperGamma(a: number, x: number): number {
	return shares(a, x).upper;
}

/** The natural logarithm of `upperGamma(a, x)`, also where that share is too small for a number. */
export function logUpperGamma(a: number, x: number): number {
	if (x <= 0) return 0;
	return x < a + 1 ? Math.log1p(-lowerBySeries(a, x)) : logFront(a, x) + Math.log(upperFraction(a, x));
}

/** The natural logarithm of `lowerGamma(a, x)`, for x > 0, likewise. */
export function logLowerGamma(a: number, x: number): number {
	if (x < a + 1) return logFront(a, x) + Math.log(lowerSeries(a, x));
	return Math.log1p(-Math.exp(logFront(a, x)) * upperFraction(a, x));
}

/**
 * The x below which a share p of a Gamma(shape a, rate 1) distribution lies; p from 0 to 1 exclusive. Newton's steps
 * from the start of Wilson and Hilferty (1931), kept inside a bracket: about 12 digits. Half of a chi-square quantile:
 * `2 * gammaQuantile(0.95, 1 / 2)` is 3.841459.
 * @throws RangeError when p or a lies outside
 */
export function gammaQuantile(p: number, a: number): number {
	if (!(p > 0 && p < 1 && a > 0)) throw new RangeError(`no gamma quantile for p = ${p}, shape = ${a}`);
	let [low, high] = [0, Number.POSITIVE_INFINITY];
	let x = firstGuess(p, a);
	for (let step = 0; step < 200; step++) {
		const { lower, upper } = shares(a, x);
		// The smaller tail carries the digits.
		const excess = p < 0.5 ? lower - p : 1 - p - upper;
		if (excess > 0) high = x;
		else low = x;
		const density = Math.exp(logFront(a, x)) / x;
		let next = x - excess / density;
		if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
		if (Math.abs(next - x) <= 4 * Number.EPSILON * x) return next;
		x = next;
	}
	return x;
}

function firstGuess(p: number, a: number): number {
	const root = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a));
	if (a > 0.5 && root > 0.1) return a * root ** 3;
	// Near 0 the distribution is x^a / Γ(a + 1).
	return Math.max(Number.MIN_VALUE, Math.exp((Math.log(p) + logGamma(a + 1)) / a));
}

function shares(a: number, x: number): Shares {
	if (x <= 0) return { lower: 0, upper: 1 };
	if (x < a + 1) {
		const lower = lowerBySeries(a, x);
		return { lower, upper: 1 - lower };
	}
	const upper = Math.exp(logFront(a, x)) * upperFraction(a, x);
	return { lower: 1 - upper, upper };
}

function lowerBySeries(a: number, x: number): number {
	return Math.exp(logFront(a, x)) * lowerSeries(a, x);
}

/** DLMF 8.11.4 without its front, all terms positive. */
function lowerSeries(a: number, x: number): number {
	let term = 1 / a;
	let sum = term;
	for (let step = 1; step <= MAX_STEPS; step++) {
		term *= x / (a + step);
		sum += term;
		if (term < sum * Number.EPSILON * 0.5) return sum;
	}
	throw new RangeError(`incomplete gamma function does not settle at a = ${a}, x = ${x}`);
}

/** The continued fraction DLMF 8.9.2 by Lentz's method as modified by Thompson and Barnett. */
function upperFraction(a: number, x: number): number {
	let b = x + 1 - a;
	let c = 1 / TINY;
	let d = 1 / b;
	let value = d;
	for (let step = 1; step <= MAX_STEPS; step++) {
		const term = -step * (step - a);
		b += 2;
		d = 1 / (term * d + b || TINY);
		c = b + term / c || TINY;
		value *= c * d;
		if (Math.abs(c * d - 1) < Number.EPSILON) return value;
	}
	throw new RangeError(`incomplete gamma function does not settle at a = ${a}, x = ${x}`);
}

/**
 * log(x^a e^-x / Γ(a)). For large a as Loader (2000) does it: a·(log(x/a) + 1 - x/a) and Stirling's remainder, so
 * that the large terms never meet.
 */
function logFront(a: number, x: number): number {
	if (a < 10) return a * Math.log(x) - x - logGamma(a);
	const u = (x - a) / a;
	return a * log1pMinus(u) + 0.5 * Math.log(a / (2 * Math.PI)) - stirlingRest(a);
}

/** log(1 + u) - u, without cancellation near 0. */
function log1pMinus(u: number): number {
	if (Math.abs(u) > 0.1) return Math.log1p(u) - u;
	let power = -u * u;
	let sum = 0;
	for (let k = 2; k < 40; k++) {
		const term = power / k;
		sum += term;
		if (Math.abs(term) <= Number.EPSILON * Math.abs(sum)) break;
		power *= -u;
	}
	return sum;
}

/** logGamma(a) less Stirling's formula (a - 1/2) log a - a + log(2π)/2, for a >= 10 (DLMF 5.11.1). */
function stirlingRest(a: number): number {
	const u = 1 / (a * a);
	return (1 / 12 - u * (1 / 360 - u * (1 / 1260 - u * (1 / 1680 - u / 1188)))) / a;
}
