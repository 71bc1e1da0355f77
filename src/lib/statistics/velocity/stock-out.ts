import { assertFinite } from '../non-finite-error.ts';
import { lowerGamma } from '../incomplete-gamma.ts';

/**
 * The share of a day's custom that had come when the shelf ran empty: exposure until the last sale, by the store's
 * hourly profile (24 shares that sum to 1). Counting sales only until a stopping time needs no other correction
 * (method 2.1). Example: with an even profile, sold out at 12:00 leaves 0.5.
 */
export function shareUntil(hour: number, profile: readonly number[]): number {
	const whole = Math.floor(hour);
	const before = profile.slice(0, whole).reduce((sum, share) => sum + share, 0);
	return Math.min(1, before + (hour - whole) * (profile[whole] ?? 0));
}

/** One day of a store: what was sold, how long a full day would have lasted, and whether the shelf ran empty. */
export type StockDay = {
	readonly units: number;
	/** Exposure of the full day, had the goods lasted. */
	readonly exposure: number;
	/** Sold out at some unknown time: demand was at least `units`. */
	readonly soldOut: boolean;
};

/**
 * The Poisson rate when some days only say "at least as many as stood there": censored maximum likelihood by EM, whose
 * expectation is E[Y | Y >= q] = m P(Y >= q - 1)/P(Y >= q). Such days are neither dropped nor counted as full.
 * NaN without exposure. Example: no day sold out gives units over exposure.
 */
export function censoredRate(days: readonly StockDay[]): number {
	assertFinite('days', Float64Array.from(days.flatMap(({ units, exposure }) => [units, exposure])), 2);
	const exposure = days.reduce((sum, day) => sum + day.exposure, 0);
	let rate = days.reduce((sum, day) => sum + day.units, 0) / exposure;
	for (let step = 0; step < 10_000 && rate > 0; step++) {
		const next = days.reduce((sum, day) => sum + expectedDemand(day, rate), 0) / exposure;
		const isSettled = Math.abs(next - rate) <= 1e-13 * next;
		rate = next;
		if (isSettled) break;
	}
	return rate;
}

function expectedDemand({ units, exposure, soldOut }: StockDay, rate: number): number {
	if (!soldOut) return units;
	const m = rate * exposure;
	return m * (atLeast(units - 1, m) / atLeast(units, m));
}

/** P(Y >= q) of a Poisson count with mean m. */
function atLeast(q: number, m: number): number {
	return q <= 0 ? 1 : lowerGamma(q, m);
}

/** What was not sold because the shelf was empty: lambda (full exposure - exposure), and the share of exposure lost. */
export function lostToStockOuts(
	rate: number,
	full: number,
	exposure: number,
): { units: number; ratio: number } {
	return { units: rate * (full - exposure), ratio: full > 0 ? 1 - exposure / full : 0 };
}

/**
 * Above this share of lost exposure a test says more of supply than of demand.
 * @public
 */
export const SUPPLY_LIMITED = 0.15;
