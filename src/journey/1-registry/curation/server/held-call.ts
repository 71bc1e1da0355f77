import { sql } from 'kysely';
import type { Tx } from '#server/db.ts';
import type { Gate, Terms } from '../call.ts';

/** A call as commands need it. */
export type HeldCall = {
	readonly id: string;
	readonly closesAt: Date;
	readonly decidedAt: Date | null;
	readonly terms: Terms;
};

/** The call, held for this transaction: who enters, scores or decides waits for the others. Null when there is none. */
export async function heldCall(tx: Tx, callId: string): Promise<HeldCall | null> {
	await sql`select pg_advisory_xact_lock(hashtext('curation'), hashtext(${callId}))`.execute(tx);
	const call = await tx.selectFrom('curation_call').where('id', '=', callId).selectAll().executeTakeFirst();
	if (!call) return null;
	const criteria = await tx
		.selectFrom('curation_criterion')
		.where('call_id', '=', callId)
		.select(['position', 'name', 'weight', 'guide'])
		.orderBy('position')
		.execute();
	return {
		id: call.id,
		closesAt: call.closes_at,
		decidedAt: call.decided_at,
		terms: {
			places: call.places,
			reserves: call.reserves,
			minimumPoints: call.minimum_points,
			gate: call.gate as Gate, // the database knows no other
			reviewsNeeded: call.reviews_needed,
			criteria,
		},
	};
}

export type HeldEntry = {
	readonly id: string;
	readonly productId: string;
	readonly producerId: string;
	readonly leftAt: Date | null;
	readonly call: HeldCall;
};

/** An entry with its call, held; null when the viewer may not see it. */
export async function heldEntry(tx: Tx, entryId: string): Promise<HeldEntry | null> {
	const entry = await tx
		.selectFrom('curation_entry')
		.where('id', '=', entryId)
		.select('call_id as callId')
		.executeTakeFirst();
	const call = entry && (await heldCall(tx, entry.callId));
	if (!call) return null;
	const now = await tx
		.selectFrom('curation_entry')
		.where('id', '=', entryId)
		.select(['id', 'product_id as productId', 'producer_id as producerId', 'left_at as leftAt'])
		.executeTakeFirstOrThrow();
	return { ...now, call };
}
