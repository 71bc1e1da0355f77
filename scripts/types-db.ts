// Writes src/server/db.types.ts from the migrations: node scripts/types-db.ts. With --verify it only says whether the
// file is what they make. TEST_DATABASE_URL names a server that runs already.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../src/server/migrate.ts';
import { ensureDatabase, ensurePostgres, stopPostgres, temporaryFolder } from '../src/server/postgres.ts';
import { projectFolder } from './ensure-deps.mjs';

const codegen = path.join(projectFolder, 'node_modules/kysely-codegen/dist/cli/bin.js');
const words = [
	'--dialect=postgres',
	'--out-file=src/server/db.types.ts',
	'--include-pattern={public,auth}.*',
	'--exclude-pattern=public.schema_migration', // the migrations' own ledger
	// As src/server/db.ts reads them: whole numbers that are safe, days as text.
	'--numeric-parser=number',
	'--date-parser=string',
	'--type-mapping={"int8":"number","daterange":"string"}',
	...process.argv.slice(2),
];

const named = process.env.TEST_DATABASE_URL;
const folder = named ? null : temporaryFolder();
try {
	const serverUrl = named ?? (await ensurePostgres(folder ?? '')).ownerUrl;
	await generate(serverUrl);
} finally {
	if (folder) {
		await stopPostgres(folder);
		fs.rmSync(folder, { recursive: true });
	}
}

async function generate(serverUrl: string): Promise<void> {
	const name = `naik_kelas_types_${process.pid}`;
	const url = await ensureDatabase(serverUrl, name);
	try {
		await migrate(url);
		const run = spawnSync(process.execPath, [codegen, ...words, '--url', url], {
			cwd: projectFolder,
			stdio: 'inherit',
		});
		process.exitCode = run.status ?? 1;
	} finally {
		const client = new pg.Client({ connectionString: serverUrl });
		await client.connect();
		await client.query(`drop database ${name} with (force)`);
		await client.end();
	}
}
