import { everyRule } from '#readiness/rules-by-id.ts';
import { factKeys, factVocabulary } from '#readiness/facts.ts';
import { factQuestion } from '#readiness/messages.ts';

/** Every rule with its law, its days and the number of its examples. */
export function ruleList() {
	return everyRule.map(({ id, cites, inForce, severity, confidence, examples }) => ({
		id,
		cites,
		/** The first day, and the day after the last. */
		from: inForce.from ?? null,
		to: inForce.to ?? null,
		severity,
		confidence,
		examples: examples.length,
	}));
}

/** Every fact with its type, its unit or choices, and who supplies it. */
export function factList() {
	return factKeys.map((key) => {
		const { from, ...fact } = factVocabulary[key];
		return { key, ...fact, suppliedBy: from, question: factQuestion(key) };
	});
}

/** The JSON Schema of FILE.json. */
export function inputSchema() {
	const facts = Object.fromEntries(factKeys.map((key) => [key, schemaOf(key)]));
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		type: 'object',
		properties: {
			facts: { type: 'object', properties: facts, additionalProperties: false },
			date: { type: 'string', format: 'date' },
		},
		required: ['facts'],
	};
}

function schemaOf(key: (typeof factKeys)[number]) {
	const fact = factVocabulary[key];
	switch (fact.type) {
		case 'number':
			return { type: ['number', 'null'], minimum: fact.min };
		case 'yes-no':
			return { type: ['boolean', 'null'] };
		case 'choice':
			return { enum: [...fact.values, null] };
		case 'date':
			return { type: ['string', 'null'], format: 'date' };
		case 'text':
			return { type: ['string', 'null'] };
	}
}
