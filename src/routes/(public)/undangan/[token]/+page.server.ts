import { type RequestEvent, error } from '@sveltejs/kit';
import { acceptInvitation } from '#people/server/invitation-commands.ts';
import { invitationOf } from '#people/server/queries.ts';
import { systemViewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { enter } from '#web/enter.ts';
import { formAction } from '#web/form-action.ts';
import { say } from '#web/say.ts';

// Only looks: programs that preview links open this page too, and must not spend what they open.
export const load = async ({ locals, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	const invitation = await asViewer(systemViewer(locals.viewer.database), (tx) =>
		invitationOf(tx, params.token, new Date()),
	);
	if (!invitation) error(404, { message: say('people.invitation-unknown') });
	return { invitation };
};

export const actions = {
	default: formAction(acceptInvitation, {
		as: ({ locals }: RequestEvent) => systemViewer(locals.viewer.database),
		also: ({ params }) => ({ token: params.token }),
		to: ({ personId }, event, typed) =>
			event.locals.viewer.database === 'sample' ? '/contoh' : enter(event, personId, String(typed.password)),
	}),
};
