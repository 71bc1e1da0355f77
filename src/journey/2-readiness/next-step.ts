import type { LocalDate } from '#lib/calendar.ts';
import { compareJudgements, judgeAll, type Judgement } from '#lib/rules/judge.ts';
import type { Severity } from '#lib/rules/rule.ts';
import type { RuleId } from './all-rules.ts';
import { endings, type Validity } from './endings.ts';
import { factKeys, factVocabulary, type FactKey, type KnownFacts } from './facts.ts';
import type { ReadinessRule } from './rule.ts';
import { pirtLastDay } from './pirt-comparison.ts';
import { everyRule, ruleOf } from './rules-by-id.ts';
import { isOpen, type Readiness, type StandingJudgement } from './standing.ts';
import { stepsOf } from './steps.ts';

/**
 * Judges a product on a day. A rule of high confidence acts from the start; one of medium or low confidence has the
 * severity `ask`, and blocks nothing, until an administrator has signed it for the office (`signed`: ids of rules).
 * `validity` says until when the evidence of single facts counts.
 */
export function readiness(
	known: KnownFacts,
	onDay: LocalDate,
	signed: ReadonlySet<string>,
	validity?: Validity,
): Readiness {
	const proven = withDefaults(known, onDay);
	const verdicts = standingVerdicts(proven, onDay, signed);
	const ending = endings(verdicts, proven, onDay, validity);
	const next = stepsOf(verdicts, ending).map(({ rule }) => rule);
	const missing = new Map(verdicts.map((judged) => [judged.rule, judged.missing]));
	return {
		ready: isReady(verdicts),
		verdicts,
		endings: ending,
		next,
		nextQuestion: next.flatMap((rule) => missing.get(rule) ?? [])[0] ?? null,
	};
}

/** Every rule of `rules` that is in force, with the weight it has; the heaviest first. */
export function standingVerdicts(
	known: KnownFacts,
	onDay: LocalDate,
	signed: ReadonlySet<string>,
	rules: readonly ReadinessRule<RuleId>[] = everyRule,
): StandingJudgement[] {
	const judged = judgeAll(rules, withDefaults(known, onDay), onDay);
	return judged.map((judgement) => standing(judgement, signed)).toSorted(compareJudgements);
}

/** True when no blocker is open, false when one is unmet, null while one is not known. */
export function isReady(verdicts: readonly StandingJudgement[]): boolean | null {
	const open = verdicts.filter((judged) => judged.severity === 'blocker' && isOpen(judged));
	return open.length === 0 ? true : open.some(({ verdict }) => verdict === 'unmet') ? false : null;
}

/** What counts until somebody says otherwise: a proof that nobody has shown is not shown, and a number's own year. */
function withDefaults(known: KnownFacts, onDay: LocalDate): KnownFacts {
	const unshown = proofs.filter((key) => (known[key] ?? null) === null);
	const expiry = known['permit.pirtExpiresOn'] ?? pirtLastDay(known, onDay);
	return {
		...known,
		...Object.fromEntries(unshown.map((key) => [key, false])),
		...(expiry === null ? {} : { 'permit.pirtExpiresOn': expiry }),
	};
}
const proofs = factKeys.filter((key) => 'untilShown' in factVocabulary[key]);

function standing(judgement: Judgement<RuleId, FactKey>, signed: ReadonlySet<string>): StandingJudgement {
	const isSigned = signed.has(judgement.rule);
	const acts = isSigned || ruleOf(judgement.rule).confidence === 'high';
	const severity: Severity = acts ? judgement.severity : 'ask';
	return { ...judgement, severity, isSigned };
}
