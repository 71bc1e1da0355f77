import { incompleteBeta } from './incomplete-beta.ts';

/**
 * The share of Student's t distribution with `df` > 0 degrees of freedom that lies below t, to about 13 digits;
 * small shares keep their digits. Abramowitz and Stegun 26.7.1. Example: `studentTCdf(1, 1)` is 0.75.
 */
export function studentTCdf(t: number, df: number): number {
	const square = t * t;
	const tail =
		square < df
			? 0.5 - 0.5 * incompleteBeta(0.5, df / 2, square / (df + square))
			: 0.5 * incompleteBeta(df / 2, 0.5, df / (df + square));
	return t < 0 ? tail : 1 - tail;
}

/**
 * The t below which a share p of Student's t distribution with `df` > 0 lies; p between 0 and 1, both excluded.
 * Bisection of the distribution down to neighbouring numbers: about 12 digits for p from 1e-12 to 1 - 1e-12.
 * Example: `studentTQuantile(0.975, 29)` is 2.0452, as every printed table has it.
 * @throws RangeError when p or df lies outside
 */
export function studentTQuantile(p: number, df: number): number {
	if (!(p > 0 && p < 1 && df > 0))
		throw new RangeError(`no quantile of Student's t for p = ${p}, df = ${df}`);
	if (p > 0.5) return -studentTQuantile(1 - p, df);
	let low = -1;
	while (studentTCdf(low, df) > p) low *= 2;
	let high = 0;
	for (;;) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) return middle;
		if (studentTCdf(middle, df) < p) low = middle;
		else high = middle;
	}
}
