// npm test: every test of the programme, in three kinds. Its last line is always `N passed, N failed`.
// Names of kinds run only those: npm test -- unit database
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from './browser.ts';
import { ensureBuild } from './build.ts';
import { projectFolder } from './ensure-deps.mjs';

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** One kind of test: how it is run so that its report lands in `report`, and how that report is counted. */
type Kind = {
	readonly name: string;
	command(report: string): { words: string[]; env?: Record<string, string> };
	count(report: string): Counts;
};

const vitest = (name: string): Kind => ({
	name,
	command: (report) => ({
		words: [
			...['node_modules/vitest/vitest.mjs', 'run', '--project', name],
			...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
		],
	}),
	count(report) {
		const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }: VitestReport =
			JSON.parse(report);
		const unread = testResults.filter(
			({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
		);
		return {
			passed: numPassedTests,
			failed: numFailedTests + unread.length,
			skipped: numPendingTests + numTodoTests,
		};
	},
});

type VitestReport = {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
	readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

const browser: Kind = {
	name: 'browser',
	command: (report) => ({
		words: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
	}),
	count(report) {
		const { stats, errors }: PlaywrightReport = JSON.parse(report);
		return {
			passed: stats.expected,
			failed: stats.unexpected + stats.flaky + errors.length,
			skipped: stats.skipped,
		};
	},
};

type PlaywrightReport = {
	readonly stats: {
		readonly expected: number;
		readonly unexpected: number;
		readonly flaky: number;
		readonly skipped: number;
	};
	readonly errors: readonly unknown[];
};

const KINDS = [vitest('unit'), vitest('database'), browser];

type Outcome = {
	readonly name: string;
	readonly passed: number;
	readonly failed: number;
	readonly seconds: number;
};

/** A kind that ran no test, skipped one, or ended badly without saying which test failed, counts as a failure. */
async function runKind({ name, command, count }: Kind): Promise<Outcome> {
	console.log(`\nnaik-kelas: ${name} tests ...`);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'naik-kelas-test-'));
	const report = path.join(folder, 'report.json');
	const begun = performance.now();
	const { words, env } = command(report);
	const code = await run(words, env);
	const counts = fs.existsSync(report)
		? count(fs.readFileSync(report, 'utf8'))
		: { passed: 0, failed: 0, skipped: 0 };
	fs.rmSync(folder, { recursive: true });
	const seconds = Math.round((performance.now() - begun) / 1000);
	if (counts.skipped > 0)
		console.log(`naik-kelas: ${counts.skipped} ${name} tests were skipped; that counts as failed.`);
	const failed = counts.failed + counts.skipped;
	const endedBadly = failed === 0 && (code !== 0 || counts.passed === 0);
	if (endedBadly) console.log(`naik-kelas: the ${name} tests did not run to their end.`);
	return { name, passed: counts.passed, failed: endedBadly ? 1 : failed, seconds };
}

function run(words: string[], env: Record<string, string> = {}): Promise<number | null> {
	const child = spawn(process.execPath, words, {
		cwd: projectFolder,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	return new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
}

/** What every run needs: a browser that starts, and the pages that it opens. */
async function prepare(): Promise<void> {
	console.log('naik-kelas: looking whether the browser starts ...');
	await (await launchBrowser()).close();
	await ensureBuild((sentence) => console.log(`naik-kelas: ${sentence}`));
}

function chosenKinds(names: readonly string[]): Kind[] {
	const unknown = names.find((name) => !KINDS.some((kind) => kind.name === name));
	if (unknown) throw new Error(`There are unit, database and browser tests, none called ${unknown}.`);
	return names.length === 0 ? KINDS : KINDS.filter(({ name }) => names.includes(name));
}

const outcomes: Outcome[] = [];
try {
	const kinds = chosenKinds(process.argv.slice(2));
	await prepare();
	for (const kind of kinds) outcomes.push(await runKind(kind));
} catch (problem) {
	console.log(`naik-kelas: ${problem instanceof Error ? problem.message : String(problem)}`);
	outcomes.push({ name: 'preparation', passed: 0, failed: 1, seconds: 0 });
}

console.log();
for (const { name, passed, failed, seconds } of outcomes)
	console.log(`${name}: ${passed + failed} tests in ${seconds} s${failed > 0 ? `, ${failed} failed` : ''}`);
const total = (key: 'passed' | 'failed') => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
