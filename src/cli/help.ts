import type { Command } from '../people/command.ts';
import { commands } from '../web/commands.ts';
import { say } from '../web/say.ts';
import { programs } from './programs.ts';

/** What `--help --json` prints, and `--help` writes as lines: every verb with who may use it. */
export function helpEntries() {
	const verbs = programs.map(({ name, summary, usage }) => ({
		name,
		summary: say(summary),
		usage,
		roles: 'none' as const,
	}));
	const named = [...commands.values()].filter(isForTerminal).map((command) => ({
		name: command.name === 'programme.set-up' ? 'admin create' : command.name,
		summary: say(`command.${command.name}`),
		usage: `${command.name === 'programme.set-up' ? 'admin create' : command.name} --input JSON | --FIELD VALUE…`,
		roles: command.roles,
	}));
	return [...verbs, ...named];
}

export function isForTerminal(command: Command): boolean {
	return command.doors.includes('cli');
}

export function helpText(): string {
	const lines = helpEntries().map(
		({ name, summary, roles }) =>
			`  ${name.padEnd(30)} ${summary} [${roles === 'none' ? 'none' : roles.join(', ')}]`,
	);
	return [say('cli.usage'), '', ...lines, '', say('cli.options')].join('\n');
}
