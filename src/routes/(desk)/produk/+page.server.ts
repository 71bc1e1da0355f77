import { dayOf } from '#lib/calendar.ts';
import { carried } from '#journey/server/carried.ts';
import { districts } from '#registry/server/producer-queries.ts';
import { countUpTo, products } from '#registry/server/queries.ts';
import { dossierKeepers } from '#registry/roles.ts';
import { asViewer } from '#server/db.ts';
import { categoryChoices, withCategory } from '#web/categories.ts';
import { countWords } from '#web/count-words.ts';
import { listFilter } from '#web/list-filter.ts';
import { holdUpOf, stageLines } from '#web/passport-view.ts';

export const load = ({ locals, url }) =>
	asViewer(locals.viewer, async (tx) => {
		const filter = listFilter(url);
		const { lines, next } = await products(tx, filter);
		const ids = lines.map(({ id }) => id);
		const passports = await carried(tx, locals.viewer, dayOf(new Date()), ids);
		const path = new Map(
			passports.map((one) => [one.productId, { tiles: stageLines(one), turn: holdUpOf(one.passport).turn }]),
		);
		return {
			title: countWords('product.count', await countUpTo(tx, 'product')),
			filter,
			lines: lines.map((line) => ({ ...withCategory(line), path: path.get(line.id) })),
			next,
			districts: locals.viewer.kind === 'office' ? await districts(tx) : [],
			categories: categoryChoices(),
			mayAdd: locals.viewer.roles.some((role) => dossierKeepers.includes(role)),
			isRetailer: locals.viewer.kind === 'retailer',
		};
	});
