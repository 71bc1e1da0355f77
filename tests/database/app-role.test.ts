import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { systemViewer } from '#people/viewer.ts';
import { asViewer, closeDatabases, openDatabase, proveAppRole } from '#server/db.ts';
import { type FreshDatabase, withClient } from './clone.ts';
import { freshDatabase } from './database.ts';

const WEB = `naik_kelas_web_${process.pid}`;
let database: FreshDatabase;

/** The same database for somebody else. */
function as(user: string): string {
	const url = new URL(database.ownerUrl);
	url.username = user;
	return url.href;
}

beforeAll(async () => {
	database = await freshDatabase();
	process.env.DATABASE_URL = database.ownerUrl;
	await withClient(database.ownerUrl, (client) =>
		client.query(`create role ${WEB} login password 'contoh' in role naik_kelas_app`),
	);
});

afterEach(async () => {
	await closeDatabases();
	delete process.env.DATABASE_APP_URL;
});

afterAll(async () => {
	await withClient(database.ownerUrl, (client) => client.query(`drop role ${WEB}`));
	await database.drop();
});

const effectiveRole = async () =>
	(await openDatabase('programme').pool.query('select current_user as role')).rows[0].role;

test('without an address of its own the program gives the owner up before its first statement', async () => {
	expect(await effectiveRole()).toBe('naik_kelas_app');
	await expect(proveAppRole('programme')).resolves.toBeUndefined();
	await openDatabase('programme').pool.query('reset role');
	expect(await effectiveRole()).toBe('naik_kelas_app');
});

test('with an address of its own it works as that member, under the same row security', async () => {
	process.env.DATABASE_APP_URL = as(WEB);
	expect(await effectiveRole()).toBe(WEB);
	await expect(proveAppRole('programme')).resolves.toBeUndefined();
	const seen = await openDatabase('programme').pool.query('select from organisation');
	expect(seen.rowCount).toBe(0);
	const areas = await asViewer(systemViewer('programme'), (tx) =>
		tx.selectFrom('area').select('code').execute(),
	);
	expect(areas).toEqual([]);
});

test('an address that is the owner’s is refused at start', async () => {
	process.env.DATABASE_APP_URL = database.ownerUrl;
	await expect(proveAppRole('programme')).rejects.toThrow(/must not work as/);
});
