import { isLocalDate } from '#lib/calendar.ts';
import { type FactKey, factVocabulary } from '../journey/2-readiness/facts.ts';
import type { FactLine } from '../journey/2-readiness/server/queries.ts';
import { formatDay, formatNumber } from './format.ts';
import { hasMessage, say } from './say.ts';

const certainties = { sure: 'certain', fair: 'fair', stated: 'guess' } as const;

/** A fact in the reader's words: name, value, how sure, and who says so since when. */
export function factView(fact: FactLine) {
	const name = `readiness.fact.${fact.key}`;
	return {
		id: fact.id,
		name: hasMessage(name) ? say(name) : fact.key,
		value: factValue(fact.key, fact.value),
		isCode: isIdentifier(fact.key),
		certainty: certainties[fact.confidence as keyof typeof certainties] ?? 'guess',
		source: [say(`fact.source-${fact.source}`), fact.cell, fact.statedBy, formatDay(fact.statedOn)]
			.filter(Boolean)
			.join(', '),
		evidence: fact.fileId,
	};
}

const isKey = (key: string): key is FactKey => Object.hasOwn(factVocabulary, key);
const isIdentifier = (key: string) => /(nib|nik|npwp|number|gtin)$/i.test(key);

/** A value as it is shown; a choice and a yes-no have words of their own. */
export function factValue(key: string, value: unknown): string {
	const type = isKey(key) ? factVocabulary[key].type : null;
	if (value === true || value === false) return say(value ? 'fact.yes' : 'fact.no');
	if (typeof value === 'number') return formatNumber(value, Number.isInteger(value) ? 0 : 2);
	if (typeof value !== 'string') return JSON.stringify(value);
	if (value === '') return say('fact.none');
	if (type === 'choice' && hasMessage(`readiness.choice.${key}.${value}`))
		return say(`readiness.choice.${key}.${value}`);
	return isLocalDate(value) ? formatDay(value) : value;
}
