import {
	changedSince,
	hashOf,
	readRecord,
	recomputed,
	type FactChange,
} from '../journey/2-readiness/decision-record.ts';
import type { Judged } from '../journey/2-readiness/decision-record.ts';
import type { RuleChange, Stand } from '../journey/2-readiness/comparison.ts';
import { factName, ruleWords } from '../journey/2-readiness/messages.ts';
import type { ReadinessDecision } from '../journey/2-readiness/server/decisions.ts';
import { factValue } from './fact-view.ts';
import { formatDay, formatMoment } from './format.ts';
import { say } from './say.ts';

/** One decision as its page shows it: what it said, whether it computes to itself, and what changed since, in words. */
export async function decisionView({ record, ...decision }: ReadinessDecision, now: Judged) {
	const since = changedSince(record, now);
	const anew = recomputed(record);
	return {
		id: decision.id,
		title: say(decision.admitted ? 'readiness.admitted' : 'readiness.not-admitted', {
			day: formatDay(decision.decidedOn),
		}),
		reason: decision.reason,
		by: [decision.decidedBy, formatMoment(decision.decidedAt)].filter(Boolean).join(', '),
		said: say(`readiness.was-${answerWord(readRecord(record).ready)}`),
		saysNow: say(`readiness.is-${answerWord(since.continuing.ready)}`, { day: formatDay(now.onDay) }),
		proof: anew.ok
			? say(anew.value === record ? 'readiness.computes-anew' : 'readiness.computes-otherwise')
			: say(anew.code, anew.params),
		sha256: await hashOf(record),
		facts: since.facts.map(factChangeView),
		rules: since.rules.map(ruleChangeView),
		law: Object.entries(since.law).flatMap(([what, rules]) =>
			rules.map((id) => ({ id, title: say(`readiness.law-${what}`, { rule: ruleWords(id).title }) })),
		),
	};
}

export const answerWord = (ready: boolean | null) =>
	ready === null ? 'unknown' : ready ? 'ready' : 'not-ready';

function factChangeView({ key, before, after }: FactChange) {
	const words = (value: unknown) =>
		value === null ? say('readiness.not-known-word') : factValue(key, value);
	return { name: factName(key), before: words(before), after: words(after) };
}

/** How a rule stood, and how it stands. */
export function ruleChangeView({ rule, before, after }: RuleChange) {
	return { id: rule, name: ruleWords(rule).title, before: standWords(before), after: standWords(after) };
}

export function standWords(stand: Stand): string {
	if (stand === null) return say('readiness.not-in-force-word');
	return `${say(`ui.verdict-${stand.verdict}`)}, ${say(`readiness.severity.${stand.severity}`)}`;
}
