import type { LocalDate } from '#lib/calendar.ts';
import type { Look } from './look.ts';
import type { Plan } from './plan.ts';

/** Shown as lanjut, perpanjang, henti; a pilot describes and decides nothing. */
export type Verdict = 'go' | 'extend' | 'stop' | 'pilot';

/** Why; each has its sentence in locales/<language>/market-test.json under `market-test.reason.`. */
export type Reason =
	| 'before-decision-day'
	| 'extended-once'
	| 'too-few-stores'
	| 'lower-end-reaches-hurdle'
	| 'upper-end-below-hurdle'
	| 'hurdle-inside-interval'
	| 'nothing-sold'
	| 'no-interval'
	| 'missing-days'
	| 'not-conclusive';

export type Decision = { readonly verdict: Verdict; readonly reasons: readonly Reason[] };

/** With fewer stores the spread between them is not known well enough to decide (issue 2; method 13, 3). */
export const MIN_STORES = 12;

/**
 * Before the decision day the verdict is always extend: the interval is one of a fixed day, and looked at weekly it
 * would say go falsely in 7 to 42 % of tests (method 4.2). On the day the interval decides, or the test is extended
 * once to a second day; there what is still open stops (decision 0010).
 */
export function decide(look: Look, plan: Plan, today: LocalDate): Decision {
	const extended: Reason[] = plan.extendedTo === null ? [] : ['extended-once'];
	if (today < (plan.extendedTo ?? plan.decisionDay)) {
		const pilot: Reason[] = plan.stores < MIN_STORES ? ['too-few-stores'] : [];
		return { verdict: 'extend', reasons: ['before-decision-day', ...extended, ...pilot] };
	}
	const decision = onTheDay(look, plan);
	if (decision.verdict !== 'extend' || plan.extendedTo === null) return decision;
	return { verdict: 'stop', reasons: ['not-conclusive', ...decision.reasons, ...extended] };
}

/** Missing days prove nothing: they hold back a go, and excuse stores that are not there; they never help a stop. */
function onTheDay({ R, lower, upper, stores, missingRatio }: Look, plan: Plan): Decision {
	const missing: Reason[] = missingRatio > plan.maxMissingRatio ? ['missing-days'] : [];
	if (plan.stores < MIN_STORES) return { verdict: 'pilot', reasons: ['too-few-stores'] };
	if (stores < MIN_STORES)
		return { verdict: missing.length > 0 ? 'extend' : 'pilot', reasons: [...missing, 'too-few-stores'] };
	if (R === 0) return { verdict: 'extend', reasons: ['nothing-sold', ...missing] };
	if (lower === null || upper === null) return { verdict: 'extend', reasons: ['no-interval', ...missing] };
	if (lower >= plan.hurdle)
		return {
			verdict: missing.length > 0 ? 'extend' : 'go',
			reasons: ['lower-end-reaches-hurdle', ...missing],
		};
	if (upper < plan.hurdle) return { verdict: 'stop', reasons: ['upper-end-below-hurdle'] };
	return { verdict: 'extend', reasons: ['hurdle-inside-interval', ...missing] };
}
