import { logNormalCdf } from '../normal.ts';
import { findRoot } from '../find-root.ts';

// A confidence sequence holds at every time at once: the chance that S ever leaves the bound is at most alpha.
// S is a sum whose increments have mean 0 and intrinsic time V. Howard, Ramdas, McAuliffe and Sekhon (2021),
// Time-uniform, nonparametric, nonasymptotic confidence sequences, Annals of Statistics 49(2).

/**
 * The rho that makes a mixture tightest about intrinsic time `vOpt`: vOpt / (2 log(1/a) + log(1 + 2 log(1/a))), with
 * a = alpha for two sides and 2 alpha for one. Example: at vOpt 10, two-sided 0.05, rho is 1.2601.
 */
export function mixtureRho(vOpt: number, alpha: number, sides: 1 | 2): number {
	const log = 2 * Math.log(1 / (sides === 1 ? 2 * alpha : alpha));
	return vOpt / (log + Math.log1p(log));
}

/**
 * log M of the normal mixture, propositions 4 (one-sided) and 5 (two-sided); crossing log(1/alpha) is the alarm.
 * Example: two-sided, rho 1, at s = 0, v = 1 it is log(1/2)/2.
 */
export function normalMixtureLogM(s: number, v: number, rho: number, sides: 1 | 2): number {
	const square = (s * s) / (2 * (v + rho));
	if (sides === 2) return 0.5 * Math.log(rho / (v + rho)) + square;
	return 0.5 * Math.log((4 * rho) / (v + rho)) + square + logNormalCdf(s / Math.sqrt(v + rho));
}

/** How far |S| may go by intrinsic time v: sqrt((v + rho)(log((v + rho)/rho) + 2 log(1/alpha))). */
export function normalMixtureRadius(v: number, rho: number, alpha: number): number {
	return Math.sqrt((v + rho) * (Math.log((v + rho) / rho) + 2 * Math.log(1 / alpha)));
}

/** How far S may go upwards by intrinsic time v, all of alpha on that side. */
export function normalMixtureUpper(v: number, rho: number, alpha: number): number {
	return findRoot((s) => normalMixtureLogM(s, v, rho, 1), Math.log(1 / alpha), 0, Number.POSITIVE_INFINITY);
}
