import type { Command } from '../people/command.ts';
import { curationCommands } from '../journey/1-registry/curation/server/commands.ts';
import { registryCommands } from '../journey/1-registry/server/commands.ts';
import { readinessCommands } from '../journey/2-readiness/server/commands.ts';
import { marketTestCommands } from '../journey/7-market-test/server/commands.ts';
import { decideCall } from '../journey/server/decide-call.ts';
import { peopleCommands } from '../people/server/commands.ts';
import { recordFact } from './record-fact.ts';
import { setUp } from './set-up.ts';

const lists: readonly (readonly Command[])[] = [
	peopleCommands,
	[setUp], // takes the place of the command it completes
	registryCommands,
	[recordFact],
	curationCommands,
	[decideCall],
	readinessCommands,
	marketTestCommands,
];

/** Every command of the programme, by name. A room adds its list here; the doors and the tests read only this. */
export const commands: ReadonlyMap<string, Command> = new Map(
	lists.flat().map((command) => [command.name, command]),
);
