import * as v from 'valibot';
import type { LocalDate } from '#lib/calendar.ts';
import { type Result, ok, problem } from '#lib/result.ts';
import type { Vocabulary } from '#lib/rules/vocabulary.ts';
import { type Command, type CommandContext, command } from '#people/command.ts';
import * as field from '#people/input.ts';
import type { Tx } from '#server/db.ts';
import { factValue } from '../fact-value.ts';
import { sha256Field, ticked } from '../input.ts';
import type { FactValue } from '../msme-row.ts';
import { isAboutProduct } from '../registered-facts.ts';
import { dossierKeepers } from '../roles.ts';
import { writeFacts } from './dossier.ts';
import { keepEvidence } from './keep-file.ts';

const input = v.object({
	producerId: field.optional(field.id),
	/** A fact about the producer is true for all its products, also when it is recorded with one of them. */
	productId: field.optional(field.id),
	key: field.text(),
	value: v.optional(v.unknown()),
	/** Of a text: it is known that there is none. */
	isAbsent: ticked,
	source: v.optional(
		v.picklist(['stated', 'document', 'measured', 'register'], 'input.unknown-choice'),
		'stated',
	),
	note: field.optional(field.text(1000)),
	validUntil: field.optional(field.date),
	evidenceSha256: field.optional(sha256Field),
	evidenceName: field.optional(field.text()),
});
type Input = v.InferOutput<typeof input>;

export type Recorded = { readonly producerId: string; readonly productId: string | null };

/** Why a value cannot be what its fact says, as a message key; null when it can. */
type FormFault = (key: string, value: FactValue, today: LocalDate) => string | null;

/**
 * Records one fact in a dossier; the one that was current ends. The vocabulary says which facts there are, what
 * each can be, and how its numbers are formed: it belongs to the stages that judge them, so it is handed in.
 */
export function recordFactIn(vocabulary: Vocabulary, formFault: FormFault): Command<Input, Recorded> {
	return command({
		name: 'registry.record-fact',
		roles: dossierKeepers,
		doors: ['page', 'api', 'cli', 'later: outbox'],
		secret: ['value'], // it may be an identity number; the dossier itself keeps it
		input,
		async run(given, context) {
			const subject = await subjectOf(context.tx, given);
			if (!subject.ok) return subject;
			const value = valueIn(vocabulary, given);
			if (!value.ok) return value;
			const fault = formFault(given.key, value.value, context.today);
			if (fault) return problem(fault, {}, { value: fault });
			const file = await evidenceOf(given, subject.value.producerId, context);
			if (!file.ok) return file;
			const { key, source, note, validUntil } = given;
			const fact = {
				...subject.value,
				key,
				value: value.value,
				source,
				note,
				validUntil,
				fileId: file.value,
			};
			const { viewer, now, today } = context;
			await writeFacts(context.tx, [fact], { personId: viewer.personId, now, today });
			return ok(subject.value);
		},
	});
}

/** Whose dossier: a product's, or a producer's. Other people's are not there. */
async function subjectOf(tx: Tx, { producerId, productId, key }: Input): Promise<Result<Recorded>> {
	if (productId !== null) {
		const product = await tx
			.selectFrom('product')
			.where('id', '=', productId)
			.select('producer_id')
			.executeTakeFirst();
		const about = isAboutProduct(key) ? productId : null;
		return product
			? ok({ producerId: product.producer_id, productId: about })
			: problem('registry.product-unknown');
	}
	const producer = await tx
		.selectFrom('producer')
		.where('organisation_id', '=', producerId)
		.select('organisation_id')
		.executeTakeFirst();
	return producer
		? ok({ producerId: producer.organisation_id, productId })
		: problem('registry.producer-unknown');
}

/** Names have commands of their own, for they must stay unique and be agreed with the office. */
const NAMES = ['producer.name', 'product.name'];

function valueIn(vocabulary: Vocabulary, { key, value, isAbsent }: Input): Result<FactValue> {
	const type = Object.hasOwn(vocabulary, key) && !NAMES.includes(key) ? vocabulary[key] : undefined;
	if (!type) return problem('registry.fact-unknown', {}, { key: 'registry.fact-unknown' });
	if (isAbsent && type.type === 'text') return ok('');
	return factValue(type, value);
}

async function evidenceOf(
	given: Input,
	producerId: string,
	{ tx, viewer }: CommandContext,
): Promise<Result<string | null>> {
	if (given.evidenceSha256 === null) return ok(null);
	const name = given.evidenceName ?? given.evidenceSha256.slice(0, 8);
	return keepEvidence(tx, viewer, { sha256: given.evidenceSha256, name, organisationId: producerId });
}
