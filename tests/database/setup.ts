// Before the first database test: one server, and in it a template that was migrated once. Each test clones it.
import fs from 'node:fs';
import type { TestProject } from 'vitest/node';
import { checkServer } from '#server/database-server.ts';
import { migrate } from '#server/migrate.ts';
import { ensureDatabase, ensurePostgres, stopPostgres, temporaryFolder } from '#server/postgres.ts';
import { withClient } from './clone.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the migrated template for its owner. */
		templateUrl: string;
	}
}

/** TEST_DATABASE_URL names a server that runs already; its owner must be allowed to create databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const named = process.env.TEST_DATABASE_URL;
	const folder = named ? null : temporaryFolder();
	const serverUrl = named ?? (await ensurePostgres(folder ?? '')).ownerUrl;
	await withClient(serverUrl, checkServer);

	const template = `naik_kelas_template_${process.pid}`;
	const templateUrl = await ensureDatabase(serverUrl, template);
	await migrate(templateUrl);
	project.provide('templateUrl', templateUrl);

	return async () => {
		await withClient(serverUrl, (client) => client.query(`drop database ${template} with (force)`));
		if (!folder) return;
		await stopPostgres(folder);
		fs.rmSync(folder, { recursive: true });
	};
}
