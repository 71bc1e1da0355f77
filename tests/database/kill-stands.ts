// The programme as it is really started, changed through its API by real commands, and killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { layoutOf, postmasterOf } from '#server/postgres-process.ts';
import { ensurePostgres, stopPostgres, temporaryFolder } from '#server/postgres.ts';
import { launchReady, type Launched } from '../browser/launch.ts';
import { withClient } from './clone.ts';
import type { Found, Stand } from './kills.ts';
import { startSecondServer, type SecondServer } from './second-server.ts';

export type Victim = 'programme' | 'database';
export type Place = 'embedded' | 'second server';

export type StandingProgramme = Stand & {
	/** Throws when the chain of the audit is broken. */
	checkAudit(): Promise<void>;
	close(): Promise<void>;
};

/** Starts an empty programme, sets it up and makes a token, all by its own commands. */
export async function standProgramme(place: Place, victim: Victim): Promise<StandingProgramme> {
	const folder = temporaryFolder();
	const server = place === 'embedded' ? embedded(folder) : await startSecondServer();
	const env = { NAIK_KELAS_DATA: folder, ...(server.ownerUrl ? { DATABASE_URL: server.ownerUrl } : {}) };
	let app: Launched | null = null;

	async function close(): Promise<void> {
		await app?.stop();
		await server.remove();
		fs.rmSync(folder, { recursive: true });
	}

	try {
		const { url, port } = (app = await launchReady(env));
		const token = await setUp(env);
		const killProgramme = async () => {
			await app?.stop('SIGKILL');
			app = await launchReady({ ...env, PORT: String(port) });
		};
		return {
			send: (id) => sendChange(url, token, id),
			kill: victim === 'programme' ? killProgramme : () => killDatabase(server),
			isHealthy: () =>
				fetch(new URL('/healthz', url)).then(
					({ status }) => status === 200,
					() => false,
				),
			found: () => server.look(countChanges),
			checkAudit: () => command(env, ['audit', 'verify']).then(() => {}),
			close,
		};
	} catch (problem) {
		await close();
		throw problem;
	}
}

/** The database server of a stand. */
type Server = Pick<SecondServer, 'postmaster' | 'restart' | 'remove'> & {
	readonly ownerUrl: string | null;
	/** Looks at the programme's tables as somebody who sees through row security. */
	look<T>(work: (client: Client) => Promise<T>): Promise<T>;
};

/** The one that the programme brings: it alone starts it again after a kill, and we only join to look. */
function embedded(folder: string): Server {
	return {
		ownerUrl: null,
		postmaster: () => postmasterOf(layoutOf(folder)),
		restart: () => Promise.resolve(),
		remove: () => stopPostgres(folder),
		async look(work) {
			const { ownerUrl } = await ensurePostgres(folder);
			return withClient(ownerUrl, work).finally(() => stopPostgres(folder));
		},
	};
}

const STARTED_WITHIN_MS = 60_000;

/** A connection of a server whose head was killed may still answer, so health alone does not say that it is back. */
async function runningPostmaster(server: Server): Promise<number> {
	const begun = performance.now();
	for (;;) {
		const pid = server.postmaster();
		if (pid !== null) return pid;
		if (performance.now() - begun > STARTED_WITHIN_MS) throw new Error('There is no database to kill.');
		await pause(25);
	}
}

async function killDatabase(server: Server): Promise<void> {
	const pid = await runningPostmaster(server);
	process.kill(pid % 2 === 1 ? pid : -pid, 'SIGKILL'); // sometimes alone, sometimes with all its processes
	await server.restart();
}

/** Making a token is a change that nothing but its id keeps from happening twice. */
async function sendChange(url: string, token: string, id: string): Promise<'done' | 'unsure'> {
	const answer = await fetch(new URL('/api/v1/people.make-token', url), {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify({ id, input: { name: id, days: 1, roles: ['programme-officer'] } }),
		signal: AbortSignal.timeout(15_000),
	}).catch(() => null);
	if (!answer) return 'unsure';
	const said = await answer.text().catch(() => null);
	if (said === null || answer.status >= 500) return 'unsure';
	if (answer.status !== 200) throw new Error(`A change was refused with ${answer.status}: ${said}`);
	return 'done';
}

async function countChanges(client: Client): Promise<Map<string, Found>> {
	const { rows } = await client.query<{ id: string; rows: number; entries: number }>(`
		select id, coalesce(r.n, 0)::int as rows, coalesce(e.n, 0)::int as entries
		from (select name as id, count(*) as n from api_token where name <> '${FIRST_TOKEN}' group by name) r
		full join (select input ->> 'name' as id, count(*) as n from audit_entry
			where command = 'people.make-token' and input ->> 'name' <> '${FIRST_TOKEN}' group by 1) e using (id)`);
	return new Map(rows.map(({ id, ...found }) => [id, found]));
}

const FIRST_TOKEN = 'of the writers';
const person = { contact: 'contoh@example.org', password: 'kemplang-panggang-2026' };

/** @returns a token that may make tokens */
async function setUp(env: Record<string, string>): Promise<string> {
	const names = {
		name: 'CONTOH Program',
		regionName: 'CONTOH',
		officeName: 'CONTOH Dinas',
		personName: 'CONTOH Petugas',
	};
	await command(env, ['admin', 'create', '--input', JSON.stringify({ ...names, ...person })]);
	const input = JSON.stringify({ name: FIRST_TOKEN, days: 1, roles: ['administrator', 'programme-officer'] });
	const said = await command(
		env,
		['people.make-token', '--as', person.contact, '--input', input],
		person.password,
	);
	const { token }: { token: string } = JSON.parse(said);
	return token;
}

async function command(env: Record<string, string>, words: readonly string[], typed = ''): Promise<string> {
	const child = spawn(process.execPath, ['src/cli/main.ts', ...words, '--json'], {
		env: { ...process.env, ...env },
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	child.stdin.end(`${typed}\n`);
	const [said, complaint, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'exit'),
	]);
	if (code !== 0) throw new Error(`naik-kelas ${words[0]} ended with ${code}: ${said}${complaint}`);
	return said;
}
