import type { Severity, Verdict } from '#lib/rules/rule.ts';
import type { RuleId } from './all-rules.ts';
import type { StandingJudgement } from './standing.ts';

/** How a rule stands on one side; null where it is not in force. */
export type Stand = { readonly verdict: Verdict; readonly severity: Severity } | null;

export type RuleChange = { readonly rule: RuleId; readonly before: Stand; readonly after: Stand };

/**
 * What differs between two judgements of a product: of two days, under two retailers, with and without a signature,
 * or by two versions of the rules. In the order of the first, then what only the second has.
 */
export function changesBetween(
	before: readonly StandingJudgement[],
	after: readonly StandingJudgement[],
): RuleChange[] {
	const [left, right] = [byRule(before), byRule(after)];
	return [...new Set([...left.keys(), ...right.keys()])]
		.map((rule) => ({ rule, before: left.get(rule) ?? null, after: right.get(rule) ?? null }))
		.filter((change) => !isSame(change.before, change.after));
}

const byRule = (verdicts: readonly StandingJudgement[]) =>
	new Map(verdicts.map(({ rule, verdict, severity }) => [rule, { verdict, severity }]));

/** A rule that is not in force and one that does not apply say the same: nothing. */
const isSilent = (stand: Stand) => stand === null || stand.verdict === 'not-applicable';

const isSame = (a: Stand, b: Stand) =>
	(isSilent(a) && isSilent(b)) || (a?.verdict === b?.verdict && a?.severity === b?.severity);
