import { json } from '@sveltejs/kit';
import { producers } from '#registry/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { listFilter } from '#web/list-filter.ts';

export const GET = async ({ locals, url }) => {
	const { lines, next } = await asViewer(locals.viewer, (tx) => producers(tx, listFilter(url, 25)));
	return json({ items: lines.map(({ fit: _fit, ...line }) => line), next });
};
