import { randomUUID } from 'node:crypto';
import { type Problem, problem } from '../lib/result.ts';
import type { Command } from '../people/command.ts';
import { execute } from '../people/server/command.ts';
import { type Viewer, systemViewer } from '../people/viewer.ts';
import { logFailure } from '../server/log.ts';
import { commands } from '../web/commands.ts';
import { inLocale } from '../web/locale.ts';
import { inputSchema } from '../web/openapi.ts';
import { type Arguments, inputOf, option, parseArguments } from './arguments.ts';
import { withDatabase } from './database.ts';
import { helpEntries, helpText, isForTerminal } from './help.ts';
import { identify } from './identify.ts';
import { print, printProblem } from './output.ts';
import { programs } from './programs.ts';

/** The terminal's door: `npx naik-kelas <command>`. Exits 0 only when what was asked is done. */
async function main(given: readonly string[]): Promise<void> {
	const args = parseArguments(given);
	const asJson = option(args, 'json') !== null;
	const program = programs.find(({ name }) => name.split(' ').every((word, i) => given[i] === word));
	if (args.words.length === 0 || (option(args, 'help') !== null && !program))
		return print(asJson ? helpEntries() : helpText(), asJson);
	if (program) return runProgram(program, args, given.slice(program.name.split(' ').length), asJson);
	const name = args.words.join(' ') === 'admin create' ? 'programme.set-up' : (args.words[0] ?? '');
	const command = commands.get(name);
	if (!command || !isForTerminal(command))
		return printProblem(problem('cli.command-unknown', { name }), asJson);
	if (option(args, 'schema') !== null) return print(inputSchema(command), true);
	await withDatabase(() => runCommand(command, args, asJson));
}

async function runProgram(
	program: (typeof programs)[number],
	args: Arguments,
	rest: readonly string[],
	asJson: boolean,
): Promise<void> {
	if (option(args, 'help') !== null) return print(program.usage, false);
	if (program.schema && option(args, 'schema') !== null) return print(await program.schema(), true);
	const result = await program.run(args, rest);
	if (!result.ok) return printProblem(result, asJson);
	print(result.value, true);
}

async function runCommand(command: Command, args: Arguments, asJson: boolean): Promise<void> {
	const viewer = await viewerFor(command, args);
	if ('ok' in viewer) return printProblem(viewer, asJson);
	const outcome = await execute(command, {
		id: option(args, 'id') ?? randomUUID(),
		input: inputOf(args),
		viewer,
		via: 'cli',
		address: null,
		now: new Date(),
	});
	if (!outcome.ok) return printProblem(outcome, asJson);
	print({ result: outcome.value, replayed: outcome.replayed, ...outcome.revealed }, asJson);
}

async function viewerFor(command: Command, args: Arguments): Promise<Viewer | Problem> {
	if (command.roles === 'none') return systemViewer('programme');
	const who = await identify(args);
	return who.ok ? who.value : who;
}

const given = process.argv.slice(2);
const language = option(parseArguments(given), 'lang') === 'en' ? 'en' : 'id';
await inLocale(language, async () => {
	try {
		await main(given);
	} catch (error) {
		// A sentence for whoever typed it, such as a file that is not there; everything else is a fault of ours.
		const isForReader = error instanceof Error && error.constructor === Error;
		const what = isForReader
			? problem('cli.refused', { reason: error.message })
			: problem('cli.failed', { reference: logFailure('cli.failed', error) });
		printProblem(what, given.includes('--json'));
	}
});
