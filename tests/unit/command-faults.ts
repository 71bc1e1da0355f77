import { roles } from '#people/roles.ts';
import type { Command } from '#people/command.ts';

/** What a command is held against. */
export type House = {
	/** Commands that some page's action sends. */
	readonly onPages: ReadonlySet<string>;
	readonly inApi: ReadonlySet<string>;
	readonly inTerminal: ReadonlySet<string>;
	/** Commands that need nobody signed in, with the reason. */
	readonly open: Readonly<Record<string, string>>;
	readonly languages: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** JSON Schema of the input. */
	schemaOf(command: Command): Record<string, unknown>;
};

/** Everything that a command lacks to be one: a role, words in every language, a schema, the doors it declares. */
export function commandFaults(command: Command, house: House): string[] {
	return [
		...roleFaults(command, house),
		...wordFaults(command, house),
		...schemaFaults(command, house),
		...doorFaults(command, house),
	].map((fault) => `${command.name} ${fault}`);
}

function roleFaults({ name, roles: allowed }: Command, { open }: House): string[] {
	if (allowed === 'none') return open[name] ? [] : ['needs nobody signed in, and no reason is given'];
	if (name in open) return ['is listed as open to all, but asks for a role'];
	if (allowed.length === 0) return ['has no role'];
	return allowed
		.filter((role) => !roles.includes(role))
		.map((role) => `has a role that nobody holds: ${role}`);
}

function wordFaults({ name }: Command, { languages }: House): string[] {
	return Object.entries(languages)
		.filter(([, texts]) => !texts[`command.${name}`])
		.map(([language]) => `has no words in "${language}"`);
}

function schemaFaults(command: Command, { schemaOf }: House): string[] {
	try {
		const schema = schemaOf(command);
		return schema.type === 'object' || 'anyOf' in schema || 'oneOf' in schema
			? []
			: ['takes something else than an object'];
	} catch (problem) {
		return [`has an input without a JSON Schema: ${String(problem)}`];
	}
}

function doorFaults({ name, doors }: Command, { onPages, inApi, inTerminal }: House): string[] {
	if (doors.length === 0) return ['has no door'];
	const declared = (door: Command['doors'][number], behind: ReadonlySet<string>) => {
		if (doors.includes(door) === behind.has(name)) return [];
		return [
			behind.has(name)
				? `stands behind the door "${door}" without declaring it`
				: `declares the door "${door}", which is not there`,
		];
	};
	return [...declared('page', onPages), ...declared('api', inApi), ...declared('cli', inTerminal)];
}
