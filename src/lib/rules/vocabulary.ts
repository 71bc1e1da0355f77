import { isLocalDate, type LocalDate } from '#lib/calendar.ts';

/** What a fact can be. A number names its unit; a choice names all that may be chosen. */
export type FactType =
	| { readonly type: 'text' }
	| { readonly type: 'number'; readonly unit: string; readonly min: number }
	| { readonly type: 'date' }
	| { readonly type: 'yes-no' }
	| { readonly type: 'choice'; readonly values: readonly string[] };

/** All facts there are, by key; a key that is not among them is a type error in a rule. */
export type Vocabulary = Readonly<Record<string, FactType>>;

type ValueOf<D extends FactType> = D extends { type: 'choice'; values: readonly (infer Choice)[] }
	? Choice
	: D extends { type: 'number' }
		? number
		: D extends { type: 'yes-no' }
			? boolean
			: D extends { type: 'date' }
				? LocalDate
				: string;

/** The facts of a vocabulary as a rule reads them. */
export type FactsOf<V extends Vocabulary> = { readonly [Key in keyof V]: ValueOf<V[Key]> };

export type Misfit = { readonly key: string; readonly why: 'unknown-key' | 'wrong-type' };

/** What of `given` does not fit the vocabulary. A fact that is null is not known, and fits. */
export function misfits(vocabulary: Vocabulary, given: Readonly<Record<string, unknown>>): Misfit[] {
	return Object.entries(given).flatMap(([key, value]): Misfit[] => {
		const fact = Object.hasOwn(vocabulary, key) ? vocabulary[key] : undefined;
		if (fact === undefined) return [{ key, why: 'unknown-key' }];
		return value === null || fits(fact, value) ? [] : [{ key, why: 'wrong-type' }];
	});
}

function fits(fact: FactType, value: unknown): boolean {
	switch (fact.type) {
		case 'text':
			return typeof value === 'string';
		case 'number':
			return typeof value === 'number' && Number.isFinite(value) && value >= fact.min;
		case 'date':
			return typeof value === 'string' && isLocalDate(value);
		case 'yes-no':
			return typeof value === 'boolean';
		case 'choice':
			return typeof value === 'string' && fact.values.includes(value);
	}
}
