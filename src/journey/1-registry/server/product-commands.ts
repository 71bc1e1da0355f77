import * as v from 'valibot';
import { type Result, ok, problem } from '#lib/result.ts';
import { type CommandContext, command } from '#people/command.ts';
import * as field from '#people/input.ts';
import type { Tx } from '#server/db.ts';
import { digits } from '../input.ts';
import { productCategories } from '../product-categories.ts';
import { dossierKeepers } from '../roles.ts';
import { nameKey } from '../same-producer.ts';
import { onlyChanges, writeFacts } from './dossier.ts';
import { statedBy } from './producer-commands.ts';

const GTIN_LENGTHS = [8, 12, 13, 14];

const details = {
	name: field.text(),
	category: field.optional(v.picklist(productCategories, 'input.unknown-choice')),
	/** As the pack says it: `250 g`. */
	netContent: field.optional(field.text(60)),
	gtin: field.optional(digits(GTIN_LENGTHS, 'registry.not-a-gtin')),
};
type Details = { name: string; category: string | null; netContent: string | null; gtin: string | null };

/** Opens the dossier of a product. Producers add their own; their organisation need not be said. */
export const addProduct = command({
	name: 'registry.add-product',
	roles: dossierKeepers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ producerId: field.optional(field.id), ...details }),
	async run({ producerId: given, ...input }, context) {
		const { tx, viewer, now } = context;
		const producerId = given ?? (viewer.kind === 'producer' ? viewer.organisationId : null);
		if (producerId === null) return problem('command.input-invalid', {}, { producerId: 'input.missing' });
		const producer = await tx
			.selectFrom('producer')
			.where('organisation_id', '=', producerId)
			.select('organisation_id')
			.executeTakeFirst();
		if (!producer)
			return problem('registry.producer-unknown', {}, { producerId: 'registry.producer-unknown' });
		if (await nameIsTaken(tx, producerId, input.name)) return nameTaken();
		const { id: productId } = await tx
			.insertInto('product')
			.values({ producer_id: producerId, name: input.name, created_at: now })
			.returning('id')
			.executeTakeFirstOrThrow();
		await state(context, producerId, productId, input);
		return ok({ productId });
	},
});

/** Corrects what a product is called and what it is; the name, once given, is the producer's for this product alone. */
export const changeProduct = command({
	name: 'registry.change-product',
	roles: dossierKeepers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ productId: field.id, ...details }),
	async run({ productId, ...input }, context) {
		const product = await context.tx
			.selectFrom('product')
			.where('id', '=', productId)
			.select('producer_id as producerId')
			.executeTakeFirst();
		if (!product) return problem('registry.product-unknown');
		if (await nameIsTaken(context.tx, product.producerId, input.name, productId)) return nameTaken();
		await state(context, product.producerId, productId, input);
		return ok({ productId });
	},
});

const nameTaken = (): Result<never> =>
	problem('registry.product-exists', {}, { name: 'registry.product-exists' });

async function nameIsTaken(
	tx: Tx,
	producerId: string,
	name: string,
	except: string | null = null,
): Promise<boolean> {
	const others = await tx
		.selectFrom('product')
		.where('producer_id', '=', producerId)
		.select(['id', 'name'])
		.execute();
	return others.some((other) => other.id !== except && nameKey(other.name) === nameKey(name));
}

async function state(
	context: CommandContext,
	producerId: string,
	productId: string,
	given: Details,
): Promise<void> {
	const { tx, viewer, now, today } = context;
	const stated = statedBy(producerId, productId, {
		'product.name': given.name,
		'product.category': given.category,
		'product.netContent': given.netContent,
		'pack.gtin': given.gtin,
	});
	await writeFacts(tx, await onlyChanges(tx, stated), { personId: viewer.personId, now, today });
}
