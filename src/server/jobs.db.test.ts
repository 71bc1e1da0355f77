import { setTimeout as pause } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FreshDatabase } from '../../tests/database/clone.ts';
import { freshDatabase } from '../../tests/database/database.ts';
import { closeDatabases, openDatabase } from './db.ts';
import { type Job, startJobs } from './jobs.ts';

let database: FreshDatabase;

beforeAll(async () => {
	database = await freshDatabase();
	process.env.DATABASE_URL = database.ownerUrl;
});

afterAll(async () => {
	await closeDatabases();
	await database.drop();
});

/** Puts a job in, as a command does. */
async function put(name: string, inputs: readonly object[]): Promise<void> {
	const { pool } = openDatabase('programme');
	const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) }, migrate: false });
	await boss.start();
	for (const input of inputs) await boss.send(name, input);
	await boss.stop({ graceful: false });
}

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await pause(50);
}

test('each job goes to one of two programs that share a database, and none is done twice', async () => {
	const done: string[] = [];
	const count: Job = {
		name: 'test.count',
		policy: 'standard',
		run: async (input) => void done.push(JSON.stringify(input)),
	};
	const stops = [await startJobs('programme', [count]), await startJobs('programme', [count])];
	await put(
		'test.count',
		Array.from({ length: 12 }, (_, n) => ({ n })),
	);
	await until(() => done.length >= 12);
	await Promise.all(stops.map((stop) => stop()));
	expect(new Set(done).size).toBe(12);
	expect(done).toHaveLength(12);
});

test('a schedule stands once, however many programs were started', async () => {
	const nightly: Job = { name: 'test.nightly', cron: '5 0 * * *', run: async () => {} };
	const stops = [await startJobs('programme', [nightly]), await startJobs('programme', [nightly])];
	const { rows } = await openDatabase('programme').pool.query(
		"select cron, timezone from pgboss.schedule where name = 'test.nightly'",
	);
	await Promise.all(stops.map((stop) => stop()));
	expect(rows).toEqual([{ cron: '5 0 * * *', timezone: 'Asia/Jakarta' }]);
});
