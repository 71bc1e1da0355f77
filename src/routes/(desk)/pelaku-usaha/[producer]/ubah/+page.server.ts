import { error } from '@sveltejs/kit';
import { changeProducer } from '#registry/server/producer-commands.ts';
import { districtsWithVillages, producerOf } from '#registry/server/producer-queries.ts';
import { asViewer } from '#server/db.ts';
import { asId } from '#web/address.ts';
import { formAction } from '#web/form-action.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, params }) =>
	asViewer(locals.viewer, async (tx) => {
		const id = asId(params.producer);
		const producer = id && (await producerOf(tx, id));
		if (!producer) error(404, { message: say('general.not-found') });
		return { producer, districts: await districtsWithVillages(tx) };
	});

export const actions = {
	default: formAction(changeProducer, {
		also: ({ params }) => ({ producerId: params.producer }),
		to: ({ producerId }) => `/pelaku-usaha/${producerId}`,
	}),
};
