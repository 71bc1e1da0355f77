import { error } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar.ts';
import { carried } from '../journey/server/carried.ts';
import type { Carried } from '../journey/home.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Tx } from '../server/db.ts';
import { say } from './say.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The product of an address, or 404: also for one that exists and is not this viewer's to see. */
export async function productOf(tx: Tx, viewer: Viewer, id: string): Promise<Carried> {
	const [product] = UUID.test(id) ? await carried(tx, viewer, dayOf(new Date()), [id]) : [];
	if (!product) error(404, { message: say('general.not-found') });
	return product;
}
