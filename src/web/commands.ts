import type { Command } from '../people/command.ts';
import { readinessCommands } from '../journey/2-readiness/server/commands.ts';
import { peopleCommands } from '../people/server/commands.ts';

const lists: readonly (readonly Command[])[] = [peopleCommands, readinessCommands];

/** Every command of the programme, by name. A room adds its list here; the doors and the tests read only this. */
export const commands: ReadonlyMap<string, Command> = new Map(
	lists.flat().map((command) => [command.name, command]),
);
