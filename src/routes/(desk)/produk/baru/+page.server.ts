import { error } from '@sveltejs/kit';
import { producerOf } from '#registry/server/producer-queries.ts';
import { addProduct } from '#registry/server/product-commands.ts';
import { producers } from '#registry/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { idIn } from '#web/address.ts';
import { categoryChoices } from '#web/categories.ts';
import { formAction } from '#web/form-action.ts';
import { listFilter } from '#web/list-filter.ts';
import { say } from '#web/say.ts';

export const load = ({ locals: { viewer }, url }) =>
	asViewer(viewer, async (tx) => {
		const id = viewer.kind === 'producer' ? viewer.organisationId : idIn(url, 'pelaku-usaha');
		const producer = id ? await producerOf(tx, id) : null;
		if (id && !producer) error(404, { message: say('general.not-found') });
		const filter = listFilter(url, 20);
		return {
			producer,
			categories: categoryChoices(),
			search: filter.search ?? '',
			choices: producer ? [] : (await producers(tx, filter)).lines,
		};
	});

export const actions = {
	default: formAction(addProduct, {
		also: ({ url }) => ({ producerId: idIn(url, 'pelaku-usaha') }),
		to: ({ productId }) => `/produk/${productId}`,
	}),
};
