import { type LocalDate, dayOf } from '../lib/calendar.ts';
import { isInForce } from '../lib/rules/rule.ts';
import type { RuleId } from '../journey/2-readiness/all-rules.ts';
import type { FactKey } from '../journey/2-readiness/facts.ts';
import {
	citation,
	confidenceWords,
	factName,
	officeName,
	ruleWords,
} from '../journey/2-readiness/messages.ts';
import { everyRule, ruleOf } from '../journey/2-readiness/rules-by-id.ts';
import type { HeldUp } from '../journey/2-readiness/server/held-up.ts';
import type { Signature } from '../journey/2-readiness/server/signatures.ts';
import { officeToAsk } from '../journey/2-readiness/tables/remedies.ts';
import { sourceOf } from '../journey/2-readiness/tables/sources.ts';
import { successors } from '../journey/2-readiness/tables/successors.ts';
import { factValue } from './fact-view.ts';
import { formatDay, formatMoment } from './format.ts';
import { say } from './say.ts';

/** The groups in which rules are listed, by the beginning of their ids. */
const groups = ['ID', 'PM', 'LB', 'RC', 'MT', 'GS', 'PP29', 'OWN', 'PR'] as const;

const certainties = { high: 'certain', medium: 'fair', low: 'guess' } as const;

/** All rules as the list shows them: those in force by group, then the others. */
export function ruleGroups(
	today: LocalDate,
	signed: ReadonlySet<string>,
	heldUp: ReadonlyMap<RuleId, readonly HeldUp[]>,
) {
	const line = (id: RuleId) => ruleLine(id, signed, heldUp.get(id) ?? []);
	const inForce = everyRule.filter((rule) => isInForce(rule, today)).map(({ id }) => id);
	const others = everyRule.filter((rule) => !isInForce(rule, today)).map(({ id }) => id);
	return [
		...groups.map((group) => ({
			name: say(`readiness.group.${group}`),
			rules: inForce.filter((id) => id.startsWith(`${group}-`)).map(line),
		})),
		{ name: say('readiness.group.ended'), rules: others.map(line) },
	].filter(({ rules }) => rules.length > 0);
}

function ruleLine(id: RuleId, signed: ReadonlySet<string>, heldUp: readonly HeldUp[]) {
	const { confidence } = ruleOf(id);
	return {
		id,
		title: ruleWords(id).title,
		weight: say(`readiness.severity.${weightOf(id, signed)}`),
		certainty: say(`readiness.certainty.${confidence}`),
		standing: say(signed.has(id) ? 'readiness.signed' : 'readiness.unsigned'),
		heldUp: heldUp.length,
	};
}

function weightOf(id: RuleId, signed: ReadonlySet<string>) {
	const { severity, confidence } = ruleOf(id);
	return signed.has(id) || confidence === 'high' ? severity : 'ask';
}

/** One rule with its law, its weight, its history and its examples. */
export function rulePage(id: RuleId, today: LocalDate, signatures: readonly Signature[]) {
	const rule = ruleOf(id);
	const words = ruleWords(id);
	const standing = signatures.find(({ counts }) => counts) ?? null;
	const signed = new Set(standing ? [id] : []);
	return {
		...words,
		id,
		weight: say(`readiness.severity.${weightOf(id, signed)}`),
		/** What it will weigh when it is signed, where that differs. */
		weightOnceSigned:
			standing || rule.confidence === 'high'
				? undefined
				: say('readiness.weight-once-signed', { weight: say(`readiness.severity.${rule.severity}`) }),
		confidence: confidenceWords(rule.confidence),
		certainty: certainties[rule.confidence],
		inForce: periodWords(id, today),
		isInForce: isInForce(rule, today),
		office: officeName(officeToAsk(id)),
		laws: rule.cites.map((key) => ({
			text: citation(key),
			certainty: certainties[sourceOf(key)?.confidence ?? 'low'],
			confirmedBy: (sourceOf(key)?.confirmedBy ?? []).join(', '),
		})),
		signature: standing && {
			office: standing.office,
			letter: standing.letter,
			note: standing.note,
			by: standing.signedBy ?? say('readiness.administrator'),
			on: formatMoment(standing.signedAt),
		},
		history: historyOf(id, today, signatures),
		examples: examplesOf(id),
	};
}

function examplesOf(id: RuleId) {
	return ruleOf(id).examples.map(({ given, verdict, onDay }) => ({
		verdict,
		given: Object.entries(given)
			.filter(([, value]) => value !== null)
			.map(([key, value]) => `${factName(key as FactKey)}: ${factValue(key, value)}`)
			.join('; '),
		onDay: onDay ? formatDay(onDay) : null,
	}));
}

function periodWords(id: RuleId, today: LocalDate): string {
	const { from, to } = ruleOf(id).inForce;
	if (to && to <= today) return say('readiness.ended-on', { day: formatDay(to) });
	if (from && from > today) return say('readiness.begins-on', { day: formatDay(from) });
	return from ? say('readiness.since', { day: formatDay(from) }) : say('readiness.always');
}

type Event = {
	readonly at: LocalDate;
	readonly title: string;
	readonly detail: string;
	readonly tone?: 'good' | 'bad';
	readonly href?: string;
};

/** What happened to the rule, the newest first: its law began or ended, it was signed, a signature was taken back. */
function historyOf(id: RuleId, today: LocalDate, signatures: readonly Signature[]): Event[] {
	const { from, to } = ruleOf(id).inForce;
	const [next] = successors.filter(({ before }) => before === id);
	const [previous] = successors.filter(({ after }) => after === id);
	const events: Event[] = signatures.flatMap((signature) => [
		{
			at: dayOf(signature.signedAt),
			title: say('readiness.event-signed', { office: signature.office }),
			detail: `${formatMoment(signature.signedAt)}. ${signature.letter}`,
			tone: 'good' as const,
		},
		...(signature.endedAt
			? [
					{
						at: dayOf(signature.endedAt),
						title: say('readiness.event-withdrawn'),
						detail: [formatMoment(signature.endedAt), signature.endedWhy].filter(Boolean).join('. '),
						tone: 'bad' as const,
					},
				]
			: []),
	]);
	if (to)
		events.push({
			at: to,
			title: say(to <= today ? 'readiness.event-ended' : 'readiness.event-ends'),
			detail: formatDay(to),
			...(next ? { href: `/aturan/${next.after}` } : {}),
		});
	if (from)
		events.push({
			at: from,
			title: say('readiness.event-began'),
			detail: formatDay(from),
			...(previous ? { href: `/aturan/${previous.before}` } : {}),
		});
	return events.toSorted((a, b) => b.at.localeCompare(a.at));
}

/** Products that a rule holds up, as its page lists them. */
export function heldUpView(lines: readonly HeldUp[]) {
	return lines.map(({ productId, productName, producerName, verdict }) => ({
		href: `/produk/${productId}/kesiapan`,
		name: productName,
		producer: producerName,
		verdict,
	}));
}
