import type { LocalDate } from '../lib/calendar.ts';
import type { FactType } from '../lib/rules/vocabulary.ts';
import { registeredFacts } from '../journey/1-registry/registered-facts.ts';
import type { producerFacts, producerOf } from '../journey/1-registry/server/producer-queries.ts';
import { factVocabulary } from '../journey/2-readiness/facts.ts';
import { factTitle, factValue, factView } from './fact-view.ts';
import { formatDay } from './format.ts';
import type { Question } from './question.ts';
import { say } from './say.ts';

type Fact = Awaited<ReturnType<typeof producerFacts>>[number];
type Producer = NonNullable<Awaited<ReturnType<typeof producerOf>>>;

/** A fact of a producer's dossier as its page shows it, places by their names. */
export function factLine(fact: Fact, producer: Producer) {
	const places: Readonly<Record<string, [string | null, string | null]>> = {
		'producer.villageCode': [producer.villageCode, producer.village],
		'producer.districtCode': [producer.districtCode, producer.district],
	};
	const [code, name] = places[fact.key] ?? [null, null];
	const view = factView(fact);
	const value = code !== null && fact.value === code && name ? name : view.value;
	return {
		...view,
		value,
		isCode: view.isCode && value !== name,
		source: sourceOf(fact),
		isCurrent: fact.supersededAt === null,
	};
}

function sourceOf({ source, listName, cell, statedBy, statedOn, validUntil, note }: Fact): string {
	const from =
		listName && cell ? say('producer.from-list', { list: listName, cell }) : say(`fact.source-${source}`);
	const until = validUntil && say('producer.valid-until', { day: formatDay(validUntil as LocalDate) });
	return [from, statedBy, formatDay(statedOn), until, note].filter(Boolean).join(', ');
}

const vocabulary: Readonly<Record<string, FactType>> = { ...registeredFacts, ...factVocabulary };

// The name is changed on its own page, with the phone and the place; points come from lists and from the field.
const ELSEWHERE = [
	'name',
	'ownerName',
	'phone',
	'address',
	'villageCode',
	'districtCode',
	'latitude',
	'longitude',
	'regencyCode',
];

/** What can be recorded about a producer by hand, by name. */
export function recordable() {
	return Object.keys(vocabulary)
		.filter((key) => key.startsWith('producer.') && !ELSEWHERE.includes(key.slice('producer.'.length)))
		.map((key) => ({ value: key, label: factTitle(key) }))
		.toSorted((a, b) => a.label.localeCompare(b.label));
}

/** How a fact is asked for; null for what cannot be recorded here. */
export function factQuestion(key: string | null): Question | null {
	const type = key && recordable().some(({ value }) => value === key) ? vocabulary[key] : undefined;
	if (!key || !type) return null;
	const choices =
		type.type === 'choice' ? type.values.map((value) => ({ value, label: factValue(key, value) })) : [];
	return {
		key,
		name: factTitle(key),
		question: factTitle(key),
		type: type.type,
		unit: null,
		mayBeNone: type.type === 'text',
		isMoney: type.type === 'number' && type.unit.startsWith('IDR'),
		choices,
	};
}
