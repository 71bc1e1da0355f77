import { contacts, theProgramme } from '#people/server/queries.ts';
import { systemViewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';

// Open to everybody, because who cannot sign in needs help most.
export const load = ({ locals }) =>
	asViewer(systemViewer(locals.viewer.database), async (tx) => ({
		programme: await theProgramme(tx),
		contacts: await contacts(tx),
	}));
