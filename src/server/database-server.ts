import type { ClientBase } from 'pg';
import { POSTGRES_MAJOR } from './postgres-process.ts';

/** Without them a power cut may lose what a person was told is saved. */
const DURABLE = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'];

const EXTENSIONS = ['btree_gist', 'pg_trgm'];

/**
 * Makes sure that this server can keep the programme's promises.
 * @param client connected to any database of the server, by any role
 * @throws Error with one sentence for the operator: too old, not durable, or an extension that is not installed
 */
export async function checkServer(client: ClientBase): Promise<void> {
	const server = await settingsOf(client, ['server_version_num', 'server_version', ...DURABLE]);
	if (Number(server.get('server_version_num')) < POSTGRES_MAJOR * 10_000)
		throw new Error(
			`The database server is PostgreSQL ${server.get('server_version')}; Naik Kelas needs ${POSTGRES_MAJOR} or newer.`,
		);

	const weak = DURABLE.filter((name) => server.get(name) === 'off');
	if (weak.length > 0)
		throw new Error(
			`The database server may lose saved work at a power cut: ${weak.join(', ')} must be on. ` +
				'Naik Kelas does not start on it.',
		);

	const { rows } = await client.query<{ name: string }>(
		'select name from pg_available_extensions where name = any($1)',
		[EXTENSIONS],
	);
	const missing = EXTENSIONS.filter((name) => !rows.some((row) => row.name === name));
	if (missing.length > 0)
		throw new Error(
			`The database server lacks ${missing.join(' and ')}: install the contrib package of PostgreSQL.`,
		);
}

async function settingsOf(client: ClientBase, names: readonly string[]): Promise<Map<string, string>> {
	const { rows } = await client.query<{ name: string; setting: string }>(
		'select name, setting from pg_settings where name = any($1)',
		[names],
	);
	return new Map(rows.map(({ name, setting }) => [name, setting]));
}
