import { addProducer } from '#registry/server/producer-commands.ts';
import { districtsWithVillages } from '#registry/server/producer-queries.ts';
import { asViewer } from '#server/db.ts';
import { formAction } from '#web/form-action.ts';

export const load = ({ locals }) =>
	asViewer(locals.viewer, async (tx) => ({ districts: await districtsWithVillages(tx) }));

export const actions = {
	default: formAction(addProducer, { to: ({ producerId }) => `/pelaku-usaha/${producerId}` }),
};
