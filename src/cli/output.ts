import type { Problem } from '../lib/result.ts';
import { explain } from '../web/say.ts';

/** Prints what was done: one JSON document, or lines for a person. */
export function print(value: unknown, asJson: boolean): void {
	process.stdout.write(asJson ? `${JSON.stringify(value, null, '\t')}\n` : `${asLines(value)}\n`);
}

/** Says why nothing was done, and leaves the mark of failure. */
export function printProblem(what: Problem, asJson: boolean): void {
	const { message, fields } = explain(what);
	process.exitCode = 1;
	if (asJson) return print({ problem: what.code, message, fields, params: what.params }, true);
	process.stderr.write(`${message}\n`);
	for (const [field, words] of Object.entries(fields)) process.stderr.write(`  --${field}: ${words}\n`);
}

function asLines(value: unknown): string {
	if (value === null || typeof value !== 'object') return String(value);
	return Object.entries(value)
		.map(
			([name, part]) =>
				`${name}: ${typeof part === 'object' && part !== null ? JSON.stringify(part) : String(part)}`,
		)
		.join('\n');
}
