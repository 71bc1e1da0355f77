import { search } from '#registry/server/queries.ts';
import { asViewer } from '#server/db.ts';

export const load = ({ locals, url }) => {
	const text = url.searchParams.get('q')?.trim() ?? '';
	const nothing = { products: [], producers: [], stores: [] };
	return asViewer(locals.viewer, async (tx) => ({ text, found: text ? await search(tx, text) : nothing }));
};
