import { isLocalDate } from '#lib/calendar.ts';
import { formatRupiah } from '#lib/money.ts';
import type { FactType, Vocabulary } from '#lib/rules/vocabulary.ts';
import { registeredFacts } from '../journey/1-registry/registered-facts.ts';
import { factVocabulary } from '../journey/2-readiness/facts.ts';
import type { FactCheck, FactLine } from '../journey/2-readiness/server/queries.ts';
import { spokenPhone } from '../people/contact.ts';
import { formatDay, formatMoment, formatNumber } from './format.ts';
import { hasMessage, say } from './say.ts';

const certainties = { sure: 'certain', fair: 'fair', stated: 'guess' } as const;

const vocabulary: Vocabulary = { ...registeredFacts, ...factVocabulary };

/** A fact in the reader's words: name, value, how sure, who says so since when and until when, and who looked at it. */
export function factView(fact: FactLine & Partial<FactCheck>) {
	return {
		id: fact.id,
		name: factTitle(fact.key),
		value: factValue(fact.key, fact.value),
		isCode: isIdentifier(fact.key),
		certainty: certaintyOf(fact),
		source: [say(`fact.source-${fact.source}`), fact.cell, fact.statedBy, formatDay(fact.statedOn)]
			.filter(Boolean)
			.join(', '),
		validity: fact.validUntil ? say('fact.valid-to', { day: formatDay(fact.validUntil) }) : null,
		note: fact.note,
		evidence: fact.fileId,
		check: checkView(fact),
	};
}

/** What was verified is certain, whoever said it first. */
const certaintyOf = ({ checked, confidence }: FactLine & Partial<FactCheck>) =>
	checked === 'verified' ? 'certain' : (certainties[confidence as keyof typeof certainties] ?? 'guess');

/** What came of looking at its evidence; nobody has is an answer too. */
function checkView({ checked, checkedAt, checkedBy, checkNote, checkFileId }: Partial<FactCheck>) {
	if (!checked || !checkedAt)
		return { state: 'unchecked' as const, words: say('fact.unchecked'), file: null };
	const who = [checkedBy, formatMoment(checkedAt), checkNote].filter(Boolean).join(', ');
	return { state: checked, words: say(`fact.${checked}`, { who }), file: checkFileId ?? null };
}

/** What a fact is called by the stage that judges it, else by the registry. */
export function factTitle(key: string): string {
	const name = [`readiness.fact.${key}`, `registry.fact.${key}`].find(hasMessage);
	return name ? say(name) : key;
}

const isIdentifier = (key: string) =>
	/(nib|nik|npwp|number|gtin|phone2?|familycard|externalid|code)$/i.test(key);

/** A value as it is shown; a choice and a yes-no have words of their own. */
export function factValue(key: string, value: unknown): string {
	const type = vocabulary[key];
	if (value === true || value === false) return say(value ? 'fact.yes' : 'fact.no');
	if (typeof value === 'number') return numberWords(value, type);
	if (typeof value !== 'string') return JSON.stringify(value);
	if (value === '') return say('fact.none');
	if (type?.type === 'choice') return choiceWords(key, value);
	if (/phone2?$/i.test(key)) return spokenPhone(value);
	return isLocalDate(value) ? formatDay(value) : value;
}

function numberWords(value: number, type: FactType | undefined): string {
	const unit = type?.type === 'number' ? type.unit : '';
	if (unit === 'year') return String(value);
	if (unit.startsWith('IDR')) return formatRupiah(value);
	const decimals = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
	return formatNumber(value, Math.min(decimals, 6));
}

function choiceWords(key: string, value: string): string {
	const name = [`readiness.choice.${key}.${value}`, `registry.choice.${value}`].find(hasMessage);
	return name ? say(name) : value;
}

/** What people look for first: how it may be sold, how long it keeps, who makes it. */
const WEIGHTY: readonly string[] = [
	'permit.route',
	'permit.pirtNumber',
	'permit.halalNumber',
	'product.shelfLifeDays',
	'producer.nib',
	'pack.gtin',
];

/** The facts that matter most, then the others, up to so many. */
export function weightiest(facts: readonly FactLine[], atMost: number): FactLine[] {
	const rank = ({ key }: FactLine) => (WEIGHTY.includes(key) ? WEIGHTY.indexOf(key) : WEIGHTY.length);
	return facts.toSorted((a, b) => rank(a) - rank(b)).slice(0, atMost);
}
