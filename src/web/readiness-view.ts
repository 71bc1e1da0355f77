import {
	citation,
	confidenceWords,
	nextSentence,
	pirtRemarks,
	readinessSentence,
	ruleWords,
	standingWords,
} from '../journey/2-readiness/messages.ts';
import type { LocalDate } from '../lib/calendar.ts';
import type { KnownFacts } from '../journey/2-readiness/facts.ts';
import { allRules } from '../journey/2-readiness/all-rules.ts';
import type { Readiness, StandingJudgement } from '../journey/2-readiness/standing.ts';
import { questionOf } from './question.ts';
import { say } from './say.ts';

/** One rule with its verdict, in the reader's words. */
function ruleView(judged: StandingJudgement, remarks: readonly string[]) {
	const { title, why, where, days, cost } = ruleWords(judged.rule);
	const rule = allRules.find(({ id }) => id === judged.rule);
	return {
		id: judged.rule,
		title,
		why,
		verdict: judged.verdict,
		severity: say(`readiness.severity.${judged.severity}`),
		isBlocker: judged.severity === 'blocker',
		next: nextSentence(judged),
		/** What does not fit the dossier, where that can be told apart. */
		remarks: judged.rule === 'PM-PIRT-NUM' ? remarks : [],
		standing: standingWords(judged),
		isSigned: judged.isSigned,
		laws: (rule?.cites ?? []).map((key) => ({
			text: citation(key),
			href: `/aturan/${judged.rule}`,
			certainty: confidenceWords(rule?.confidence ?? 'low'),
		})),
		pairs: [
			{ name: say('readiness.where'), value: where },
			...(days ? [{ name: say('readiness.how-long'), value: days }] : []),
			...(cost ? [{ name: say('readiness.how-much'), value: cost }] : []),
		],
		question: judged.missing[0] ? questionOf(judged.missing[0]) : null,
	};
}

/** Readiness as a page shows it: the sentence, the counts, what is open in the order to take it up, and all rules. */
export function readinessView(found: Readiness, known: KnownFacts, today: LocalDate) {
	const remarks = pirtRemarks(known, today);
	const rules = found.verdicts.map((judged) => ruleView(judged, remarks));
	const byId = new Map(rules.map((rule) => [rule.id, rule]));
	const open = found.next.flatMap((id) => byId.get(id) ?? []);
	const unknown = open.filter((rule) => rule.verdict === 'unknown');
	const questions = [...Map.groupBy(unknown, (rule) => rule.question?.key)].flatMap(([, waiting]) => {
		const question = waiting[0]?.question;
		return question ? [{ ...question, decides: waiting.map(({ title }) => title) }] : [];
	});
	const count = (verdict: string) => rules.filter((rule) => rule.verdict === verdict).length;
	return {
		sentence: readinessSentence(found),
		counts: {
			met: count('met'),
			unmet: count('unmet'),
			unknown: count('unknown'),
			exempt: count('not-applicable'),
		},
		question: found.nextQuestion ? questionOf(found.nextQuestion) : null,
		unmet: open.filter(({ verdict }) => verdict === 'unmet'),
		/** What is not known, each with the rules that wait for it. */
		questions,
		settled: rules.filter(({ verdict }) => verdict === 'met' || verdict === 'not-applicable'),
	};
}
