import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { commands as allCommands } from '#web/commands.ts';
import { type CommandRow, type RouteRow, WHO, commands, routes } from '../access-matrix.ts';
import { type Fixture, type Side, type Somebody, filledProgramme } from './fixture.ts';
import { addressOf, allRoutes } from './routes.ts';

let fixture: Fixture;

test.beforeAll(async () => {
	fixture = await filledProgramme();
});
test.afterAll(() => fixture?.stop());

const codes = (row: string) => row.trim().split(/\s+/);

/** What one is told: the status, or `sign-in` where one is sent to sign in. */
async function ask(
	path: string,
	who: Somebody | null,
	init: RequestInit = {},
): Promise<{ told: string; text: string }> {
	const response = await fetch(new URL(path, fixture.app.url), {
		...init,
		redirect: 'manual',
		headers: {
			origin: fixture.app.url,
			accept: 'text/html', // as a browser without JavaScript sends a form
			...(who ? { authorization: `Bearer ${who.token}` } : {}),
			...init.headers,
		},
	});
	const toSignIn = response.headers.get('location')?.startsWith('/masuk?lanjut=');
	return { told: toSignIn ? 'sign-in' : String(response.status), text: await response.text() };
}

const send = (name: string, who: Somebody | null, input: unknown) =>
	ask(`/api/v1/${name}`, who, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ id: randomUUID(), input }),
	});

/** Names and numbers of one side that the other must never see. */
const marksOf = (letter: string, side: Side) => [
	...['Usaha', 'Kemplang', 'Ritel'].map((word) => `CONTOH ${word} ${letter}`),
	...[
		side.producer,
		side.product,
		side.retailer,
		side.test,
		side.maker.phone.slice(1),
		side.buyer.phone.slice(1),
	],
];

test.describe('routes', () => {
	for (const { id } of allRoutes())
		test(`${id} opens for those it is for`, async () => {
			const row: RouteRow | undefined = routes[id];
			if (!row) throw new Error(`Say in tests/access-matrix.ts who may open ${id}.`);
			const method = row.method ? { method: row.method } : {};
			const told: Record<string, string> = {};
			const said = new Map<string, string>();
			for (const role of WHO) {
				const answer = await ask(addressOf(id, fixture), fixture.people[role], method);
				told[role] = answer.told;
				said.set(role, answer.text);
			}
			told['signed out'] = (await ask(addressOf(id, fixture), null, method)).told;
			const expected = Object.fromEntries(WHO.map((role, i) => [role, codes(row.own)[i]]));
			expect(told).toEqual({ ...expected, 'signed out': row.out });
			const leaked = ['producer', 'retailer-buyer'].flatMap((role) =>
				marksOf('B', fixture.other)
					.filter((mark) => said.get(role)?.includes(mark))
					.map((mark) => `${role} sees ${mark}`),
			);
			expect(leaked).toEqual([]);
		});

	for (const { id } of allRoutes().filter((route) => route.id.includes('[')))
		test(`${id} of others is not there`, async () => {
			const row: RouteRow | undefined = routes[id];
			if (!row?.other) return expect(['/(public)/undangan/[token]', '/api/v1/[command]']).toContain(id);
			const [maker, buyer] = [fixture.own.maker, fixture.own.buyer];
			const address = addressOf(id, fixture, fixture.other);
			expect([(await ask(address, maker)).told, (await ask(address, buyer)).told]).toEqual(codes(row.other));
		});

	test('every row is of a route', () => {
		const known = new Set(allRoutes().map(({ id }) => id));
		expect(Object.keys(routes).filter((id) => !known.has(id))).toEqual([]);
	});

	test('nobody who is signed out reads a word of the programme on a public page', async () => {
		const marks = [...marksOf('A', fixture.own), ...marksOf('B', fixture.other)];
		for (const { id } of allRoutes().filter((route) => routes[route.id]?.out === '200')) {
			const { text } = await ask(addressOf(id, fixture), null);
			expect({ id, seen: marks.filter((mark) => text.includes(mark)) }).toEqual({ id, seen: [] });
		}
	});

	test('what never was is not there either, and says no more', async () => {
		const never = { ...fixture.other, product: randomUUID(), test: randomUUID(), producer: randomUUID() };
		for (const id of [
			'/(desk)/produk/[product]',
			'/(desk)/tes-pasar/[test]',
			'/api/v1/market-tests/[test]',
		]) {
			const [others, nobodys] = [addressOf(id, fixture, fixture.other), addressOf(id, fixture, never)];
			const [theirs, none] = [await ask(others, fixture.own.maker), await ask(nobodys, fixture.own.maker)];
			const bare = (text: string) => text.replaceAll(/[0-9a-f-]{36}|nonce-\S+/g, '');
			expect(bare(theirs.text)).toBe(bare(none.text));
		}
	});
});

