import type { ClientBase } from 'pg';
import { POSTGRES_MAJOR } from './postgres-process.ts';

/** Without them a power cut may lose what a person was told is saved. */
const DURABLE = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'];
const VERSION = ['server_version_num', 'server_version'];

const EXTENSIONS = ['btree_gist', 'pg_trgm'];

/** What a server says of itself: its settings by name, and the extensions it could switch on. */
export type ServerFacts = {
	readonly settings: ReadonlyMap<string, string>;
	readonly extensions: readonly string[];
};

/** Why the programme's promises cannot be kept on this server, as one sentence for the operator; null when they can. */
export function complaintAbout({ settings, extensions }: ServerFacts): string | null {
	if (Number(settings.get('server_version_num')) < POSTGRES_MAJOR * 10_000)
		return `The database server is PostgreSQL ${settings.get('server_version')}; Naik Kelas needs ${POSTGRES_MAJOR} or newer.`;

	const weak = DURABLE.filter((name) => settings.get(name) === 'off');
	if (weak.length > 0)
		return `The database server may lose saved work at a power cut, so Naik Kelas does not start on it: switch on ${weak.join(', ')}.`;

	const missing = EXTENSIONS.filter((name) => !extensions.includes(name));
	if (missing.length > 0)
		return `The database server lacks ${missing.join(' and ')}: install the contrib package of PostgreSQL.`;
	return null;
}

/**
 * Makes sure that this server can keep the programme's promises.
 * @param client connected to any database of the server, by any role
 * @throws Error with one sentence for the operator: too old, not durable, or an extension that is not installed
 */
export async function checkServer(client: ClientBase): Promise<void> {
	const settings = await client.query<{ name: string; setting: string }>(
		'select name, setting from pg_settings where name = any($1)',
		[[...VERSION, ...DURABLE]],
	);
	const extensions = await client.query<{ name: string }>(
		'select name from pg_available_extensions where name = any($1)',
		[EXTENSIONS],
	);
	const complaint = complaintAbout({
		settings: new Map(settings.rows.map(({ name, setting }) => [name, setting])),
		extensions: extensions.rows.map(({ name }) => name),
	});
	if (complaint) throw new Error(complaint);
}
