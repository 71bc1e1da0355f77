import * as v from 'valibot';
import { ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { factValue } from '#registry/fact-value.ts';
import { writeFacts } from '#registry/server/dossier.ts';
import { factKeys, factVocabulary } from '../facts.ts';

/**
 * Answers one question of readiness: a fact of the vocabulary, with how it is known. What is said of the producer is
 * true for all its products. `none` says that there is no such number or line, which is known as well.
 */
export const answer = command({
	name: 'readiness.answer',
	roles: ['administrator', 'programme-officer', 'mentor', 'producer', 'food-security-officer'],
	doors: ['page', 'api', 'cli', 'later: outbox'],
	secret: ['value'],
	input: v.object({
		productId: field.id,
		key: v.picklist(factKeys, 'input.unknown-choice'),
		value: v.optional(v.union([v.string(), v.number(), v.boolean()])),
		none: v.optional(v.picklist(['yes', 'on', 'true'], 'input.unknown-choice')),
		source: v.optional(
			v.picklist(['stated', 'document', 'measured', 'register'], 'input.unknown-choice'),
			'stated',
		),
		note: field.optional(field.text(500)),
		validUntil: field.optional(field.date),
	}),
	async run({ productId, key, value, none, source, note, validUntil }, { tx, viewer, now, today }) {
		const product = await tx
			.selectFrom('product')
			.where('id', '=', productId)
			.select('producer_id as producerId')
			.executeTakeFirst();
		if (!product) return problem('readiness.product-unknown');
		const type = factVocabulary[key];
		const isNone = none !== undefined && 'mayBeEmpty' in type;
		const parsed = isNone ? ok('') : factValue(type, value);
		if (!parsed.ok) return parsed;
		const fact = {
			producerId: product.producerId,
			productId: key.startsWith('producer.') ? null : productId,
			key,
			value: parsed.value,
			source,
			note,
			validUntil,
		};
		await writeFacts(tx, [fact], { personId: viewer.personId, now, today });
		return ok({ productId, key });
	},
});

export const readinessCommands = [answer];
