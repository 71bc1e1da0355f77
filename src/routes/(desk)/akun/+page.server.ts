import { hasSecondFactor, ownSessions, ownTokens } from '#people/server/queries.ts';
import { endSession, makeToken, revokeToken } from '#people/server/token-commands.ts';
import { asViewer } from '#server/db.ts';
import { formAction } from '#web/form-action.ts';

export const load = ({ locals: { viewer, sessionId } }) =>
	asViewer(viewer, async (tx) => ({
		sessions: await ownSessions(tx, viewer, new Date()),
		thisSession: sessionId,
		tokens: await ownTokens(tx, viewer, new Date()),
		hasSecondFactor: await hasSecondFactor(tx, viewer),
	}));

export const actions = {
	end: formAction(endSession),
	make: formAction(makeToken),
	revoke: formAction(revokeToken),
};
