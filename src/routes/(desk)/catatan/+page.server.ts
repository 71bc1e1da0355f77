import { auditEntries, everybody } from '#people/server/audit-queries.ts';
import { knownHeads } from '#people/server/audit-heads.ts';
import { verifyAudit } from '#people/server/audit.ts';
import { getConfig } from '#server/config.ts';
import { type Database, asViewer, ownerUrl } from '#server/db.ts';
import { idIn } from '#web/address.ts';
import { commands } from '#web/commands.ts';
import { SIGN_IN_EVENTS, commandWord } from './words.ts';

export const load = async ({ locals, url }) => {
	const { database } = locals.viewer;
	const filter = {
		personId: idIn(url, 'orang'),
		command: url.searchParams.get('perintah'),
		before: idIn(url, 'sebelum'),
	};
	const report = url.searchParams.has('periksa') ? await verify(database) : null;
	return asViewer(locals.viewer, async (tx) => {
		const { rows, next } = await auditEntries(tx, filter);
		return {
			filter,
			entries: rows.map((entry) => ({ ...entry, command: commandWord(entry.command) })),
			next,
			people: await everybody(tx),
			commands: [...commands.keys(), ...SIGN_IN_EVENTS].map((name) => ({
				value: name,
				label: commandWord(name),
			})),
			report,
		};
	});
};

/** The whole chain, as its owner sees it: what row security hides could not be proven. */
async function verify(database: Database) {
	const heads = database === 'programme' ? knownHeads(getConfig().dataFolder) : [];
	const { entries, chains, broken } = await verifyAudit(ownerUrl(database), heads);
	return { entries, chains, broken };
}
