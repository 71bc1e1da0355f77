import { normalQuantile } from '../normal-quantile.ts';
import { normalUpperTail } from '../normal.ts';
import { studentTCdf, studentTQuantile } from '../student-t.ts';
import type { PanelRatio } from './panel-ratio.ts';

/** No tail is told finer than this: z stays below 37. */
const LEAST_TAIL = 1e-299;

type Rate = Pick<PanelRatio, 'R' | 'V' | 'df'>;

/** The z whose normal tail is that of Student's t at `t`: small samples are believed less. */
export function normalScore(t: number, df: number): number {
	if (Number.isNaN(t)) return 0;
	const tail = Math.max(LEAST_TAIL, studentTCdf(-Math.abs(t), df));
	return t < 0 ? normalQuantile(tail) : -normalQuantile(tail);
}

/** Evidence that the rate lies above the hurdle: z on the raw scale, slightly careful (method 4.1). */
export function zForGo({ R, V, df }: Rate, hurdle: number): number {
	return normalScore((R - hurdle) / Math.sqrt(V), df);
}

/** Evidence that it lies below: the mirror on the log scale. 0 while nothing is sold: see `allZeroStop`. */
export function zForStop({ R, V, df }: Rate, hurdle: number): number {
	if (!(R > 0)) return 0;
	return normalScore(-Math.log(R / hurdle) / (Math.sqrt(V) / R), df);
}

/** The interval of the rate on the log scale that holds with `level` at this one look. Null without sales. */
export function rateInterval({ R, V, df }: Rate, level = 0.95): [number, number] | null {
	if (!(R > 0) || Number.isNaN(V)) return null;
	return around(R, (studentTQuantile((1 + level) / 2, df) * Math.sqrt(V)) / R);
}

/**
 * The interval that holds at all looks together: as far as the two-sided bound of this look reaches (repeated
 * confidence intervals, Jennison and Turnbull 1989). Null without sales.
 */
export function repeatedInterval({ R, V, df }: Rate, bound: number): [number, number] | null {
	if (!(R > 0) || Number.isNaN(V)) return null;
	const tail = Math.max(LEAST_TAIL, normalUpperTail(bound));
	return around(R, (-studentTQuantile(tail, df) * Math.sqrt(V)) / R);
}

function around(R: number, reach: number): [number, number] {
	return [R * Math.exp(-reach), R * Math.exp(reach)];
}

/**
 * Whether selling nothing at all is itself enough to stop: the chance of that at the hurdle, prod (r/(r + v0 E))^r,
 * lies below alpha. Example: 12 stores, 4 weeks, hurdle 1 and r = 3 give 4e-14.
 */
export function allZeroStop(exposure: Float64Array, hurdle: number, alpha: number, r: number): boolean {
	const log = exposure.reduce((sum, E) => sum - r * Math.log1p((hurdle * E) / r), 0);
	return log < Math.log(alpha);
}
