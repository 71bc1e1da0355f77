import type { Novelty } from '../../statistics/velocity/novelty.ts';

/** Stores that start together: in which week of the roll-out, from 0, and their units a week once they have settled. */
export type Wave = { readonly week: number; readonly units: number };

/**
 * Units of every week of a roll-out, each wave above its level at first: units (1 + a exp(-(w - 1)/d)) in its week w
 * (method 3.1, 8.1). Example: one wave of 100 units, a 0.5, d 2: 150, 130.3, 118.4.
 */
export function launchDemand(
	waves: readonly Wave[],
	{ a, d }: Pick<Novelty, 'a' | 'd'>,
	weeks: number,
): Float64Array {
	const demand = new Float64Array(weeks);
	for (const { week, units } of waves)
		for (let t = week; t < weeks; t++)
			demand[t] = (demand[t] ?? 0) + units * (1 + a * Math.exp(-(t - week) / d));
	return demand;
}

/**
 * The weeks from which on waves can start, one after another, so that their peaks stay under the capacity; null for a
 * wave, and all after it, that does not fit within `weeks`. Example: capacity 190, two waves of 60, a 1, d 2: weeks 0 and 4.
 */
export function startWeeks(
	units: readonly number[],
	capacity: number,
	novelty: Pick<Novelty, 'a' | 'd'>,
	weeks: number,
): (number | null)[] {
	const waves: Wave[] = [];
	return units.map((own, k) => {
		if (waves.length < k) return null;
		const from = waves.at(-1)?.week ?? 0;
		const demand = launchDemand(waves, novelty, weeks);
		// A wave's own demand is highest in its first week, and what started before it only falls.
		const fits = (week: number) =>
			(demand[week] ?? Number.POSITIVE_INFINITY) + own * (1 + novelty.a) <= capacity;
		let week = from;
		while (week < weeks && !fits(week)) week++;
		if (week === weeks) return null;
		waves.push({ week, units: own });
		return week;
	});
}
