import { assertFinite } from '../non-finite-error.ts';

/** Lowest and highest index: beyond, data are more likely wrong than customers. */
const LIMITS = [0.3, 3] as const;

/**
 * How a period stands to ordinary ones: c_t = category units of the control stores at t over their pre-period mean, from
 * control stores alone and without the test product. `units` is stores by times, row after row; the pre-period is the
 * first `T0` times. Clipped to 0.3 to 3. Example: controls that sell 30 % more before Lebaran give 1.3 there.
 */
export function calendarIndex(units: Float64Array, T: number, T0: number): Float64Array {
	assertFinite('units', units, T);
	const stores = units.length / T;
	const totals = new Float64Array(T);
	units.forEach((y, cell) => (totals[cell % T] = (totals[cell % T] ?? 0) + y));
	const usual = totals.subarray(0, T0).reduce((sum, y) => sum + y, 0) / T0;
	if (!(usual > 0 && stores >= 1)) return totals.fill(1);
	return totals.map((y) => Math.min(LIMITS[1], Math.max(LIMITS[0], y / usual)));
}

/** The index by position in a cycle (7 for weekdays), each the mean of its times. */
export function smoothByCycle(index: Float64Array, cycle: number): Float64Array {
	return index.map((_, t) => {
		const same = index.filter((_value, s) => s % cycle === t % cycle);
		return same.reduce((sum, c) => sum + c, 0) / same.length;
	});
}
