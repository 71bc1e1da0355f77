import { revokeInvitation } from '#people/server/invitation-commands.ts';
import { openInvitations, people } from '#people/server/queries.ts';
import { asViewer } from '#server/db.ts';
import { idIn } from '#web/address.ts';
import { formAction } from '#web/form-action.ts';

export const load = ({ locals, url }) => {
	const search = url.searchParams.get('q')?.trim() ?? '';
	return asViewer(locals.viewer, async (tx) => ({
		search,
		people: await people(tx, { search, after: idIn(url, 'sesudah') }),
		invitations: await openInvitations(tx, new Date()),
	}));
};

export const actions = { revoke: formAction(revokeInvitation) };
