import { Kysely, PostgresDialect, type Transaction, sql } from 'kysely';
import pg from 'pg';
import type { DB } from './db.types.ts';
import { log } from './log.ts';

/** The programme itself, or the sample that is kept in a database of its own. */
export type Database = 'programme' | 'sample';

export type Tx = Transaction<DB>;

/** Who is looking, as the database is told it: for one transaction, never for a connection. */
export type Context = {
	readonly database: Database;
	/** 'system' is the server itself, before it knows who is asking; 'nobody' is whoever has not signed in. */
	readonly kind: 'office' | 'producer' | 'retailer' | 'system' | 'nobody';
	readonly personId: string | null;
	readonly organisationId: string | null;
	readonly roles: readonly string[];
};

export const APP_ROLE = 'naik_kelas_app';

const { types } = pg;
const DATE = 1082;
types.setTypeParser(DATE, (text) => text); // a business day is text, it has no zone
types.setTypeParser(types.builtins.NUMERIC, Number);
types.setTypeParser(types.builtins.INT8, (text) => {
	const n = Number(text);
	if (!Number.isSafeInteger(n)) throw new RangeError(`beyond a safe integer: ${text}`);
	return n;
});

export function databaseUrl(url: string, database: Database): string {
	if (database === 'programme') return url;
	const sample = new URL(url);
	sample.pathname = '/naik_kelas_sample';
	return sample.href;
}

/** The owner's address: for migrations and maintenance, never for what a visitor asked. */
export function ownerUrl(database: Database): string {
	const url = process.env.DATABASE_URL;
	if (!url) throw new Error('DATABASE_URL is not set: start the program with npm start');
	return databaseUrl(url, database);
}

/** Connections that are the application's role from their first statement on. */
function appPool(database: Database): pg.Pool {
	const appUrl = process.env.DATABASE_APP_URL;
	const role = appUrl ? '' : `-c role=${APP_ROLE} `;
	const pool = new pg.Pool({
		connectionString: appUrl ? databaseUrl(appUrl, database) : ownerUrl(database),
		options: `${role}-c timezone=Asia/Jakarta -c statement_timeout=${process.env.STATEMENT_TIMEOUT_MS ?? 10_000}`,
		application_name: `naik-kelas-${process.pid}`,
		max: 10,
		connectionTimeoutMillis: 10_000,
	});
	pool.on('error', (error) => log('database.connection-lost', { reason: error.message }));
	// A connection may also break while it is lent out, between two statements. Whoever holds it is told by his next
	// statement; without a listener the event alone would end the process.
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
}

const open = new Map<Database, { pool: pg.Pool; db: Kysely<DB> }>();

export function appDb(database: Database): Kysely<DB> {
	return openDatabase(database).db;
}

export function openDatabase(database: Database): { pool: pg.Pool; db: Kysely<DB> } {
	const existing = open.get(database);
	if (existing) return existing;
	const pool = appPool(database);
	const opened = { pool, db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }) };
	open.set(database, opened);
	return opened;
}

export async function closeDatabases(): Promise<void> {
	const all = [...open.values()];
	open.clear();
	await Promise.all(all.map(({ db }) => db.destroy()));
}

/**
 * One transaction in which the database knows who is looking, and so shows only what that viewer may see.
 * `commandId` is set by `execute` alone: without it no row changes.
 */
export async function asViewer<T>(
	context: Context,
	run: (tx: Tx) => Promise<T>,
	commandId: string | null = null,
): Promise<T> {
	return appDb(context.database)
		.transaction()
		.execute(async (tx) => {
			const kind = context.kind === 'nobody' ? '' : context.kind; // every policy asks for a kind
			await sql`select set_config('naik_kelas.kind', ${kind}, true),
				set_config('naik_kelas.person', ${context.personId ?? ''}, true),
				set_config('naik_kelas.organisation', ${context.organisationId ?? ''}, true),
				set_config('naik_kelas.roles', ${context.roles.join(',')}, true),
				set_config('naik_kelas.command', ${commandId ?? ''}, true)`.execute(tx);
			return run(tx);
		});
}

/**
 * Proves the second wall at start-up.
 * @throws Error when the connection is the owner's, a superuser's or one that may bypass row security
 */
export async function proveAppRole(database: Database): Promise<void> {
	const { rows } = await sql<{ role: string; strong: boolean; owns: boolean }>`
		select current_user::text as role, r.rolsuper or r.rolbypassrls as strong,
			exists (select from pg_class c where c.relowner = r.oid and c.relkind = 'r') as owns
		from pg_roles r where r.rolname = current_user`.execute(appDb(database));
	const found = rows[0];
	if (!found || found.strong || found.owns)
		throw new Error(
			`The application must not work as ${found?.role ?? 'an unknown role'}: ` +
				`it owns tables or passes row security. Give DATABASE_APP_URL a member of ${APP_ROLE}, or leave it out.`,
		);
}
