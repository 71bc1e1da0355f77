import { error } from '@sveltejs/kit';
import { changeRoles, disablePerson, enablePerson } from '#people/server/commands.ts';
import { renewAccess } from '#people/server/invitation-commands.ts';
import { personOf } from '#people/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { asId } from '#web/address.ts';
import { formAction } from '#web/form-action.ts';
import { say } from '#web/say.ts';

export const load = async ({ locals, params, url }) => {
	const id = asId(params.person);
	const person = id && (await asViewer(locals.viewer, (tx) => personOf(tx, id)));
	if (!person) error(404, { message: say('general.not-found') });
	return {
		person,
		isSelf: person.id === locals.viewer.personId,
		origin: url.origin,
		viewerRoles: locals.viewer.roles,
	};
};

const also = ({ params }: { params: Partial<Record<string, string>> }) => ({ personId: params.person ?? '' });

export const actions = {
	roles: formAction(changeRoles, { also }),
	renew: formAction(renewAccess, { also }),
	disable: formAction(disablePerson, { also }),
	enable: formAction(enablePerson, { also }),
};
