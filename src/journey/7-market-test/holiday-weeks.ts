import { addDays, daysBetween, type LocalDate } from '#lib/calendar.ts';

/** Days around Lebaran in which people buy otherwise: gone from the verdict, and warned of (method 2.3). */
const NOT_JUDGED = { before: 14, after: 7 } as const;
const WARNED_OF = { before: 21, after: 14 } as const;
/** With this many ordinary weeks on each side the holiday weeks may stay. */
const ENOUGH_ORDINARY = 4;

/** What a Lebaran does to the weeks of a test. */
export type HolidayWeeks = {
	/** Weeks of the test, from 1, that are shown and not judged. */
	readonly excluded: readonly number[];
	/** The test overlaps the days to be warned of. */
	readonly isNear: boolean;
};

/**
 * The weeks of a test of `weeks` weeks from `firstDay` that fall into Lebaran, whose first day is `lebaran`. They move
 * about eleven days earlier each year and are entered anew. Example: Lebaran on the first day of week 3 of 4 leaves out
 * weeks 1 to 4.
 */
export function holidayWeeks(firstDay: LocalDate, weeks: number, lebaran: LocalDate): HolidayWeeks {
	const at = daysBetween(firstDay, lebaran);
	const overlaps = ({ before, after }: typeof NOT_JUDGED | typeof WARNED_OF, from: number, to: number) =>
		at - before <= to && at + after >= from;
	const touched = Array.from({ length: weeks }, (_, i) => i + 1).filter((week) =>
		overlaps(NOT_JUDGED, 7 * (week - 1), 7 * week - 1),
	);
	const [first = 1, last = weeks] = [touched[0], touched.at(-1)];
	const isAmple = first - 1 >= ENOUGH_ORDINARY && weeks - last >= ENOUGH_ORDINARY;
	return {
		excluded: isAmple ? [] : touched,
		isNear: overlaps(WARNED_OF, 0, daysBetween(firstDay, addDays(firstDay, 7 * weeks)) - 1),
	};
}
