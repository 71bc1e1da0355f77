import { m } from '#messages/messages.js';
import type { ReplicateOptions } from '#server/workers/replicate.ts';
import { option, parseArguments, type Arguments } from '../arguments.ts';
import { analyze } from './analyze.ts';
import { design } from './design.ts';
import { effect } from './effect.ts';
import { count } from './effect-options.ts';
import { report } from './report.ts';
import { schemaOf } from './schemas.ts';
import { select } from './select.ts';

const verbs: Readonly<Record<string, (args: Arguments, running: ReplicateOptions) => Promise<unknown>>> = {
	design,
	select,
	analyze,
	report,
	effect,
};

/**
 * The statistics of a market test without a database: `market-test design|select|analyze|report|effect`. Long work runs
 * in worker threads, tells its progress to a terminal, and ends at Ctrl-C.
 * @throws Error with one sentence when the words or the files are not as they should be
 */
export async function marketTestCommand(given: readonly string[]): Promise<unknown> {
	const args = parseArguments(given);
	const verb = args.words[0] ?? '';
	const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
	if (!run) throw new Error(m['market-test-report.usage']());
	if (option(args, 'schema') !== null) return schemaOf(verb);
	const stop = new AbortController();
	const interrupt = () => stop.abort(new Error(m['market-test-report.cancelled']()));
	process.once('SIGINT', interrupt);
	try {
		const workers = count(args, 'workers', 0, 1);
		return await run(args, {
			...(workers > 0 ? { workers } : {}),
			signal: stop.signal,
			onProgress: process.stderr.isTTY ? showProgress : undefined,
		});
	} finally {
		process.removeListener('SIGINT', interrupt);
	}
}

function showProgress(done: number, of: number): void {
	process.stderr.write(`\r${done}/${of}${done === of ? '\n' : ''}`);
}
