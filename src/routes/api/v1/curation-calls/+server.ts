import { json } from '@sveltejs/kit';
import { calls } from '#registry/curation/server/queries.ts';
import { asViewer } from '#server/db.ts';

/** The calls of curation that the caller may see. */
export const GET = async ({ locals }) =>
	json({ curationCalls: await asViewer(locals.viewer, (tx) => calls(tx, new Date())) });
