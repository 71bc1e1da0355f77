// Types of everything, components included. Errors planted in tests/cases/planted-type-error must be among those
// found: a type check that silently looks at nothing would find none.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { report } from './report.ts';
import { projectFolder } from './source-files.ts';

type FoundError = {
	readonly type: 'ERROR' | 'WARNING';
	readonly filename: string;
	/** Counted from 0. */
	readonly start: { readonly line: number };
	readonly message: string;
};

const PLANTED = 'tests/cases/planted-type-error';
/** Where the planted errors are: in a module, in a component's script and in its markup. */
const EXPECTED = [`${PLANTED}/planted.ts:2`, `${PLANTED}/Planted.svelte:3`, `${PLANTED}/Planted.svelte:6`];

/** What is wrong beside the planted errors, and each planted error that was not found. */
export function typeFaults(found: readonly FoundError[]): string[] {
	const place = ({ filename, start }: FoundError) => `${filename}:${start.line + 1}`;
	const seen = new Set(found.map(place));
	const missed = EXPECTED.filter((planted) => !seen.has(planted));
	return [
		...missed.map((planted) => `${planted}  the planted error was not found: this check proves nothing`),
		...found
			.filter((error) => !EXPECTED.includes(place(error)))
			.map((error) => `${place(error)}  ${error.message}`),
	];
}

/** @throws Error when the type checker itself fails */
function findTypeErrors(): FoundError[] {
	const tool = path.join(projectFolder, 'node_modules/svelte-check/bin/svelte-check');
	const words = ['--tsconfig', 'tsconfig.check.json', '--output', 'machine-verbose'];
	const { stdout, stderr } = spawnSync(process.execPath, [tool, ...words], {
		cwd: projectFolder,
		encoding: 'utf8',
		maxBuffer: 64_000_000,
	});
	const lines = stdout.split('\n').map((line) => line.replace(/^\d+ /, ''));
	if (!lines.some((line) => line.startsWith('COMPLETED')))
		throw new Error(`svelte-check did not end:\n${stdout}${stderr}`);
	return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}

if (import.meta.main) report(typeFaults(findTypeErrors()));
