// npm start: brings up database and programme, and ends with a line that names the address. Ctrl-C stops both.
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { renderUnicodeCompact } from 'uqr';
import { checkServer } from '../src/server/database-server.ts';
import { adapterSettings, lanAddresses, openDoor, type Door } from '../src/server/http.ts';
import { logFailure } from '../src/server/log.ts';
import { tryLock } from '../src/server/machine-lock.mjs';
import { migrate } from '../src/server/migrate.ts';
import { ensurePostgres, stopPostgres } from '../src/server/postgres.ts';
import { planServing, type Serving } from '../src/server/serving.ts';
import { ensureBuild } from './build.ts';
import { projectFolder } from './ensure-deps.mjs';
import { isRunning, launchers } from './launchers.ts';
import { answersReady, waitForRunning } from './running.ts';

const say = (sentence: string) => console.log(`naik-kelas: ${sentence}`);
const startedBy = process.env.npm_lifecycle_event === 'start:app' ? launchers() : [];
const isWanted = () => startedBy.every(isRunning);

// --lan: https for phones in the same room; --as-built: take the pages as they were built, without a look at the sources
const OFF = { type: 'boolean', default: false } as const;
const REACHED_WITHIN_MS = 30_000;
const LETS_GO_WITHIN_MS = 5_000;

let door: Door | null = null;
let isLeaving = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.on(signal, () => (isLeaving ? process.exit(130) : leave(0))); // the second Ctrl-C does not wait
if (process.connected) process.on('disconnect', () => isLeaving || leave(0)); // whoever started us has ended
process.on('unhandledRejection', (problem) => logFailure('process.unhandled', problem));
setInterval(() => isLeaving || isWanted() || leave(0), 500).unref();

try {
	await start();
} catch (problem) {
	if (!isLeaving) {
		console.error(`naik-kelas: ${problem instanceof Error ? problem.message : String(problem)}`);
		await leave(1);
	}
}

async function start(): Promise<void> {
	const { values } = parseArgs({ options: { lan: OFF, 'as-built': OFF } });
	const serving = planServing(process.env, { isRoom: values.lan, lanAddresses: lanAddresses() });
	const dataFolder = path.resolve(projectFolder, process.env.NAIK_KELAS_DATA || 'data');
	const opened = await openDoorOrJoin(serving, dataFolder);
	if (!opened) process.exit(0);
	door = opened;
	tellProgramme(serving, opened, dataFolder);

	await Promise.all([values['as-built'] || ensureBuild(say), prepareDatabase(dataFolder, opened)]);
	opened.setReason('loading the programme');
	const { handler } = await import(path.join(projectFolder, 'build', 'handler.js'));
	opened.mount(handler);
	while (!(await answersReady({ port: opened.port, isSecure: serving.isRoom }))) await pause(50);
	await announce(serving, opened, dataFolder);
}

/** Two starts on one port are one programme: the second waits for the first and names its address. */
async function openDoorOrJoin(serving: Serving, dataFolder: string): Promise<Door | null> {
	const lock = (port: number) => `programme ${dataFolder} ${port}`;
	for (;;) {
		try {
			const opened = await openDoor(serving);
			const note = {
				pid: process.pid,
				origin: opened.origin.origin,
				port: opened.port,
				isSecure: serving.isRoom,
			};
			await tryLock(lock(opened.port), () =>
				JSON.stringify({ ...note, isLeaving: isLeaving || !isWanted() }),
			);
			return opened;
		} catch (problem) {
			if (!(problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE')) throw problem;
			const running = await waitForRunning(lock(serving.port));
			if (running === 'nobody')
				throw new Error(`Port ${serving.port} belongs to another program; choose one: PORT=3001 npm start`, {
					cause: problem,
				});
			if (running === 'gone') continue;
			say(`it already runs here, as process ${running.pid}; this start shares it.`);
			announceAddress(running.origin);
			return null;
		}
	}
}

/** The built programme reads its settings from the environment. */
function tellProgramme(serving: Serving, { origin, port }: Door, dataFolder: string): void {
	Object.assign(process.env, adapterSettings, {
		HOST: serving.host,
		PORT: String(port),
		NAIK_KELAS_DATA: dataFolder,
	});
	if (serving.isRoom) Object.assign(process.env, { APP_ORIGIN: origin.origin, NAIK_KELAS_LAN: '1' });
}

async function prepareDatabase(dataFolder: string, { setReason }: Door): Promise<void> {
	setReason('starting the database');
	if (!process.env.DATABASE_URL) {
		say(`starting the database in ${dataFolder} ...`);
		process.env.DATABASE_URL = (await ensurePostgres(dataFolder)).ownerUrl;
	}
	const url = process.env.DATABASE_URL;
	const client = await reach(url);
	await checkServer(client).finally(() => client.end());
	setReason('bringing the tables up to date');
	const applied = await migrate(url);
	if (applied.length > 0) say(`tables are up to date (${applied.length} migrations).`);
	const { proveAppRole, closeDatabases } = await import('../src/server/db.ts');
	await proveAppRole('programme').finally(closeDatabases);
}

/** A server that starts at the same time as we do gets a while. */
async function reach(url: string): Promise<pg.Client> {
	const deadline = Date.now() + REACHED_WITHIN_MS;
	for (let hasSaid = false; ; hasSaid = true) {
		const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
		try {
			await client.connect();
			return client;
		} catch (problem) {
			const why = problem instanceof Error ? problem.message : String(problem);
			if (Date.now() > deadline)
				throw new Error(`The database of DATABASE_URL is not reached: ${why}`, { cause: problem });
			if (!hasSaid) say(`waiting for the database of DATABASE_URL (${why}) ...`);
			await pause(500);
		}
	}
}

async function announce(serving: Serving, { origin, port }: Door, dataFolder: string): Promise<void> {
	const code = await codeOfFirstRun(dataFolder);
	if (code) say(`kode untuk memulai / code for the first run: ${code}`);
	if (serving.isRoom) {
		console.log(renderUnicodeCompact(origin.href, { border: 2 }));
		say('the phone warns once, because the certificate was made just now for this room.');
	}
	announceAddress(origin.origin);
	process.send?.({ url: origin.origin, port, firstRunCode: code });
}

function announceAddress(origin: string): void {
	say(`siap / ready: ${origin}`);
}

/** Only an empty programme has one. */
async function codeOfFirstRun(dataFolder: string): Promise<string | null> {
	const { firstRunCode, programmeExists } = await import('../src/people/server/first-run.ts');
	const { closeDatabases } = await import('../src/server/db.ts');
	const exists = await programmeExists().finally(closeDatabases);
	return exists ? null : firstRunCode(dataFolder);
}

async function leave(code: number): Promise<void> {
	isLeaving = true;
	process.exitCode = code;
	if (door) say('stopping ...');
	await door?.close();
	await programmeLetsGo();
	await stopPostgres(path.resolve(projectFolder, process.env.NAIK_KELAS_DATA || 'data'));
	process.exit();
}

/** The built programme hears that it ends, and nothing keeps the process once its jobs and connections are closed. */
async function programmeLetsGo(): Promise<void> {
	const isDone = once(process, 'beforeExit');
	process.emit('sveltekit:shutdown' as 'exit', 0); // adapter-node's own word for it
	if (process.connected) process.disconnect();
	await Promise.race([isDone, pause(LETS_GO_WITHIN_MS, undefined, { ref: false })]);
}
