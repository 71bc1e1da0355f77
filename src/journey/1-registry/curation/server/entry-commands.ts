import * as v from 'valibot';
import { dayOf, hourInWib } from '#lib/calendar.ts';
import { ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import type { Role } from '#people/roles.ts';
import type { Tx } from '#server/db.ts';
import { officers } from '../../roles.ts';
import { isClosed } from '../call.ts';
import { heldCall, heldEntry } from './held-call.ts';

/** Makers apply themselves, or an officer enters their product for them. */
const applicants: readonly Role[] = [...officers, 'producer'];

/** Enters a product into a call, up to its closing moment. One that was taken back may come again until then. */
export const enterProduct = command({
	name: 'curation.enter',
	roles: applicants,
	doors: ['page', 'api', 'cli'],
	input: v.object({ callId: field.id, productId: field.id }),
	async run({ callId, productId }, { tx, viewer, now }) {
		const call = await heldCall(tx, callId);
		if (!call) return problem('curation.call-unknown');
		const product = await tx
			.selectFrom('product')
			.where('id', '=', productId)
			.select('producer_id as producerId')
			.executeTakeFirst();
		if (!product) return problem('curation.product-unknown', {}, { productId: 'curation.product-unknown' });
		if (isClosed(call, now))
			return problem('curation.closed', { day: dayOf(call.closesAt), hour: hourInWib(call.closesAt) });
		const entered = { entered_by: viewer.personId ?? '', entered_at: now };
		const entry = await entryOf(tx, callId, productId);
		if (entry && !entry.leftAt)
			return problem('curation.entry.exists', {}, { productId: 'curation.entry.exists' });
		if (entry) {
			await tx
				.updateTable('curation_entry')
				.set({ ...entered, left_by: null, left_at: null, left_why: null })
				.where('id', '=', entry.id)
				.execute();
			return ok({ entryId: entry.id, callId, productId });
		}
		const { id } = await tx
			.insertInto('curation_entry')
			.values({ call_id: callId, product_id: productId, producer_id: product.producerId, ...entered })
			.returning('id')
			.executeTakeFirstOrThrow();
		return ok({ entryId: id, callId, productId });
	},
});

async function entryOf(tx: Tx, callId: string, productId: string) {
	return tx
		.selectFrom('curation_entry')
		.where('call_id', '=', callId)
		.where('product_id', '=', productId)
		.select(['id', 'left_at as leftAt'])
		.executeTakeFirst();
}

/** Takes a product back: before the decision it is no longer judged, after it its place becomes free. */
export const withdrawEntry = command({
	name: 'curation.withdraw',
	roles: applicants,
	doors: ['page', 'api', 'cli'],
	input: v.object({ entryId: field.id, why: field.text(1000) }),
	async run({ entryId, why }, { tx, viewer, now }) {
		const entry = await heldEntry(tx, entryId);
		if (!entry) return problem('curation.entry-unknown');
		if (entry.leftAt) return problem('curation.has-left');
		await tx
			.updateTable('curation_entry')
			.set({ left_by: viewer.personId, left_at: now, left_why: why })
			.where('id', '=', entryId)
			.execute();
		return ok({ entryId, callId: entry.call.id, productId: entry.productId });
	},
});
