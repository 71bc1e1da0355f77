import { error } from '@sveltejs/kit';
import { type Call, type Entry, callOf, entryOf } from '../journey/1-registry/curation/server/queries.ts';
import type { Tx } from '../server/db.ts';
import { asId } from './address.ts';
import { say } from './say.ts';

/** The call of an address, or 404: also for one that is not this viewer's to see. */
export async function callAt(tx: Tx, given: string, now: Date): Promise<Call> {
	const id = asId(given);
	const call = id && (await callOf(tx, id, now));
	if (!call) error(404, { message: say('general.not-found') });
	return call;
}

/** A product in the call of an address, or 404. */
export async function entryAt(
	tx: Tx,
	params: { readonly call: string; readonly entry: string },
	now: Date,
): Promise<{ call: Call; entry: Entry }> {
	const call = await callAt(tx, params.call, now);
	const id = asId(params.entry);
	const entry = id && (await entryOf(tx, call.id, id));
	if (!entry) error(404, { message: say('general.not-found') });
	return { call, entry };
}
