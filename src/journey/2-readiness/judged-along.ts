import { addDays, type LocalDate } from '#lib/calendar.ts';
import { everyRule } from './rules-by-id.ts';
import type { Readiness } from './standing.ts';
import { hetRice } from './tables/het-rice.ts';

export type JudgedDay = { readonly day: LocalDate; readonly found: Readiness };

/**
 * A product judged on `from` and on every later day, up to `until`, on which its verdicts may change: the given days,
 * and those after something that a verdict rests on has ended.
 */
export function judgedAlong(
	judgedOn: (day: LocalDate) => Readiness,
	days: readonly LocalDate[],
	from: LocalDate,
	until: LocalDate,
): JudgedDay[] {
	const waiting = new Set(days);
	const along: JudgedDay[] = [];
	for (let day: LocalDate | undefined = from; day && day <= until; day = earliestAfter(day, waiting)) {
		const found = judgedOn(day);
		along.push({ day, found });
		for (const { lastDay } of found.endings) waiting.add(addDays(lastDay, 1));
	}
	return along;
}

function earliestAfter(day: LocalDate, days: ReadonlySet<LocalDate>): LocalDate | undefined {
	return [...days].filter((one) => one > day).toSorted()[0];
}

/** Days on which a rule begins or ends, or a price ceiling changes. */
export const lawDays: readonly LocalDate[] = [...everyRule, ...hetRice].flatMap(({ inForce: { from, to } }) =>
	[from, to].filter((day) => day !== undefined),
);
