import { sql } from 'kysely';
import * as v from 'valibot';
import { ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { officers } from '../roles.ts';

/** Shows a product to a retailer, from a day on; until then, and after its end, the retailer sees nothing of it. */
export const offerProduct = command({
	name: 'registry.offer',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({
		productId: field.id,
		retailerId: field.id,
		startsOn: field.optional(field.date),
		/** The last day; without it until somebody ends it. */
		endsOn: field.optional(field.date),
	}),
	async run({ productId, retailerId, startsOn, endsOn }, { tx, today }) {
		const product = await tx
			.selectFrom('product')
			.where('id', '=', productId)
			.select('producer_id')
			.executeTakeFirst();
		if (!product) return problem('registry.product-unknown');
		const retailer = await tx
			.selectFrom('organisation')
			.where('id', '=', retailerId)
			.where('kind', '=', 'retailer')
			.select('id')
			.executeTakeFirst();
		if (!retailer)
			return problem('registry.retailer-unknown', {}, { retailerId: 'registry.retailer-unknown' });
		const start = startsOn ?? today;
		if (endsOn !== null && endsOn < start)
			return problem('registry.ends-before-start', {}, { endsOn: 'registry.ends-before-start' });
		const runs = sql<string>`daterange(${start}::date, ${endsOn}::date, '[]')`;
		const overlapping = await tx
			.selectFrom('offer')
			.where('product_id', '=', productId)
			.where('retailer_id', '=', retailerId)
			.where(sql<boolean>`runs && ${runs}`)
			.select('id')
			.executeTakeFirst();
		if (overlapping) return problem('registry.offer-exists', {}, { retailerId: 'registry.offer-exists' });
		const offer = await tx
			.insertInto('offer')
			.values({ producer_id: product.producer_id, product_id: productId, retailer_id: retailerId, runs })
			.returning('id')
			.executeTakeFirstOrThrow();
		return ok({ offerId: offer.id });
	},
});

/** Ends an offer: from today on the retailer sees the product no more. */
export const endOffer = command({
	name: 'registry.end-offer',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ offerId: field.id }),
	async run({ offerId }, { tx, today }) {
		const ended = await tx
			.updateTable('offer')
			.set({ runs: sql<string>`daterange(least(lower(runs), ${today}::date), ${today}::date)` })
			.where('id', '=', offerId)
			.where(sql<boolean>`(upper_inf(runs) or upper(runs) > ${today}::date)`)
			.returning('id')
			.executeTakeFirst();
		return ended ? ok(null) : problem('registry.offer-unknown');
	},
});
