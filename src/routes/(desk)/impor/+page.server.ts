import { imports } from '#registry/server/imports.ts';
import { importers } from '#registry/roles.ts';
import { asViewer } from '#server/db.ts';
import { formatMoment } from '#web/format.ts';
import { say } from '#web/say.ts';

export const load = ({ locals }) =>
	asViewer(locals.viewer, async (tx) => ({
		imports: (await imports(tx)).map(({ id, kind, fileName, state, createdAt, sentBy }) => ({
			id,
			fileName,
			kind: say(`import.kind.${kind}`),
			state: say(`import.state.${state}`),
			isOpen: state === 'preview',
			sent: [formatMoment(createdAt), sentBy].filter(Boolean).join(', '),
		})),
		maySend: locals.viewer.roles.some((role) => importers.includes(role)),
	}));
