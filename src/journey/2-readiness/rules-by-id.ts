import { versionOf } from '#lib/rules/version.ts';
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

export function isRuleId(text: string): text is RuleId {
	return byId.has(text);
}

const versions = new Map<RuleId, string>();

/** What the rule says now, as a short name; the same as that of a signature while the rule says what was signed. */
export function versionOfRule(id: RuleId): string {
	const version = versions.get(id) ?? versionOf(ruleOf(id));
	versions.set(id, version);
	return version;
}
