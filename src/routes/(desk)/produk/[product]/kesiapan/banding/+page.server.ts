import { asViewer } from '#server/db.ts';
import { compareSides, sideFrom } from '#web/compare-sides.ts';
import { productOf } from '#web/product-page.ts';
import { retailersOf } from '#readiness/server/requirements.ts';
import { dayOf } from '#lib/calendar.ts';

export const load = ({ locals: { viewer }, params, url }) =>
	asViewer(viewer, async (tx) => {
		const today = dayOf(new Date());
		const product = await productOf(tx, viewer, params.product);
		const retailers = await retailersOf(tx, product.productId, today);
		const sides = [sideFrom(url.searchParams, 'a', today), sideFrom(url.searchParams, 'b', today)] as const;
		return {
			id: product.productId,
			name: product.productName,
			retailers: retailers.map(({ id, name }) => ({ value: id, label: name })),
			sides,
			...(await compareSides(tx, viewer, product.productId, sides)),
		};
	});
