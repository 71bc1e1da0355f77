import { incompleteBeta } from './incomplete-beta.ts';

/**
 * The x below which a share p of a Beta(a, b) distribution lies, for a, b > 0 and p from 0 to 1. Bisection down to
 * neighbouring numbers: about 12 digits. Example: `betaQuantile(0.5, 2, 2)` is 0.5.
 * @throws RangeError when p, a or b lies outside
 */
export function betaQuantile(p: number, a: number, b: number): number {
	if (!(p >= 0 && p <= 1 && a > 0 && b > 0))
		throw new RangeError(`no beta quantile for p = ${p}, a = ${a}, b = ${b}`);
	if (p === 0 || p === 1) return p;
	let low = 0;
	let high = 1;
	for (;;) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) return middle;
		if (incompleteBeta(a, b, middle) < p) low = middle;
		else high = middle;
	}
}
