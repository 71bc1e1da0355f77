import { assertFinite } from '../non-finite-error.ts';

/** What the weeks before the launch say of shocks that hit all stores at once. */
export type ShockFloor = {
	/** Standard deviation of log weekly category sales of the test stores, after the calendar index. */
	readonly cs0: number;
	/** Their lag-1 autocorrelation, 0 to 0.8. */
	readonly rho0: number;
	/** Weeks it was learnt from. */
	readonly P: number;
};

/** Used when nothing is known from before the launch. Not confirmed by data yet (method 4.1). */
export const UNKNOWN_SHOCKS: ShockFloor = { cs0: 0.1, rho0: 0.3, P: 10 };

const RHO_MAX = 0.8;

/**
 * The floor from log weekly category sales, best over 26 weeks or more: sample standard deviation, and autocorrelation
 * corrected for the bias of short series by (1 + 4 rho)/P (Kendall 1954). Four to eight weeks of a test cannot teach
 * this; without it a rule that looks weekly says go falsely up to 15 times in 100.
 * Example: a series that never moves gives cs0 = 0 and rho0 = 0.
 */
export function shockFloor(logSales: Float64Array): ShockFloor {
	assertFinite('log sales', logSales, 1);
	const P = logSales.length;
	if (P < 3) return UNKNOWN_SHOCKS;
	const mean = logSales.reduce((sum, y) => sum + y, 0) / P;
	const residuals = logSales.map((y) => y - mean);
	const variance = residuals.reduce((sum, e) => sum + e * e, 0) / (P - 1);
	if (variance === 0) return { cs0: 0, rho0: 0, P };
	const rho = autocorrelation(residuals);
	return { cs0: Math.sqrt(variance), rho0: clip(rho + (1 + 4 * rho) / P), P };
}

/** Lag-1 autocorrelation of numbers with mean 0; 0 for numbers that are all 0. */
export function autocorrelation(residuals: Float64Array): number {
	let [along, square] = [0, 0];
	residuals.forEach((e, t) => {
		square += e * e;
		if (t > 0) along += e * (residuals[t - 1] ?? 0);
	});
	return square > 0 ? along / square : 0;
}

/** Autocorrelation as it is used: 0 to 0.8. */
export function clip(rho: number): number {
	return Math.min(RHO_MAX, Math.max(0, rho));
}
