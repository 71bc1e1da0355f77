import type { LocalDate } from '#lib/calendar.ts';
import type { RuleId } from './all-rules.ts';
import { changesBetween, type RuleChange } from './comparison.ts';
import type { KnownFacts } from './facts.ts';
import { standingVerdicts } from './next-step.ts';
import type { ReadinessRule } from './rule.ts';
import type { StandingJudgement } from './standing.ts';

/**
 * What changes for one product when only `rules` say something new: they alone are judged and held against what was
 * `kept`, so that only what changed has to be written.
 */
export function rejudged(
	known: KnownFacts,
	kept: readonly StandingJudgement[],
	rules: readonly ReadinessRule<RuleId>[],
	onDay: LocalDate,
	signed: ReadonlySet<string>,
): RuleChange[] {
	const concerned = new Set(rules.map(({ id }) => id));
	return changesBetween(
		kept.filter(({ rule }) => concerned.has(rule)),
		standingVerdicts(known, onDay, signed, rules),
	);
}
