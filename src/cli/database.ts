import { closeDatabases, proveAppRole } from '../server/db.ts';
import { getConfig } from '../server/config.ts';
import { migrate } from '../server/migrate.ts';
import { ensurePostgres, stopPostgres } from '../server/postgres.ts';

/**
 * Runs `work` with the programme's database: the one DATABASE_URL names, or our own, started or joined for as long as
 * it takes. The schema is brought up to date first.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
	const { dataFolder } = getConfig();
	const isOurs = !process.env.DATABASE_URL;
	try {
		if (isOurs) process.env.DATABASE_URL = (await ensurePostgres(dataFolder)).ownerUrl;
		await migrate(process.env.DATABASE_URL ?? '');
		await proveAppRole('programme');
		return await work();
	} finally {
		await closeDatabases();
		if (isOurs) await stopPostgres(dataFolder);
	}
}
