import { error } from '@sveltejs/kit';
import { endOffer, offerProduct } from '#registry/server/offer-commands.ts';
import { offersOf, registeredProduct, retailers } from '#registry/server/producer-queries.ts';
import { asViewer } from '#server/db.ts';
import { asId } from '#web/address.ts';
import { formAction } from '#web/form-action.ts';
import { formatDay } from '#web/format.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, params }) =>
	asViewer(locals.viewer, async (tx) => {
		const id = asId(params.product);
		const product = id && (await registeredProduct(tx, id));
		if (!product) error(404, { message: say('general.not-found') });
		const offers = await offersOf(tx, product.id);
		return {
			product,
			retailers: await retailers(tx),
			offers: offers.map(({ startsOn, endsOn, ...offer }) => ({
				...offer,
				runs: say('offer.runs', {
					start: formatDay(startsOn),
					end: endsOn ? formatDay(endsOn) : say('offer.open-ended'),
				}),
				isOpen: endsOn === null,
			})),
		};
	});

export const actions = {
	offer: formAction(offerProduct, {
		also: ({ params }) => ({ productId: params.product }),
		to: (_offer, { params }) => `/produk/${params.product}/tawaran`,
	}),
	end: formAction(endOffer, { to: (_ended, { params }) => `/produk/${params.product}/tawaran` }),
};
