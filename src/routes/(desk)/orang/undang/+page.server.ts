import { error } from '@sveltejs/kit';
import { addPartner } from '#people/server/commands.ts';
import { invite } from '#people/server/invitation-commands.ts';
import { organisationOf, organisationsFor } from '#people/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { idIn } from '#web/address.ts';
import { formAction } from '#web/form-action.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, url }) => {
	const search = url.searchParams.get('q')?.trim() ?? '';
	const chosen = url.searchParams.get('lembaga');
	const id = idIn(url, 'lembaga');
	return asViewer(locals.viewer, async (tx) => {
		const organisation = id && (await organisationOf(tx, id));
		if (chosen && !organisation) error(404, { message: say('general.not-found') });
		return {
			search,
			organisation: organisation || null,
			choices: organisation ? [] : await organisationsFor(tx, search),
			mayInviteAdministrators: locals.viewer.roles.includes('administrator'),
			origin: url.origin,
		};
	});
};

export const actions = {
	add: formAction(addPartner, { to: ({ organisationId }) => `/orang/undang?lembaga=${organisationId}` }),
	invite: formAction(invite, {
		also: ({ url }) => ({ organisationId: url.searchParams.get('lembaga') ?? '' }),
	}),
};
