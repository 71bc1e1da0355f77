import { error } from '@sveltejs/kit';
import { registeredProduct } from '#registry/server/producer-queries.ts';
import { changeProduct } from '#registry/server/product-commands.ts';
import { asViewer } from '#server/db.ts';
import { asId } from '#web/address.ts';
import { categoryChoices } from '#web/categories.ts';
import { formAction } from '#web/form-action.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, params }) =>
	asViewer(locals.viewer, async (tx) => {
		const id = asId(params.product);
		const product = id && (await registeredProduct(tx, id));
		if (!product) error(404, { message: say('general.not-found') });
		return { product, categories: categoryChoices() };
	});

export const actions = {
	default: formAction(changeProduct, {
		also: ({ params }) => ({ productId: params.product }),
		to: ({ productId }) => `/produk/${productId}`,
	}),
};
