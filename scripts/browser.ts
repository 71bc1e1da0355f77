// The browser of the tests and the screenshots. It travels inside a dev dependency, so a machine with only Node and
// npm has one; CHROMIUM_PATH names another (needed on macOS, Windows and arm64).
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

/** Our own arguments: the package's list switches off web security and splits no processes, so tests would prove nothing. */
export const browserArguments = [
	'--headless=shell',
	'--no-sandbox', // the carried binary has no sandbox helper; it only ever opens our own loopback pages
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--font-render-hinting=none',
	'--use-gl=angle',
	'--use-angle=swiftshader',
];

/** Starts the browser, or throws one sentence that says why it cannot start. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
	const executablePath = await browserPath();
	try {
		return await chromium.launch({ executablePath, args: browserArguments });
	} catch (cause) {
		throw new Error(`The browser at ${executablePath} does not start.`, { cause });
	}
}

/** Path of a browser that was seen to start: CHROMIUM_PATH, or the carried one, unpacked once for each user. */
export async function browserPath(): Promise<string> {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		const complaint = complaintOf(named);
		if (complaint) throw new Error(`The browser named by CHROMIUM_PATH does not start: ${complaint}`);
		return named;
	}
	if (process.platform !== 'linux' || process.arch !== 'x64')
		throw new Error('Only Linux x64 has a browser on board: let CHROMIUM_PATH name a Chromium or Chrome.');
	const folder = await unpackedBrowser();
	const start = join(folder, 'start');
	const complaint = complaintOf(start);
	if (complaint) throw new Error(`The browser in ${folder} does not start: ${complaint}`);
	return start;
}

/** Unpacks beside the final place and renames: a killed or second process never leaves half a browser behind. */
async function unpackedBrowser(): Promise<string> {
	const home = await ownFolder();
	const packed = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')));
	const { version } = JSON.parse(await readFile(join(packed, '../package.json'), 'utf8'));
	const folder = join(home, version);
	if (existsSync(folder)) return folder;

	const draft = await mkdtemp(join(home, 'draft-'));
	await unpack(packed, draft);
	await writeStartScript(draft);
	await rename(draft, folder).catch(async (problem: NodeJS.ErrnoException) => {
		await rm(draft, { recursive: true });
		if (problem.code !== 'ENOTEMPTY' && problem.code !== 'EEXIST') throw problem; // else another process was first
	});
	return folder;
}

/** A folder of this user alone: the binary is executed, so nobody else may have put it there. */
async function ownFolder(): Promise<string> {
	const user = process.getuid?.() ?? 0;
	const folder = join(tmpdir(), `naik-kelas-browser-${user}`);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	if ((await stat(folder)).uid !== user) throw new Error(`The folder ${folder} belongs to somebody else.`);
	return folder;
}

/** The package unpacks to the temporary folder of the process, whatever it is told. */
async function unpack(packed: string, folder: string): Promise<void> {
	const { inflate } = await import('@sparticuz/chromium');
	const before = process.env.TMPDIR;
	process.env.TMPDIR = folder;
	try {
		for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
			await inflate(join(packed, part));
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
	}
}

/** The carried libraries and fonts serve only where the system has none. */
async function writeStartScript(folder: string): Promise<void> {
	const script = `#!/bin/sh
here=$(dirname "$0")
"$here/chromium" --version >/dev/null 2>&1 || export LD_LIBRARY_PATH="$here/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;
	await writeFile(join(folder, 'start'), script, { mode: 0o700 });
}

/** What the browser says when it cannot even print its version; nothing when it can. */
function complaintOf(path: string): string | undefined {
	const run = spawnSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 20_000 });
	if (run.status === 0) return undefined;
	return (run.error?.message ?? run.stderr.trim().split('\n')[0]) || 'it ends without a word.';
}
