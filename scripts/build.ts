// Builds the programme when its sources changed since the last build.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { withLock } from '../src/server/machine-lock.mjs';
import { projectFolder } from './ensure-deps.mjs';

const SOURCES = [
	'src',
	'static',
	'locales',
	'project.inlang/settings.json',
	'vite.config.ts',
	'tsconfig.json',
];
const PACKAGE = ['package.json', 'package-lock.json'];
const MADE_BY_TOOLS = path.join(projectFolder, 'src', 'messages');

const mark = path.join(projectFolder, 'build', '.built');

/** Makes sure that `build/` holds the programme as its sources are now; two processes never build at once. */
export async function ensureBuild(say: (sentence: string) => void): Promise<void> {
	if (isFresh()) return;
	await withLock(
		`build ${fs.realpathSync(projectFolder)}`,
		async () => {
			if (isFresh()) return;
			say('building the pages (some ten seconds) ...');
			const hash = hashOfSources();
			await build();
			fs.writeFileSync(mark, hash);
		},
		{ onWait: (holder) => say(`${holder} is already building the pages, waiting for it ...`) },
	);
}

function isFresh(): boolean {
	return fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === hashOfSources();
}

/** What the pages are made of; tests are not. */
function hashOfSources(): string {
	const hash = createHash('sha256');
	for (const name of [...SOURCES, ...PACKAGE])
		for (const file of filesIn(path.join(projectFolder, name)))
			hash.update(`${path.relative(projectFolder, file)}\0`).update(fs.readFileSync(file));
	return hash.digest('hex');
}

function filesIn(place: string): string[] {
	if (place === MADE_BY_TOOLS || !fs.existsSync(place)) return [];
	if (!fs.statSync(place).isDirectory()) return /\.test\.ts$/.test(place) ? [] : [place];
	const names = fs.readdirSync(place).sort();
	return names.flatMap((name) => filesIn(path.join(place, name)));
}

async function build(): Promise<void> {
	const vite = path.join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
		cwd: projectFolder,
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const endWithUs = () => void child.kill(); // else the next start would build beside it
	process.once('exit', endWithUs);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
	const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
	process.off('exit', endWithUs);
	if (code !== 0) throw new Error(`The pages could not be built:\n${stripVTControlCharacters(output)}`);
}

if (import.meta.main) await ensureBuild((sentence) => console.log(`naik-kelas: ${sentence}`));
