import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkSellOut, commitSellOut } from '../journey/7-market-test/server/sell-out-commands.ts';
import { startImport } from '../journey/1-registry/server/import-commands.ts';
import { isImportKind } from '../journey/1-registry/import-kinds.ts';
import { type Result, ok, problem } from '../lib/result.ts';
import type { Command } from '../people/command.ts';
import { execute } from '../people/server/command.ts';
import type { Viewer } from '../people/viewer.ts';
import { LARGEST_LONG_TABLE, contentStore } from '../server/files.ts';
import { progressOf } from '../server/progress.ts';
import { say } from '../web/say.ts';
import { type Arguments, option } from './arguments.ts';
import { withDatabase } from './database.ts';
import { identify } from './identify.ts';

/**
 * `import KIND FILE [--for ID] [--save]`: hands a file in as its page does. A long sell-out file is read to its end at
 * once, and stored when `--save` says so; the other kinds are looked through and stored by their own commands.
 */
export async function importFile(args: Arguments): Promise<Result<unknown>> {
	const [, kind = '', file = ''] = args.words;
	if (!isImportKind(kind) || file === '') return problem('cli.import-usage');
	return withDatabase(async () => {
		const who = await identify(args);
		if (!who.ok) return who;
		const stored = await contentStore().put(fs.createReadStream(file), LARGEST_LONG_TABLE);
		if (!stored.ok) return stored;
		const started = await run(startImport, who.value, {
			kind,
			sha256: stored.value.sha256,
			fileName: path.basename(file),
			subjectId: option(args, 'for') ?? undefined,
		});
		if (!started.ok || kind !== 'sell-out') return started;
		const { importId } = started.value;
		const work = option(args, 'save') === null ? checkSellOut : commitSellOut;
		return showingProgress(importId, run(work, who.value, { importId }));
	});
}

async function run<I, O>(command: Command<I, O>, viewer: Viewer, input: unknown): Promise<Result<O>> {
	const call = { id: randomUUID(), input, viewer, via: 'cli', address: null, now: new Date() } as const;
	const outcome = await execute(command, call);
	return outcome.ok ? ok(outcome.value) : outcome;
}

const EVERY_MS = 500;

/** Says on the terminal how far the work is, over and over in one line; nothing where nobody watches. */
async function showingProgress<T>(id: string, work: Promise<T>): Promise<T> {
	if (!process.stderr.isTTY) return work;
	let isDone = false;
	const end = work.finally(() => (isDone = true));
	while (!isDone) {
		const at = progressOf(id);
		if (at)
			process.stderr.write(`\r${say('cli.import-progress', { share: Math.floor((100 * at.done) / at.of) })}`);
		await Promise.race([end, pause(EVERY_MS)]);
	}
	process.stderr.write('\n');
	return end;
}
