import { error } from '@sveltejs/kit';
import { agreeTest } from '#market-test/server/commands.ts';
import { retailersWithStores, storesOf, testableProduct } from '#market-test/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { formAction } from '#web/form-action.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, params, url }) =>
	asViewer(locals.viewer, async (tx) => {
		const product = await testableProduct(tx, params.product);
		if (!product) error(404, { message: say('general.not-found') });
		const retailers = await retailersWithStores(tx);
		const wanted = url.searchParams.get('ritel');
		const retailer =
			retailers.find(({ id }) => id === wanted) ?? (retailers.length === 1 ? retailers[0] : undefined);
		const stores = retailer ? await storesOf(tx, retailer.id) : [];
		return { product, retailers, retailer, stores: stores.filter(({ closed }) => closed === null) };
	});

export const actions = {
	default: formAction(agreeTest, {
		also: ({ params }) => ({ productId: params.product }),
		to: ({ testId }) => `/tes-pasar/${testId}`,
	}),
};
