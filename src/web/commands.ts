import type { Command } from '../people/command.ts';
import { peopleCommands } from '../people/server/commands.ts';

/** Every command of the programme, by name. A room adds its list here; the doors and the tests read only this. */
// A command's input type is its own affair: whoever goes through this list hands in what he was given, unparsed.
const lists: readonly (readonly Command<never, unknown>[])[] = [peopleCommands as readonly Command<never, unknown>[]];

export const commands: ReadonlyMap<string, Command<never, unknown>> = new Map(
	lists.flat().map((command) => [command.name, command]),
);
