import type { LocalDate } from '#lib/calendar.ts';
import { compareJudgements, judgeAll, type Judgement } from '#lib/rules/judge.ts';
import type { Severity } from '#lib/rules/rule.ts';
import { allRules, type RuleId } from './all-rules.ts';
import { factKeys, factVocabulary, type FactKey, type KnownFacts } from './facts.ts';
import type { ReadinessRule } from './rule.ts';
import { remedies } from './tables/remedies.ts';

/** A verdict with the weight it has today, and whether an office has signed its rule. */
export type StandingJudgement = Judgement<RuleId, FactKey> & { readonly isSigned: boolean };

export type Readiness = {
	/** True when nothing blocks, false when something does, null while a blocker is not known. */
	readonly ready: boolean | null;
	/** Every rule in force, blockers first. */
	readonly verdicts: readonly StandingJudgement[];
	/** The open rules in the order to take them up. */
	readonly next: readonly RuleId[];
	/** The next question: the first fact that an open rule waits for. */
	readonly nextQuestion: FactKey | null;
};

/**
 * Judges a product on a day. A rule of high confidence acts from the start; one of medium or low confidence has the
 * severity `ask`, and blocks nothing, until an administrator has signed it for the office (`signed`: ids of rules).
 */
export function readiness(known: KnownFacts, onDay: LocalDate, signed: ReadonlySet<string>): Readiness {
	const judged = judgeAll(allRulesOver, withProofs(known), onDay);
	const verdicts = judged.map((judgement) => standing(judgement, signed)).toSorted(compareJudgements);
	const open = verdicts.filter(({ verdict }) => verdict === 'unmet' || verdict === 'unknown');
	const blockers = open.filter(({ severity }) => severity === 'blocker');
	const isBlocked = blockers.some(({ verdict }) => verdict === 'unmet');
	return {
		ready: blockers.length === 0 ? true : isBlocked ? false : null,
		verdicts,
		next: open.toSorted(compareSteps).map(({ rule }) => rule),
		nextQuestion: open.flatMap(({ missing }) => missing)[0] ?? null,
	};
}

/** A proof that nobody has shown counts as not shown. */
function withProofs(known: KnownFacts): KnownFacts {
	const unshown = factKeys.filter(
		(key) => 'untilShown' in factVocabulary[key] && (known[key] ?? null) === null,
	);
	return { ...known, ...Object.fromEntries(unshown.map((key) => [key, false])) };
}

const allRulesOver: readonly ReadinessRule<RuleId>[] = allRules;
const ruleOf = new Map<RuleId, ReadinessRule<RuleId>>(allRulesOver.map((rule) => [rule.id, rule]));

function standing(judgement: Judgement<RuleId, FactKey>, signed: ReadonlySet<string>): StandingJudgement {
	const isSigned = signed.has(judgement.rule);
	const acts = isSigned || ruleOf.get(judgement.rule)?.confidence === 'high';
	const severity: Severity = acts ? judgement.severity : 'ask';
	return { ...judgement, severity, isSigned };
}

/** What weighs most first; among equals what is known to be wrong, and of that what usually takes longest. */
function compareSteps(a: StandingJudgement, b: StandingJudgement): number {
	return compareJudgements(a, b) || usualDays(b.rule) - usualDays(a.rule);
}

function usualDays(rule: RuleId): number {
	return remedies[rule].days?.[1] ?? 0;
}
