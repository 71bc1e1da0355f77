import { logGamma } from './log-gamma.ts';

const MAX_STEPS = 10_000;
const TINY = 1e-300;

/**
 * The share of a Beta(a, b) distribution that lies below x: the regularised incomplete beta function, for a, b > 0
 * and x from 0 to 1, to about 13 digits. Continued fraction DLMF 8.17.22. Example: `incompleteBeta(2, 3, 0.5)` is 0.6875.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const converges = x < (a + 1) / (a + b + 2);
	return converges ? lowerShare(a, b, x, 1 - x) : 1 - lowerShare(b, a, 1 - x, x);
}

/** As `incompleteBeta`, for an x left of the mean; `rest` is 1 - x, given apart so that no digit of it is lost. */
function lowerShare(a: number, b: number, x: number, rest: number): number {
	const logFront = a * Math.log(x) + b * Math.log(rest) + logGamma(a + b) - logGamma(a) - logGamma(b);
	return Math.exp(logFront) / (a * continuedFraction(a, b, x));
}

/** The denominator of DLMF 8.17.22, by Lentz's method as modified by Thompson and Barnett. */
function continuedFraction(a: number, b: number, x: number): number {
	let value = 1;
	let c = 1;
	let d = 0;
	for (let step = 1; step <= MAX_STEPS; step++) {
		const term = coefficient(a, b, x, step);
		d = 1 / (1 + term * d || TINY);
		c = 1 + term / c || TINY;
		value *= c * d;
		if (Math.abs(c * d - 1) < Number.EPSILON) return value;
	}
	throw new RangeError(`incomplete beta function does not settle at a = ${a}, b = ${b}, x = ${x}`);
}

function coefficient(a: number, b: number, x: number, step: number): number {
	const m = Math.floor(step / 2);
	return step % 2 === 0
		? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
		: (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
}
