import { isInForce } from '../lib/rules/rule.ts';
import type { LocalDate } from '../lib/calendar.ts';
import type { KnownFacts } from '../journey/2-readiness/facts.ts';
import { choicesOf, factName } from '../journey/2-readiness/messages.ts';
import {
	judgeRequirements,
	readyFor,
	type Asked,
	type Requirement,
} from '../journey/2-readiness/retailer-requirement.ts';
import { requirementLines, retailersOf } from '../journey/2-readiness/server/requirements.ts';
import type { Tx } from '../server/db.ts';
import { factValue } from './fact-view.ts';
import { formatDay } from './format.ts';
import { say } from './say.ts';

/** What every retailer that looks at the product asks beyond the law, with verdicts. */
export async function askedView(
	tx: Tx,
	productId: string,
	known: KnownFacts,
	ready: boolean | null,
	onDay: LocalDate,
) {
	const lines = await requirementLines(tx);
	return (await retailersOf(tx, productId, onDay)).flatMap(({ id, name }) => {
		const own = lines.filter(({ retailerId }) => retailerId === id);
		const asked = judgeRequirements(own, known, onDay);
		if (asked.length === 0) return [];
		return [
			{
				id,
				sentence: say(`readiness.for-${answerWord(readyFor(ready, asked))}`, { retailer: name }),
				asked: asked.flatMap((one) => {
					const requirement = own.find((line) => line.id === one.rule);
					return requirement ? [askedLine(requirement, one, known)] : [];
				}),
			},
		];
	});
}

const answerWord = (ready: boolean | null) => (ready === null ? 'unknown' : ready ? 'ready' : 'not-ready');

function askedLine(requirement: Requirement, { verdict, severity, missing }: Asked, known: KnownFacts) {
	const value = known[requirement.factKey] ?? null;
	return {
		id: requirement.id,
		title: requirement.title,
		verdict,
		detail: [
			conditionWords(requirement),
			value === null ? null : say('readiness.dossier-says', { value: factValue(requirement.factKey, value) }),
			say(`readiness.severity.${severity}`),
			requirement.document,
		]
			.filter(Boolean)
			.join('. '),
		missing: missing[0] ?? null,
	};
}

/** “Umur simpan: paling sedikit 180” */
export function conditionWords({ factKey, comparison, wanted }: Requirement): string {
	const choice = choicesOf(factKey).find(({ value }) => value === wanted)?.label;
	const words = wanted === null ? '' : (choice ?? factValue(factKey, wanted));
	return say(`readiness.comparison-line.${comparison}`, { fact: factName(factKey), wanted: words });
}

/** A requirement as its page lists it. */
export function requirementView(
	line: Awaited<ReturnType<typeof requirementLines>>[number],
	today: LocalDate,
) {
	const { id, title, retailer, category, severity, document, from, to, endedWhy } = line;
	return {
		id,
		title,
		retailer,
		condition: conditionWords(line),
		detail: [
			say(`readiness.severity.${severity}`),
			category ? say('readiness.only-for', { category: categoryWords(category) }) : null,
			document,
			to === null
				? say('readiness.since', { day: formatDay(from) })
				: say('readiness.from-to', { from: formatDay(from), to: formatDay(to) }),
			endedWhy,
		]
			.filter(Boolean)
			.join('. '),
		isInForce: isInForce({ inForce: to === null ? { from } : { from, to } }, today),
		mayEnd: endedWhy === null && (to === null || to > today),
	};
}

const categoryWords = (category: string): string =>
	choicesOf('product.category').find(({ value }) => value === category)?.label ?? category;
