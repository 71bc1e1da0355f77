import fs from 'node:fs';
import { checkServer } from '#server/database-server.ts';
import { migrate } from '#server/migrate.ts';
import { ensureDatabase, ensurePostgres, stopPostgres, temporaryFolder } from '#server/postgres.ts';
import { withClient } from './clone.ts';

/**
 * A database that was migrated once, to be cloned for each test. It lies on a server that is started for this run, or
 * on the one that TEST_DATABASE_URL names, whose owner must be allowed to create databases.
 */
export async function prepareTemplate(): Promise<{ templateUrl: string; remove(): Promise<void> }> {
	const named = process.env.TEST_DATABASE_URL;
	const folder = named ? null : temporaryFolder();
	const serverUrl = named ?? (await ensurePostgres(folder ?? '')).ownerUrl;
	await withClient(serverUrl, checkServer);

	const name = `naik_kelas_template_${process.pid}`;
	const templateUrl = await ensureDatabase(serverUrl, name);
	await migrate(templateUrl);

	return {
		templateUrl,
		async remove() {
			await withClient(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
			if (!folder) return;
			await stopPostgres(folder);
			fs.rmSync(folder, { recursive: true });
		},
	};
}
