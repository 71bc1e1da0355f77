import { sql } from 'kysely';
import { type Database, appDb } from './db.ts';

/** @throws the driver's error when the database does not answer */
export async function askDatabase(database: Database): Promise<void> {
	await sql`select 1`.execute(appDb(database));
}
