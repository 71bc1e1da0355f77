// npm run check: everything that can be known without a browser. Two steps run at a time, each tells its time in one
// line, and what it found only when something is wrong. Names of steps run only those: npm run check -- walls types
import { spawn } from 'node:child_process';
import { projectFolder } from './ensure-deps.mjs';

/** A tool by its file and its words: started by our own Node, whatever PATH says. */
type Step = { readonly name: string; readonly words: readonly string[] };

const own = (name: string, file: string, ...words: string[]): Step => ({
	name,
	words: [`scripts/${file}`, ...words],
});
const tool = (name: string, file: string, ...words: string[]): Step => ({
	name,
	words: [`node_modules/${file}`, ...words],
});

/** Before all others: the types of Kit, which several of them read. */
const first = tool('sync', '@sveltejs/kit/svelte-kit.js', 'sync');

/** The longest first, so that the short ones fill the other processor. */
const steps: readonly Step[] = [
	own('types', 'checks/types.ts'),
	tool('unit', 'vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter=dot'),
	tool('format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
	own('licences', 'checks/licences.ts'),
	own('database-types', 'types-db.ts', '--verify'),
	tool('markup', 'eslint/bin/eslint.js', '--max-warnings=0', 'src/**/*.svelte'),
	tool('unused', 'knip/bin/knip.js', '--no-config-hints'),
	own('walls', 'checks/walls.ts'),
	own('house-rules', 'checks/house-rules.ts'),
	own('messages', 'checks/messages.ts'),
	tool('lint', 'oxlint/bin/oxlint', '--deny-warnings'),
];

type Outcome = { readonly code: number | null; readonly output: string };

function run({ words }: Step): Promise<Outcome> {
	const child = spawn(process.execPath, words, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] });
	const output: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString() }));
	});
}

const failed: string[] = [];

async function take(step: Step): Promise<void> {
	const begun = performance.now();
	const { code, output } = await run(step);
	const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(5);
	console.log(`${code === 0 ? '✓' : '✗'} ${step.name.padEnd(14)} ${seconds} s`);
	if (code === 0) return;
	failed.push(step.name);
	console.log(output.trim().replace(/^/gm, '    '));
}

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !steps.some((step) => step.name === name));
if (unknown) {
	console.error(`There is no step ${unknown}. The steps are ${steps.map(({ name }) => name).join(', ')}.`);
	process.exit(2);
}
const begun = performance.now();
const chosen = asked.length > 0 ? steps.filter(({ name }) => asked.includes(name)) : steps;
const waiting = [...chosen];
const work = async () => {
	for (let step = waiting.shift(); step; step = waiting.shift()) await take(step);
};
await take(first);
await Promise.all([work(), work()]);

const time = `${Math.round((performance.now() - begun) / 1000)} s`;
console.log(
	failed.length === 0
		? `All ${chosen.length} checks passed in ${time}.`
		: `${failed.length} of ${chosen.length} checks failed in ${time}: ${failed.join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
