import type { LocalDate } from '#lib/calendar.ts';
import type { Verdict } from './decide.ts';
import type { Plan } from './plan.ts';

/** Agreed and not begun; on the shelf; the decision day is there; decided for good. */
export type Status = 'agreed' | 'running' | 'due' | 'decided';

/** Where a test stands on `today`; `closed` is its last verdict, null while it is open. */
export function statusOf(plan: Plan, closed: Verdict | null, today: LocalDate): Status {
	if (closed !== null) return 'decided';
	if (today >= (plan.extendedTo ?? plan.decisionDay)) return 'due';
	return today < plan.firstDay ? 'agreed' : 'running';
}
