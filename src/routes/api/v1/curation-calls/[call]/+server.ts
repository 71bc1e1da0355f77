import { json } from '@sveltejs/kit';
import { problem } from '#lib/result.ts';
import { callOf, entriesOf } from '#registry/curation/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { asId } from '#web/address.ts';
import { problemDetails } from '#web/api.ts';

/** One call with the products in it and what was decided about each, as far as the caller may see them. */
export const GET = ({ locals, params }) =>
	asViewer(locals.viewer, async (tx) => {
		const id = asId(params.call);
		const call = id && (await callOf(tx, id, new Date()));
		if (!call) return problemDetails(problem('curation.call-unknown'), 404);
		return json({ call, entries: await entriesOf(tx, call.id) });
	});
