import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '#server/migrate.ts';
import { temporaryFolder } from '#server/postgres.ts';
import { withClient, type FreshDatabase } from './clone.ts';
import { emptyDatabase } from './database.ts';

let database: FreshDatabase;
let folder: string;

beforeEach(async () => {
	database = await emptyDatabase();
	folder = temporaryFolder();
	write('0001_shelf.sql', 'create table shelf (id integer primary key)');
	write('0002_label.sql', 'create table label (id integer primary key)');
});

afterEach(async () => {
	await database.drop();
	fs.rmSync(folder, { recursive: true });
});

function write(name: string, sql: string): void {
	fs.writeFileSync(path.join(folder, name), sql);
}

async function tables(): Promise<string[]> {
	const all = 'select relname as name from pg_stat_user_tables order by relname';
	const { rows } = await withClient(database.ownerUrl, (client) => client.query<{ name: string }>(all));
	return rows.map(({ name }) => name);
}

test('runs every migration once, in the order of their numbers', async () => {
	expect(await migrate(database.ownerUrl, folder)).toEqual(['0001_shelf.sql', '0002_label.sql']);
	expect(await migrate(database.ownerUrl, folder)).toEqual([]);
	expect(await tables()).toEqual(['label', 'schema_migration', 'shelf']);
});

test('lets several servers start at once, and only one of them migrates', async () => {
	const done = await Promise.all(Array.from({ length: 6 }, () => migrate(database.ownerUrl, folder)));
	expect(done.flat().sort()).toEqual(['0001_shelf.sql', '0002_label.sql']);
});

test('leaves nothing of a migration that fails, and keeps those before it', async () => {
	write('0002_label.sql', 'create table label (id integer); select 1 / 0');
	await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('0002_label.sql failed: division by zero');
	expect(await tables()).toEqual(['schema_migration', 'shelf']);
});

test('passes on the hint of a migration that needs the administrator', async () => {
	write(
		'0002_label.sql',
		`do $$ begin raise exception 'no right' using hint = 'create role somebody'; end $$`,
	);
	await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('create role somebody');
});

test('refuses a migration that was changed after it was applied', async () => {
	await migrate(database.ownerUrl, folder);
	write('0002_label.sql', 'create table label (id bigint primary key)');
	await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('0002_label.sql was changed after');
});

test('refuses a database of a newer version', async () => {
	await migrate(database.ownerUrl, folder);
	fs.rmSync(path.join(folder, '0002_label.sql'));
	await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('newer version');
});

test('refuses a number below one that was applied', async () => {
	fs.renameSync(path.join(folder, '0001_shelf.sql'), path.join(folder, '0003_shelf.sql'));
	await migrate(database.ownerUrl, folder);
	write('0001_late.sql', 'select 1');
	await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('give it a new number');
});

test.each([
	['0001_again.sql', 'select 1', 'Two migrations carry the number 1'],
	['0003_open.sql', 'select 1;\ncommit;', 'must not begin or end a transaction'],
	['3-shelf.sql', 'select 1', 'is named like'],
])('refuses the file %s', async (name, sql, complaint) => {
	write(name, sql);
	await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(complaint);
});
