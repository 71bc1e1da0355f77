import { addDays, daysBetween, isLocalDate, type LocalDate } from '#lib/calendar.ts';
import { ok, problem, type Result } from '#lib/result.ts';

/** Agreed with the retailer before the first sale, and never moved after it. */
export type Plan = {
	/** Ambang: units per store-week that keep the product on the shelf; above 0. */
	readonly hurdle: number;
	/** How many test stores. */
	readonly stores: number;
	readonly firstDay: LocalDate;
	/** Weeks on the shelf until the decision day, burn-in included. */
	readonly weeks: number;
	/** First weeks of each store that are shown and not judged: people try what is new. */
	readonly burnInWeeks: number;
	/** The one day on which the interval may decide; on or after the last of the weeks. */
	readonly decisionDay: LocalDate;
	/** The second and last decision day, once the test was extended. */
	readonly extendedTo: LocalDate | null;
	/** Store-days without data that a go can bear, as a share of those planned: 0 to 1. */
	readonly maxMissingRatio: number;
};

/** The plan, or a problem with each field that cannot stand. */
export function checkPlan(plan: Plan): Result<Plan> {
	const fields: Record<string, string> = {};
	if (!(plan.hurdle > 0 && plan.hurdle < Infinity)) fields['hurdle'] = 'market-test.hurdle-not-positive';
	if (!isCount(plan.stores)) fields['stores'] = 'market-test.no-stores';
	if (!isCount(plan.weeks)) fields['weeks'] = 'market-test.no-weeks';
	if (!(isCount(plan.burnInWeeks + 1) && plan.burnInWeeks < plan.weeks))
		fields['burnInWeeks'] = 'market-test.burn-in-too-long';
	if (!(plan.maxMissingRatio >= 0 && plan.maxMissingRatio <= 1))
		fields['maxMissingRatio'] = 'market-test.not-a-share';
	if (!isLocalDate(plan.firstDay)) fields['firstDay'] = 'market-test.no-such-day';
	if (!isLocalDate(plan.decisionDay)) fields['decisionDay'] = 'market-test.no-such-day';
	else if (plan.decisionDay < dayAfterWeeks(plan)) fields['decisionDay'] = 'market-test.decision-before-end';
	return Object.keys(fields).length > 0 ? problem('market-test.plan-cannot-stand', {}, fields) : ok(plan);
}

/** The plan with its second decision day, at least a week after the first. A test is extended once. */
export function extendPlan(plan: Plan, to: LocalDate): Result<Plan> {
	if (plan.extendedTo !== null) return problem('market-test.already-extended', { day: plan.extendedTo });
	const earliest = addDays(plan.decisionDay, 7);
	if (!isLocalDate(to) || to < earliest) return problem('market-test.extension-too-short', { day: earliest });
	return ok({ ...plan, extendedTo: to });
}

/** Whole weeks of the test that are over on `today` and count for its decision; later weeks never do. */
export function weeksOver(plan: Plan, today: LocalDate): number {
	const planned = plan.extendedTo === null ? plan.weeks : wholeWeeks(plan.firstDay, plan.extendedTo);
	return Math.min(planned, Math.max(0, wholeWeeks(plan.firstDay, today)));
}

const wholeWeeks = (from: LocalDate, to: LocalDate) => Math.floor(daysBetween(from, to) / 7);

function dayAfterWeeks({ firstDay, weeks }: Plan): LocalDate {
	return isLocalDate(firstDay) && isCount(weeks) ? addDays(firstDay, 7 * weeks) : '';
}

function isCount(n: number): boolean {
	return Number.isSafeInteger(n) && n > 0;
}
