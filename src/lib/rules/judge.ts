import type { LocalDate } from '#lib/calendar.ts';
import { isInForce, type Known, type Rule, type Severity, type Verdict } from './rule.ts';
import { ask } from './view.ts';

/** What a judge needs of a rule: when it is in force, and its two questions. */
export type Judgeable<F, Id extends string = string> = Pick<
	Rule<F, Id>,
	'id' | 'severity' | 'inForce' | 'appliesTo' | 'isMet'
>;

/** What one rule says on one day, and what it looked at: plain data, to be kept as it is. */
export type Judgement<Id extends string = string, Key extends string = string> = {
	readonly rule: Id;
	readonly verdict: Verdict;
	readonly severity: Severity;
	/** The fact that is wanting when the verdict is unknown; the next question. */
	readonly missing: readonly Key[];
	/** The facts it read, in order. */
	readonly read: readonly Key[];
};

/**
 * Judges one rule. A fact it reads and nobody knows makes the verdict unknown, in `appliesTo` and in `isMet` alike.
 * The day is handed to the rule; whether it was in force then is for `judgeAll` to say.
 */
export function judge<F extends object, Id extends string>(
	rule: Judgeable<F, Id>,
	known: Known<F>,
	onDay: LocalDate,
): Judgement<Id, keyof F & string> {
	const reading = ask(known, (facts: F): Verdict => {
		if (!rule.appliesTo(facts, onDay)) return 'not-applicable';
		return rule.isMet(facts, onDay) ? 'met' : 'unmet';
	});
	return {
		rule: rule.id,
		verdict: reading.isKnown ? reading.answer : 'unknown',
		severity: rule.severity,
		missing: reading.isKnown ? [] : [reading.missing as keyof F & string],
		read: reading.read as readonly (keyof F & string)[],
	};
}

const bySeverity: Readonly<Record<Severity, number>> = { blocker: 0, ask: 1, major: 2, minor: 3 };
const byVerdict: Readonly<Record<Verdict, number>> = { unmet: 0, unknown: 1, met: 2, 'not-applicable': 3 };

/** The weightiest first, and among equals what is open before what is settled. */
export function compareJudgements(a: Judgement, b: Judgement): number {
	return bySeverity[a.severity] - bySeverity[b.severity] || byVerdict[a.verdict] - byVerdict[b.verdict];
}

/** Judges every rule that is in force on the day, blockers first; the others are absent. */
export function judgeAll<F extends object, Id extends string>(
	rules: readonly Judgeable<F, Id>[],
	known: Known<F>,
	onDay: LocalDate,
): Judgement<Id, keyof F & string>[] {
	const inForce = rules.filter((rule) => isInForce(rule, onDay));
	return inForce.map((rule) => judge(rule, known, onDay)).toSorted(compareJudgements);
}
