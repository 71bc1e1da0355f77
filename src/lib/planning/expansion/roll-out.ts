/** How the wave that is on the shelves does. */
export type WaveState = {
	/** Evidence that its rate lies below its hurdle, with the bound of this look; null before the first look. */
	readonly stop: { readonly z: number; readonly bound: number } | null;
	/** Delivered of what was ordered, week by week, 0 to 1. */
	readonly fillRatios: readonly number[];
	/** Whether the alarm on complaints rings (method 4.4). */
	readonly complaintAlarm: boolean;
	/** Units a week that can be supplied as known today, and those that stores on the shelf and promised ones ask for. */
	readonly capacity: number;
	readonly committed: number;
};

/** Why the next wave has to wait. */
export type HaltReason = 'below-hurdle' | 'orders-unfilled' | 'complaints' | 'capacity-short';

const LEAST_FILL = 0.9;
const WEEKS = 2;

/**
 * What halts the next wave of a roll-out; nothing when it may go on (method 8.3): the wave sells less than its hurdle, at
 * its stop bound; less than 90 % of orders were filled in two weeks running; the complaint alarm rings; or the capacity
 * was revised below what is promised.
 */
export function haltReasons({
	stop,
	fillRatios,
	complaintAlarm,
	capacity,
	committed,
}: WaveState): HaltReason[] {
	const isShort = (ratio: number | undefined) => ratio !== undefined && ratio < LEAST_FILL;
	const holds: Record<HaltReason, boolean> = {
		'below-hurdle': stop !== null && stop.z >= stop.bound,
		'orders-unfilled': fillRatios.some(
			(_, week) => fillRatios.slice(week, week + WEEKS).every(isShort) && week + WEEKS <= fillRatios.length,
		),
		complaints: complaintAlarm,
		'capacity-short': capacity < committed,
	};
	return Object.entries(holds).flatMap(([why, isTrue]) => (isTrue ? [why as HaltReason] : []));
}
