import { allRules, type RuleId } from './all-rules.ts';
import type { ReadinessRule } from './rule.ts';

/** All rules as what they have in common. */
export const everyRule: readonly ReadinessRule<RuleId>[] = allRules;

const byId = new Map<string, ReadinessRule<RuleId>>(everyRule.map((rule) => [rule.id, rule]));

/** @throws RangeError for an id that is no rule's */
export function ruleOf(id: RuleId): ReadinessRule<RuleId> {
	const rule = byId.get(id);
	if (!rule) throw new RangeError(`no rule ${id}`);
	return rule;
}
