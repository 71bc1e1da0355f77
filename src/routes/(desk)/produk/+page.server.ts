import { districts } from '#registry/server/producer-queries.ts';
import { countUpTo, products } from '#registry/server/queries.ts';
import { dossierKeepers } from '#registry/roles.ts';
import { asViewer } from '#server/db.ts';
import { categoryChoices, withCategory } from '#web/categories.ts';
import { countWords } from '#web/count-words.ts';
import { listFilter } from '#web/list-filter.ts';

export const load = ({ locals, url }) =>
	asViewer(locals.viewer, async (tx) => {
		const filter = listFilter(url);
		const { lines, next } = await products(tx, filter);
		return {
			title: countWords('product.count', await countUpTo(tx, 'product')),
			filter,
			lines: lines.map(withCategory),
			next,
			districts: locals.viewer.kind === 'office' ? await districts(tx) : [],
			categories: categoryChoices(),
			mayAdd: locals.viewer.roles.some((role) => dossierKeepers.includes(role)),
			isRetailer: locals.viewer.kind === 'retailer',
		};
	});
