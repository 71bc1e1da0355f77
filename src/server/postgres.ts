// The embedded PostgreSQL: one server for each data folder, shared by every process that asks for it.
// Each process keeps one connection open as long as it needs the server. It shows who is there, so that the last one
// out stops the server, and it notices a server that was killed, which is then started again.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { log } from './log.ts';
import { withLock } from './machine-lock.mjs';
import {
	OWNER,
	dropOutsideSocket,
	dropStaleNote,
	lastWords,
	layoutOf,
	makeDataFolder,
	makeOwnFolder,
	makeRootFolder,
	postmasterOf,
	startServer,
	wayToRun,
	type Layout,
	type Way,
} from './postgres-process.ts';

const PROGRAMME = 'naik_kelas';
const READY_WITHIN_MS = 60_000; // a big database may replay a long log after a kill
const STOPPED_WITHIN_MS = 60_000;

/** Told apart from every other process, also from one that got our number after us. */
const PRESENCE = 'naik-kelas-presence';
const ME = `${PRESENCE}-${process.pid}-${Math.round(performance.timeOrigin)}`;

type Presence = { ready: Promise<pg.Client>; isLeaving: boolean };
const presences = new Map<string, Presence>();

/**
 * Starts the server of this data folder, or joins the one that runs; makes both folder and database if missing.
 * Until `stopPostgres` the server is started again whenever it is killed.
 * @returns the address of the programme's database for its owner
 * @throws Error with one sentence when the server cannot be started
 */
export async function ensurePostgres(dataFolder: string): Promise<{ ownerUrl: string }> {
	const layout = layoutOf(dataFolder);
	const presence = presences.get(layout.root) ?? appear(layout);
	await presence.ready;
	return { ownerUrl: addressOf(layout, PROGRAMME) };
}

function appear(layout: Layout): Presence {
	const presence: Presence = { ready: join(layout), isLeaving: false };
	presences.set(layout.root, presence);
	presence.ready.then(
		(client) => keepWatch(layout, presence, client),
		() => presences.delete(layout.root), // whoever asked is told; the next one tries again
	);
	return presence;
}

/** Leaves the server; the last process out stops it cleanly and waits until it has ended. */
export async function stopPostgres(dataFolder: string): Promise<void> {
	const layout = layoutOf(dataFolder);
	const presence = presences.get(layout.root);
	if (presence) presence.isLeaving = true;
	presences.delete(layout.root);
	const stay = setInterval(() => {}, STOPPED_WITHIN_MS); // our connection would not keep the process until this is done
	try {
		await withLock(lockOf(layout), async () => {
			const client = await presence?.ready.catch(() => null);
			await client?.end();
			if ((await othersPresent(layout)) === 0) await stopServer(layout);
		});
	} finally {
		clearInterval(stay);
	}
}

/** An empty folder that is nobody else's, for a server that is thrown away. The caller removes it. */
export function temporaryFolder(): string {
	return fs.mkdtempSync(path.join(os.tmpdir(), 'naik-kelas-'));
}

/**
 * Makes the database if the server lacks it. Several processes may ask at once.
 * @returns the address of that database on the same server, for the same owner
 */
export async function ensureDatabase(serverUrl: string, name: string): Promise<string> {
	const client = new pg.Client({ connectionString: serverUrl });
	await client.connect();
	try {
		const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
		if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
	} catch (problem) {
		if (!isAlreadyMade(problem)) throw problem;
	} finally {
		await client.end();
	}
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	return url.href;
}

const ALREADY_MADE = ['42P04', '23505']; // duplicate database, or its row inserted at the same moment

function isAlreadyMade(problem: unknown): boolean {
	return problem instanceof pg.DatabaseError && ALREADY_MADE.includes(problem.code ?? '');
}

function lockOf({ root }: Layout): string {
	return `postgres ${root}`;
}

function addressOf({ socket }: Layout, database: string): string {
	return `postgresql://${OWNER}@localhost/${database}?host=${encodeURIComponent(socket)}`;
}

async function connect(layout: Layout): Promise<pg.Client | null> {
	const client = new pg.Client({
		connectionString: addressOf(layout, 'postgres'),
		application_name: ME,
		connectionTimeoutMillis: 5_000,
	});
	client.on('error', () => {}); // its end is seen by 'end'; without a listener it would end the process
	try {
		await client.connect();
		return client;
	} catch {
		return null; // not there, or not ready yet: the caller asks again
	}
}

/** Running is what answers: the server's own note of its process outlives a kill. */
async function join(layout: Layout): Promise<pg.Client> {
	const way = wayToRun(layout);
	makeRootFolder(layout.root, way);
	return withLock(lockOf(layout), async () => {
		makeOwnFolder(layout.socket, way);
		if (!fs.existsSync(path.join(layout.data, 'PG_VERSION'))) await makeDataFolder(layout, way);
		const client = (await connect(layout)) ?? (await start(layout, way));
		const { rowCount } = await client.query('select from pg_database where datname = $1', [PROGRAMME]);
		if (rowCount === 0) await client.query(`create database ${PROGRAMME}`);
		return client;
	});
}

async function start(layout: Layout, way: Way): Promise<pg.Client> {
	const deadline = Date.now() + READY_WITHIN_MS;
	let child = startServer(layout, way);
	while (Date.now() < deadline) {
		await pause(25);
		const client = await connect(layout);
		if (client) return client;
		if (child.exitCode === null && child.signalCode === null) continue;
		await pause(200); // processes of a killed server are still ending
		dropStaleNote(layout);
		child = startServer(layout, way);
	}
	throw new Error(`The database does not start (${layout.log}): ${lastWords(layout)}`);
}

/** The connection does not keep the process alive; its end while we stay means that the server was killed. */
function keepWatch(layout: Layout, presence: Presence, client: pg.Client): void {
	if ('unref' in client && typeof client.unref === 'function') client.unref(); // missing in its types
	client.once('end', () => {
		if (presence.isLeaving) return;
		log('postgres.gone', { folder: layout.root });
		presence.ready = joinAgain(layout, presence);
		void presence.ready.then((next) => keepWatch(layout, presence, next));
	});
}

async function joinAgain(layout: Layout, presence: Presence): Promise<pg.Client> {
	while (!presence.isLeaving) {
		try {
			const client = await join(layout);
			log('postgres.back', { folder: layout.root });
			return client;
		} catch (problem) {
			log('postgres.stays-away', { reason: String(problem) });
			await pause(2_000, undefined, { ref: false });
		}
	}
	throw new Error('The process leaves while the database is away.');
}

async function othersPresent(layout: Layout): Promise<number> {
	const client = await connect(layout);
	if (!client) return 0;
	try {
		const { rows } = await client.query<{ others: string }>(
			'select count(*) as others from pg_stat_activity where application_name like $1 and application_name <> $2',
			[`${PRESENCE}-%`, ME],
		);
		return Number(rows[0]?.others);
	} finally {
		await client.end();
	}
}

/** Asks the server to end what runs and close its files; never by force. */
async function stopServer(layout: Layout): Promise<void> {
	const deadline = Date.now() + STOPPED_WITHIN_MS;
	for (let pid = postmasterOf(layout); pid !== null; pid = postmasterOf(layout)) {
		if (Date.now() > deadline) throw new Error(`The database does not end: ${lastWords(layout)}`);
		process.kill(pid, 'SIGINT');
		await pause(50);
	}
	dropOutsideSocket(layout);
}
