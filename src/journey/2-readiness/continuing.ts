import type { LocalDate } from '#lib/calendar.ts';
import { changesBetween, type RuleChange } from './comparison.ts';
import { judgedAlong, lawDays } from './judged-along.ts';
import type { Readiness } from './standing.ts';

/** Whether a product that was let in still may stay. It is another state than admission, with a day of its own. */
export type Continuing =
	| { readonly state: 'holds' }
	| {
			readonly state: 'lapsed';
			/** The first day of those, up to today, on which it was not ready any more. */
			readonly since: LocalDate;
			/** False: something is known to be wrong; null: something can no longer be shown. */
			readonly ready: false | null;
			/** The blockers that opened on that day. */
			readonly reasons: readonly RuleChange[];
	  };

/**
 * How it stands since it was admitted: judged on every day on which the dossier, the law, a signature or a permit may
 * have changed the verdict (`days` names those of dossier and signatures).
 */
export function continuingSince(
	judgedOn: (day: LocalDate) => Readiness,
	days: readonly LocalDate[],
	admittedOn: LocalDate,
	today: LocalDate,
): Continuing {
	const along = judgedAlong(judgedOn, [...days, ...lawDays, today], admittedOn, today);
	const ready = along.at(-1)?.found.ready ?? null;
	if (ready === true) return { state: 'holds' };
	const first = along.findLastIndex(({ found }) => found.ready === true) + 1;
	const before = along[first - 1]?.found.verdicts ?? [];
	const after = along[first];
	const reasons = changesBetween(before, after?.found.verdicts ?? []).filter(
		({ after: now }) => now?.severity === 'blocker' && (now.verdict === 'unmet' || now.verdict === 'unknown'),
	);
	return { state: 'lapsed', since: after?.day ?? today, ready, reasons };
}
