import { error } from '@sveltejs/kit';
import { auditEntryOf } from '#people/server/audit-queries.ts';
import { asViewer } from '#server/db.ts';
import { asId } from '#web/address.ts';
import { say } from '#web/say.ts';
import { commandWord } from '../words.ts';
import { differences } from './differences.ts';

export const load = async ({ locals, params }) => {
	const id = asId(params.entry);
	const entry = id && (await asViewer(locals.viewer, (tx) => auditEntryOf(tx, id)));
	if (!entry) error(404, { message: say('general.not-found') });
	const { changes, input, ...rest } = entry;
	return {
		entry: rest,
		word: commandWord(entry.command),
		input: JSON.stringify(input, null, 2),
		rows: differences(changes),
	};
};
