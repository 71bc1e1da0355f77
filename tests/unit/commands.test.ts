import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { isForTerminal } from '../../src/cli/help.ts';
import { ok } from '#lib/result.ts';
import { command, type Command } from '#people/command.ts';
import { openCommands } from '#people/exceptions.ts';
import { commands } from '#web/commands.ts';
import { inputSchema } from '#web/openapi.ts';
import { readCatalogues } from '../../scripts/checks/messages.ts';
import { commandFaults, type House } from './command-faults.ts';

type Page = { readonly actions?: Readonly<Record<string, { readonly command?: string }>> };
const pages = import.meta.glob<Page>('/src/routes/**/+page.server.ts', { eager: true });
const api = import.meta.glob<{ POST(event: object): Promise<Response> }>('/src/routes/api/v1/*/+server.ts', {
	eager: true,
});

const actions = Object.values(pages).flatMap((page) => Object.values(page.actions ?? {}));
const languages = readCatalogues();
const house: House = {
	onPages: new Set(actions.flatMap((action) => action.command ?? [])),
	inApi: await commandsOfApi(),
	inTerminal: new Set([...commands.values()].filter(isForTerminal).map(({ name }) => name)),
	open: openCommands,
	languages,
	schemaOf: inputSchema,
};

/** Those that the API does not call unknown to somebody who is not signed in. */
async function commandsOfApi(): Promise<Set<string>> {
	const door = api['/src/routes/api/v1/[command]/+server.ts'];
	const known = [];
	for (const name of commands.keys()) {
		const request = new Request(`http://localhost/api/v1/${name}`, {
			method: 'POST',
			headers: { authorization: 'Bearer x' },
		});
		const answer = await door?.POST({ params: { command: name }, request, locals: { isSignedIn: false } });
		if (answer && answer.status !== 404) known.push(name);
	}
	return new Set(known);
}

test.each([...commands])('%s has its role, its words, its schema and its doors', (_name, declared) => {
	expect(commandFaults(declared, house)).toEqual([]);
});

test('every reason for an open door belongs to a command', () => {
	expect(Object.keys(openCommands).filter((name) => !commands.has(name))).toEqual([]);
});

test('no page sends a command that the programme does not list', () => {
	expect([...house.onPages].filter((name) => !commands.has(name))).toEqual([]);
});

test('field commands wait for the outbox of phones, and are counted until it is there', () => {
	const waiting = [...commands.values()].filter(({ doors }) => doors.includes('later: outbox'));
	expect(waiting.map(({ name }) => name)).toEqual(['registry.record-fact']);
});

describe('a planted command is found', () => {
	const sound = command({
		name: 'shelf.fill',
		roles: ['mentor'],
		doors: ['page', 'api', 'cli'],
		input: v.object({ boxes: v.number() }),
		run: async () => ok(null),
	}) as Command;
	const words = { 'command.shelf.fill': 'Mengisi rak.' };
	const everywhere = new Set(['shelf.fill']);
	const shop: House = {
		onPages: everywhere,
		inApi: everywhere,
		inTerminal: everywhere,
		open: {},
		languages: { id: words, en: words },
		schemaOf: inputSchema,
	};

	test('unless it has everything', () => expect(commandFaults(sound, shop)).toEqual([]));

	test.each<[string, Partial<Command>, Partial<House>, string]>([
		['without a role', { roles: [] }, {}, 'has no role'],
		['open to all without a reason', { roles: 'none' }, {}, 'needs nobody signed in, and no reason is given'],
		[
			'with a reason it does not need',
			{},
			{ open: { 'shelf.fill': 'why' } },
			'is listed as open to all, but asks for a role',
		],
		['without words in one language', {}, { languages: { id: words, en: {} } }, 'has no words in "en"'],
		['without a door', { doors: [] }, {}, 'has no door'],
		['whose page is missing', {}, { onPages: new Set() }, 'declares the door "page", which is not there'],
		['that the API does not know', {}, { inApi: new Set() }, 'declares the door "api", which is not there'],
		[
			'that the terminal does not know',
			{},
			{ inTerminal: new Set() },
			'declares the door "cli", which is not there',
		],
		[
			'behind a page that it does not declare',
			{ doors: ['api', 'cli'] },
			{},
			'stands behind the door "page" without declaring it',
		],
		['whose input is no object', { input: v.string() }, {}, 'takes something else than an object'],
	])('%s', (_what, change, elsewhere, fault) => {
		expect(commandFaults({ ...sound, ...change }, { ...shop, ...elsewhere })).toEqual([
			`shelf.fill ${fault}`,
		]);
	});
});
