import { type FactKey, factVocabulary } from '../journey/2-readiness/facts.ts';
import { choicesOf, factName, factQuestion } from '../journey/2-readiness/messages.ts';
import { say } from './say.ts';

/** A fact as a form asks for it. */
export type Question = {
	readonly key: string;
	readonly name: string;
	readonly question: string;
	readonly type: 'text' | 'number' | 'date' | 'yes-no' | 'choice';
	readonly unit: string | null;
	readonly isMoney: boolean;
	readonly choices: readonly { value: string; label: string }[];
	/** "There is none" is an answer too. */
	readonly mayBeNone: boolean;
};

/** A question of readiness, with who usually knows. */
export type OpenQuestion = Question & { readonly from: string };

const units: Readonly<Record<string, string>> = {
	days: 'unit.days',
	IDR: 'unit.idr',
	'IDR/kg': 'unit.idr-per-kg',
	'grains/100 g': 'unit.grains',
	packs: 'unit.packs',
	weeks: 'unit.weeks',
	servings: 'unit.servings',
	'g/ml': 'unit.net',
	ratio: 'unit.share',
};

export function questionOf(key: FactKey): OpenQuestion {
	const fact = factVocabulary[key];
	const unit = fact.type === 'number' ? fact.unit : null;
	return {
		key,
		name: factName(key),
		question: factQuestion(key),
		type: fact.type,
		unit: unit && (units[unit] ? say(units[unit]) : unit),
		isMoney: unit?.startsWith('IDR') ?? false,
		choices: choicesOf(key),
		mayBeNone: 'mayBeEmpty' in fact,
		from: say(`readiness.from.${fact.from}`),
	};
}

export function isFactKey(text: string | null): text is FactKey {
	return text !== null && Object.hasOwn(factVocabulary, text);
}
