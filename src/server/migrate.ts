import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** One numbered file of plain SQL, such as 0012_market_test.sql. */
type Migration = {
	readonly number: number;
	readonly name: string;
	readonly sql: string;
	readonly sha256: string;
};

/** Held while migrating, so that of two starting servers one waits for the other. */
const LOCK = 727_001;

const LEDGER = `create table if not exists schema_migration (
	number     integer primary key,
	name       text not null,
	sha256     text not null,
	applied_at timestamptz not null default now()
)`;

/**
 * Brings the database to the state of this version, forward only. Each file runs in a transaction that first inserts
 * its own number, so it happens wholly and once, or not at all.
 * @param ownerUrl address of the database for its owner
 * @returns the names of what was applied now
 * @throws Error when a file was changed after it was applied, came too late, or the database is of a newer version
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder()): Promise<string[]> {
	const wanted = readMigrations(folder);
	const client = new pg.Client({ connectionString: ownerUrl, application_name: 'naik-kelas-migrate' });
	client.on('error', () => {}); // the statement under way fails as well, and says why
	await client.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [LOCK]);
		await client.query(LEDGER);
		const pending = await pendingOf(client, wanted);
		for (const migration of pending) await apply(client, migration);
		return pending.map(({ name }) => name);
	} finally {
		await client.end();
	}
}

/** Found from here upwards, because the built server lies elsewhere than this file. */
function migrationsFolder(): string {
	for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
		const candidate = path.join(folder, 'db', 'migrations');
		if (fs.existsSync(candidate)) return candidate;
	}
	throw new Error('The folder db/migrations is missing.');
}

/** @throws Error when two files carry one number, or a file ends the transaction it runs in */
function readMigrations(folder: string): Migration[] {
	const files = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));
	const all = files.sort().map((name) => readMigration(folder, name));
	const twice = all.find(({ number }, i) => number === all[i - 1]?.number);
	if (twice) throw new Error(`Two migrations carry the number ${twice.number}.`);
	return all;
}

function readMigration(folder: string, name: string): Migration {
	const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
	if (!number) throw new Error(`A migration is named like 0012_market_test.sql, not ${name}.`);
	const sql = fs.readFileSync(path.join(folder, name), 'utf8');
	if (/^\s*(begin|commit|rollback)\s*;/im.test(sql))
		throw new Error(`${name} must not begin or end a transaction: it runs in one.`);
	return { number: Number(number), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

async function pendingOf(client: pg.Client, wanted: readonly Migration[]): Promise<Migration[]> {
	const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
		'select number, name, sha256 from schema_migration order by number',
	);
	for (const applied of rows) {
		const file = wanted.find(({ number }) => number === applied.number);
		if (!file)
			throw new Error(
				`The database already has ${applied.name}: it belongs to a newer version of Naik Kelas.`,
			);
		if (file.sha256 !== applied.sha256)
			throw new Error(
				`The migration ${file.name} was changed after it was applied: write a new one instead.`,
			);
	}
	const last = rows.at(-1)?.number ?? 0;
	const done = new Set(rows.map(({ number }) => number));
	const pending = wanted.filter(({ number }) => !done.has(number));
	const late = pending.find(({ number }) => number < last);
	if (late)
		throw new Error(`The migration ${late.name} comes after a later one was applied: give it a new number.`);
	return pending;
}

async function apply(client: pg.Client, { number, name, sql, sha256 }: Migration): Promise<void> {
	await client.query('begin');
	try {
		const row = [number, name, sha256];
		await client.query('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', row);
		await client.query(sql);
		await client.query('commit');
	} catch (problem) {
		await client.query('rollback').catch(() => {}); // a broken connection has rolled back already
		throw new Error(`The migration ${name} failed: ${sayWhy(problem)}`, { cause: problem });
	}
}

/** PostgreSQL's hint is for the administrator: it may be the very SQL that he must run. */
function sayWhy(problem: unknown): string {
	if (problem instanceof pg.DatabaseError && problem.hint) return `${problem.message}\n${problem.hint}`;
	return problem instanceof Error ? problem.message : String(problem);
}
