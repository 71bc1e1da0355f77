// npm run bench:import: a sell-out file of a million lines, one in a hundred bad, through the terminal's own command, beside
// a bare COPY and index of the same clean rows. Every answer is checked against the generator's; it ends badly when one is
// wrong. Other lengths: npm run bench:import -- 10000000
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { addOrganisation, addPerson } from '../src/people/server/accounts.ts';
import { execute } from '../src/people/server/command.ts';
import { makeToken } from '../src/people/server/token-commands.ts';
import { viewerOf } from '../src/people/server/viewers.ts';
import { systemViewer } from '../src/people/viewer.ts';
import { asViewer, closeDatabases } from '../src/server/db.ts';
import { migrate } from '../src/server/migrate.ts';
import { ensurePostgres, stopPostgres, temporaryFolder } from '../src/server/postgres.ts';
import { type Answers, noAnswers, sellOutFile } from '../tests/sell-out-file.ts';
import { sellOutGround } from '../tests/sell-out-ground.ts';

const LINES = Number(process.argv[2] ?? 1_000_000);
const SMALL = 1_000;
const folder = temporaryFolder();
fs.chmodSync(folder, 0o755); // the database reads the clean rows from here
process.env.NAIK_KELAS_DATA = folder;
const { ownerUrl } = await ensurePostgres(folder);
process.env.DATABASE_URL = ownerUrl;
const owner = new pg.Client({ connectionString: ownerUrl });
try {
	await migrate(ownerUrl);
	await owner.connect();
	await bench();
} finally {
	await owner.end();
	await closeDatabases();
	await stopPostgres(folder);
	fs.rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
	const retailerId = await sellOutGround();
	const token = await officersToken();
	const small = await imported(write('small.csv', SMALL, noAnswers()), retailerId, token);
	await undo(small.importId, token);
	const answers = noAnswers();
	const file = write('sell-out.csv', LINES, answers);
	console.log(
		`${count(LINES)} lines, ${count(fs.statSync(file).size / 1e6)} MB, load ${os.loadavg()[0]?.toFixed(1)}`,
	);

	const first = await imported(file, retailerId, token);
	await compare(first.importId, answers);
	const bare = await bareCopy();
	const extra = first.peakMb - small.peakMb;
	console.log(
		`import: ${first.seconds.toFixed(1)} s, ${(first.seconds / bare).toFixed(1)} times a bare COPY and index (${bare.toFixed(1)} s)`,
	);
	console.log(
		`memory: ${extra.toFixed(0)} MB more than for ${count(SMALL)} lines (${small.peakMb.toFixed(0)} MB)`,
	);

	const again = await imported(file, retailerId, token);
	expect('the same file again adds nothing', [again.created, again.changed], [0, 0]);
	console.log(
		`the same file again: ${again.seconds.toFixed(1)} s, ${again.created} added, ${again.changed} changed`,
	);
	await undo(again.importId, token);
	const undone = await undo(first.importId, token);
	expect('undone, nothing is left', await sales(), { lines: 0, units: 0, amountIdr: 0 });
	console.log(`undo: ${undone.toFixed(1)} s`);
	console.log(`load ${os.loadavg()[0]?.toFixed(1)}`);
}

function count(n: number): string {
	return Math.round(n).toLocaleString('en');
}

function expect(what: string, found: unknown, wanted: unknown): void {
	if (JSON.stringify(found) === JSON.stringify(wanted)) return;
	console.log(`WRONG: ${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
	process.exitCode = 1;
}

function write(name: string, lines: number, answers: Answers): string {
	const file = path.join(folder, name);
	const handle = fs.openSync(file, 'w');
	for (const text of sellOutFile(lines, answers)) fs.writeSync(handle, text);
	fs.closeSync(handle);
	return file;
}

async function officersToken(): Promise<string> {
	const now = new Date();
	const personId = await asViewer(
		systemViewer('programme'),
		async (tx) => {
			const organisationId = await addOrganisation(tx, { kind: 'office', name: 'CONTOH Dinas' });
			const contact = { email: 'contoh@example.id', phone: null, password: null };
			return addPerson(
				tx,
				{ organisationId, name: 'CONTOH Petugas', roles: ['programme-officer'], ...contact },
				now,
			);
		},
		randomUUID(),
	);
	const viewer = await viewerOf('programme', personId);
	if (!viewer) throw new Error('the officer just made is not there');
	const input = { name: 'bench', days: 1, roles: ['programme-officer'] };
	const made = await execute(makeToken, { id: randomUUID(), input, viewer, via: 'cli', address: null, now });
	return made.revealed?.token ?? '';
}

type Imported = { importId: string; created: number; changed: number; seconds: number; peakMb: number };

async function imported(file: string, retailerId: string, token: string): Promise<Imported> {
	const words = ['import', 'sell-out', file, '--for', retailerId, '--save', '--json'];
	const { output, seconds, peakMb } = await terminal(words, token);
	return { ...JSON.parse(output), seconds, peakMb };
}

async function undo(importId: string, token: string): Promise<number> {
	return (await terminal(['market-test.undo-sales', '--importId', importId, '--json'], token)).seconds;
}

/** The terminal's own command in a process of its own, with the most memory it ever held. */
async function terminal(words: readonly string[], token: string) {
	const begun = performance.now();
	const child = spawn(process.execPath, ['src/cli/main.ts', ...words], {
		env: { ...process.env, NAIK_KELAS_TOKEN: token },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let output = '';
	let peakMb = 0;
	child.stdout.on('data', (part) => (output += part));
	const watch = setInterval(() => (peakMb = Math.max(peakMb, peakOf(child.pid))), 50);
	const [code] = await once(child, 'close');
	clearInterval(watch);
	if (code !== 0) throw new Error(`naik-kelas ${words[0]} ended with ${code}: ${output}`);
	return { output, seconds: (performance.now() - begun) / 1000, peakMb };
}

function peakOf(pid: number | undefined): number {
	const status = fs.existsSync(`/proc/${pid}/status`) ? fs.readFileSync(`/proc/${pid}/status`, 'utf8') : '';
	return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

async function sales() {
	const { rows } = await owner.query(
		'select count(*)::int as lines, coalesce(sum(units), 0)::float8 as units, coalesce(sum(amount_idr), 0)::float8 as "amountIdr" from sale',
	);
	return rows[0];
}

async function compare(importId: string, { good, bad }: Answers): Promise<void> {
	expect('what is stored', await sales(), good);
	const { rows } = await owner.query(
		`select line, column_name as "column", coalesce(value, '') as value, code from import_finding where import_id = $1 order by line`,
		[importId],
	);
	expect('bad lines found', rows.length, bad.length);
	const wrong = rows.findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(bad[i]));
	if (wrong >= 0) expect(`bad line ${wrong + 1}`, rows[wrong], bad[wrong]);
}

/** The least a database can do with the same rows: COPY them into a bare table, then build its index. */
async function bareCopy(): Promise<number> {
	const file = path.join(folder, 'clean.csv');
	fs.writeFileSync(file, '', { mode: 0o666 });
	fs.chmodSync(file, 0o666);
	await owner.query(`copy (select * from sale) to '${file}'`);
	await owner.query('create table bare as select * from sale with no data');
	const begun = performance.now();
	await owner.query(`copy bare from '${file}'`);
	await owner.query('create unique index on bare (product_id, day, store_id)');
	return (performance.now() - begun) / 1000;
}
