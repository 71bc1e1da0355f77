import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { lanAddresses } from '#server/http.ts';
import { layoutOf, postmasterOf } from '#server/postgres-process.ts';
import { stopPostgres, temporaryFolder } from '#server/postgres.ts';
import { ensureBuild } from '../../scripts/build.ts';
import { launch, launchReady, type Launched } from '../browser/launch.ts';
import { emptyDatabase } from './database.ts';

let folder: string;
let running: Launched[];

beforeAll(() => ensureBuild(console.log), 120_000);

beforeEach(() => {
	folder = temporaryFolder();
	running = [];
});

afterEach(async () => {
	await Promise.all(running.filter((app) => app.process.exitCode === null).map((app) => app.stop()));
	await stopPostgres(folder); // a killed programme leaves its database running
	fs.rmSync(folder, { recursive: true });
});

async function start(env: Record<string, string> = {}): Promise<Launched> {
	const app = await launchReady({ NAIK_KELAS_DATA: folder, ...env });
	running.push(app);
	return app;
}

const health = async ({ url }: Pick<Launched, 'url'>) => (await fetch(new URL('/healthz', url))).status;
const database = () => postmasterOf(layoutOf(folder));

test('starts in an empty folder, names its address, and stops its database with itself', async () => {
	const app = await start();
	expect(await health(app)).toBe(200);
	expect(app.firstRunCode).toMatch(/^\w{6,}$/);
	expect(app.output()).toContain(app.firstRunCode);
	expect(app.output().trimEnd().split('\n').at(-1)).toContain(app.url);
	expect(await app.stop('SIGINT')).toBe(0);
	expect(database()).toBeNull();
});

test('two starts at once share one database server, which ends with the last of them', async () => {
	const [one, two] = await Promise.all([start(), start()]);
	const shared = database();
	expect([await health(one), await health(two)]).toEqual([200, 200]);
	await one.stop();
	expect(database()).toBe(shared);
	expect(await health(two)).toBe(200);
	await two.stop();
	expect(database()).toBeNull();
});

test('a second start on the same port names the address of the first and leaves it in peace', async () => {
	const first = await start();
	const second = launch({ NAIK_KELAS_DATA: folder, PORT: String(first.port) });
	const [code] = await once(second, 'close');
	expect(code).toBe(0);
	expect(second.said()).toContain(`process ${first.process.pid}`);
	expect(second.said().trimEnd().split('\n').at(-1)).toContain(first.url);
	expect(await health(first)).toBe(200);
});

test('a port that belongs to another program is named, with the way out', async () => {
	const first = await start();
	const elsewhere = temporaryFolder();
	const second = launch({ NAIK_KELAS_DATA: elsewhere, PORT: String(first.port) });
	const [code] = await once(second, 'close');
	fs.rmSync(elsewhere, { recursive: true });
	expect(code).toBe(1);
	expect(second.said()).toContain(`Port ${first.port} belongs to another program`);
});

test('starts on the same port after programme and database were killed', async () => {
	const first = await start();
	const old = database();
	process.kill(old ?? 0, 'SIGKILL');
	await first.stop('SIGKILL');
	const second = await start({ PORT: String(first.port) });
	expect(await health(second)).toBe(200);
	expect(database()).not.toBe(old);
});

test('answers again after its database was killed under it', async () => {
	const app = await start();
	process.kill(database() ?? 0, 'SIGKILL');
	while (database() === null || (await health(app)) !== 200) await pause(50);
	expect(app.process.exitCode).toBeNull();
});

test('works with a server that somebody else started, and brings none of its own', async () => {
	const { ownerUrl, drop } = await emptyDatabase();
	const app = await start({ DATABASE_URL: ownerUrl });
	expect(await health(app)).toBe(200);
	await app.stop();
	await drop();
	expect(fs.existsSync(path.join(folder, 'pg18'))).toBe(false);
});

test.each([
	['plain http in a network', { HOST: '0.0.0.0' }, 'plain http is for this machine alone'],
	['a port that is none', { PORT: 'eighty' }, 'PORT is not a port'],
])('refuses %s with a sentence', async (_, env, sentence) => {
	const child = launch({ NAIK_KELAS_DATA: folder, ...env });
	const [code] = await once(child, 'close');
	expect(code).toBe(1);
	expect(child.said()).toContain(sentence);
});

const [roomAddress] = lanAddresses();

test('serves phones in the room by https alone, where there is a network', async () => {
	if (!roomAddress) {
		const alone = launch({ NAIK_KELAS_DATA: folder }, ['--lan']);
		await once(alone, 'close');
		expect(alone.said()).toContain('no local network');
		return;
	}
	const app = await launchReady({ NAIK_KELAS_DATA: folder }, ['--lan']);
	running.push(app);
	expect(app.url).toBe(`https://${roomAddress}:${app.port}`);
	expect(app.output()).toContain('█');
	await expect(fetch(new URL('/healthz', `http://127.0.0.1:${app.port}`))).rejects.toThrow('fetch failed');
});