test.describe('commands', () => {
	for (const name of allCommands.keys())
		test(`${name} is for those who may`, async () => {
			const row: CommandRow | undefined = commands[name];
			if (!row) throw new Error(`Say in tests/access-matrix.ts who may run ${name}.`);
			const told: Record<string, string> = {};
			for (const role of WHO) told[role] = (await send(name, fixture.people[role], {})).told;
			told['signed out'] = (await send(name, null, {})).told;
			const expected = Object.fromEntries(WHO.map((role, i) => [role, codes(row.may)[i]]));
			expect(told).toEqual({ ...expected, 'signed out': row.pageOnly ? '404' : '401' });
		});

	for (const [name, { asked }] of Object.entries(commands))
		if (asked)
			test(`${name} on what others own finds nothing`, async () => {
				const people = [fixture.own.maker, fixture.own.buyer];
				const told = async (side: Side) => {
					const answers = [];
					for (const who of people) answers.push((await send(name, who, asked.input(side, fixture))).told);
					return answers;
				};
				expect(await told(fixture.other)).toEqual(codes(asked.other));
				expect(await told(fixture.own)).toEqual(codes(asked.own));
			});

	test('nobody ends the sessions or the keys of somebody else', async () => {
		const { value: tokenId } = { value: await tokenOf(fixture.other.maker) };
		for (const role of WHO)
			expect([role, (await send('people.revoke-token', fixture.people[role], { tokenId })).told]).toEqual([
				role,
				'404',
			]);
	});

	test('every row is of a command', () => {
		expect(Object.keys(commands).filter((name) => !allCommands.has(name))).toEqual([]);
	});
});

async function tokenOf(who: Somebody): Promise<string> {
	const { text } = await send('people.make-token', who, {
		name: 'CONTOH kasir',
		days: 1,
		roles: ['producer'],
	});
	return JSON.parse(text).result.tokenId;
}

type Actions = Readonly<Record<string, { readonly command?: string }>>;

test('no page does for somebody what he may not', async () => {
	for (const { id } of allRoutes()) {
		const file = `src/routes${id === '/' ? '' : id}/+page.server.ts`;
		if (!fs.existsSync(file)) continue;
		const { actions = {} }: { actions?: Actions } = await import(pathToFileURL(file).href);
		for (const [action, { command }] of Object.entries(actions)) {
			const row = command ? commands[command] : undefined;
			if (!row || row.pageOnly) continue;
			const path = `${addressOf(id, fixture)}${action === 'default' ? '' : `?/${action}`}`;
			const form = { method: 'POST', body: new URLSearchParams() };
			const barred = WHO.filter((_, i) => codes(row.may)[i] === '403');
			for (const role of barred)
				expect([path, role, (await ask(path, fixture.people[role], form)).told]).toEqual([path, role, '403']);
			expect([path, (await ask(path, null, form)).told]).toEqual([path, 'sign-in']);
		}
	}
});
