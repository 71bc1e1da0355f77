import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkServer } from '#server/database-server.ts';
import { ensurePostgres, stopPostgres, temporaryFolder } from '#server/postgres.ts';
import { layoutOf, postmasterOf } from '#server/postgres-process.ts';
import { withClient } from './clone.ts';

let folder: string;

beforeEach(() => {
	folder = temporaryFolder();
});

afterEach(async () => {
	const pid = postmasterOf(layoutOf(folder));
	if (pid !== null) process.kill(pid, 'SIGINT');
	await until(() => postmasterOf(layoutOf(folder)) === null);
	fs.rmSync(folder, { recursive: true });
});

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await isTrue())) await pause(20);
}

const answers = (url: string) =>
	withClient(url, async (client) => (await client.query('select 1')).rowCount === 1).catch(() => false);

const userOfPostgres = fileURLToPath(new URL('./user-of-postgres.ts', import.meta.url));

type Another = { url: string; leave(): Promise<void>; kill(): Promise<void> };

/** Another process that uses the same server. */
async function anotherUser(how: { env?: NodeJS.ProcessEnv; uid?: number } = {}): Promise<Another> {
	const child = spawn(process.execPath, [userOfPostgres, folder], {
		...(how.uid === undefined ? {} : { uid: how.uid, gid: how.uid }),
		env: how.env ?? process.env,
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const ended = once(child, 'exit');
	const [line]: string[] = await once(createInterface(child.stdout), 'line');
	if (!line?.startsWith('ready ')) throw new Error(line);
	return {
		url: line.slice('ready '.length),
		async leave() {
			child.stdin.end();
			await ended;
		},
		async kill() {
			child.kill('SIGKILL');
			await ended;
		},
	};
}

test('keeps what was saved from one start to the next', async () => {
	const first = await ensurePostgres(folder);
	await withClient(first.ownerUrl, (client) => client.query('create table shelf as select 7 as boxes'));
	await stopPostgres(folder);
	expect(await answers(first.ownerUrl)).toBe(false);

	const second = await ensurePostgres(folder);
	const { rows } = await withClient(second.ownerUrl, (client) => client.query('select boxes from shelf'));
	expect(rows).toEqual([{ boxes: 7 }]);
	await stopPostgres(folder);
});

test('is one server for two that start at once, and ends with the last of them', async () => {
	const [one, two] = await Promise.all([anotherUser(), anotherUser()]);
	expect(one.url).toBe(two.url);
	await one.leave();
	expect(await answers(two.url)).toBe(true);
	await two.leave();
	expect(await answers(two.url)).toBe(false);
	expect(postmasterOf(layoutOf(folder))).toBeNull();
});

test('ends also when both leave at once', async () => {
	const [one, two] = await Promise.all([anotherUser(), anotherUser()]);
	await Promise.all([one.leave(), two.leave()]);
	expect(postmasterOf(layoutOf(folder))).toBeNull();
});

test('is not held by a user that was killed', async () => {
	const [one, two] = await Promise.all([anotherUser(), anotherUser()]);
	await one.kill();
	await two.leave();
	expect(postmasterOf(layoutOf(folder))).toBeNull();
});

test('starts again by itself after it was killed', async () => {
	const { ownerUrl } = await ensurePostgres(folder);
	process.kill(postmasterOf(layoutOf(folder)) ?? 0, 'SIGKILL');
	await until(() => answers(ownerUrl));
	await stopPostgres(folder);
	expect(postmasterOf(layoutOf(folder))).toBeNull();
});

test('starts although its old process number belongs to somebody else now', async () => {
	const note = path.join(layoutOf(folder).data, 'postmaster.pid');
	await ensurePostgres(folder);
	const old = fs.readFileSync(note, 'utf8');
	await stopPostgres(folder);
	fs.writeFileSync(note, old.replace(/^\d+/, String(process.ppid)));

	const { ownerUrl } = await ensurePostgres(folder);
	expect(await answers(ownerUrl)).toBe(true);
	await stopPostgres(folder);
});

test('refuses a folder that holds the database of another major version', async () => {
	fs.mkdirSync(path.join(folder, 'pg17'));
	await expect(ensurePostgres(folder)).rejects.toThrow('holds a database of PostgreSQL 17');
});

test('works in a folder whose name is too long for a socket', async () => {
	const deep = path.join(folder, 'a'.repeat(90));
	const { ownerUrl } = await ensurePostgres(deep);
	expect(await answers(ownerUrl)).toBe(true);
	await stopPostgres(deep);
});

const DAEMON = 1; // an account that every Linux has
const BARE_NUMBER = 54_321; // and one that no system has
const noUnshare = { ...process.env, PATH: '/nowhere' };

type User = [string, { env?: NodeJS.ProcessEnv; uid?: number }];
const asRoot: User[] = [
	['root in a user namespace', {}],
	['root where namespaces are refused', { env: noUnshare }],
	['an ordinary user', { uid: DAEMON, env: noUnshare }],
	['a number without an account', { uid: BARE_NUMBER }],
];

/** Only root can become somebody else; and whoever is not root must be able to enter the project's folder. */
function usersToTry(): User[] {
	if (process.getuid?.() !== 0) return [['the ordinary user of this run', {}]];
	const others = spawnSync(process.execPath, ['--version'], { uid: DAEMON, cwd: process.cwd() });
	return others.status === 0 ? asRoot : asRoot.slice(0, 1);
}

test.each(usersToTry())('runs as %s', async (_, how) => {
	if (how.uid !== undefined) fs.chownSync(folder, how.uid, how.uid);
	const user = await anotherUser(how);
	await user.leave();
	const again = await anotherUser(how);
	await again.leave();
	expect(postmasterOf(layoutOf(folder))).toBeNull();
});

test('refuses a server that may lose what was saved', async () => {
	const { ownerUrl } = await ensurePostgres(folder);
	await withClient(ownerUrl, checkServer);
	await withClient(ownerUrl, (client) =>
		client.query('alter database naik_kelas set synchronous_commit = off'),
	);
	await expect(withClient(ownerUrl, checkServer)).rejects.toThrow('may lose saved work');
	await stopPostgres(folder);
});
