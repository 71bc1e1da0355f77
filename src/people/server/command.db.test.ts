import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok, problem } from '../../lib/result.ts';
import { asViewer } from '../../server/db.ts';
import { type TestProgramme, startProgramme } from '../../../tests/database/programme.ts';
import { command } from '../command.ts';
import * as field from '../input.ts';
import { type Viewer, systemViewer } from '../viewer.ts';
import { addOrganisation } from './accounts.ts';
import { execute } from './command.ts';
import { addPartner } from './commands.ts';
import { setUpProgramme } from './programme-commands.ts';

let programme: TestProgramme;
let administrator: Viewer;
let mentor: Viewer;
beforeAll(async () => {
	programme = await startProgramme();
	administrator = await programme.person('administrator');
	mentor = await programme.person('mentor');
});
afterAll(() => programme.stop());

const begin = (viewer: Viewer, id = randomUUID(), name = 'CONTOH Program') =>
	programme.run(
		setUpProgramme,
		viewer,
		{
			name,
			regionName: 'CONTOH Daerah',
			officeName: 'CONTOH Kantor',
			personName: 'CONTOH Sari',
			contact: `${id}@example.id`,
			password: 'lima ekor kerbau rawa',
		},
		id,
	);

async function organisationsNamed(name: string): Promise<number> {
	const rows = await asViewer(systemViewer('programme'), (tx) =>
		tx.selectFrom('organisation').where('name', '=', name).select('id').execute(),
	);
	return rows.length;
}

test('a programme is set up once, however many press the button at the same moment', async () => {
	const outcomes = await Promise.all(Array.from({ length: 5 }, () => begin(systemViewer('programme'))));
	expect(outcomes.map((outcome) => (outcome.ok ? 'begun' : outcome.code)).sort()).toEqual([
		'begun',
		...Array.from({ length: 4 }, () => 'programme.exists'),
	]);
	expect(await organisationsNamed('CONTOH Kantor')).toBe(1);
	expect(await begin(systemViewer('programme'))).toMatchObject({ ok: false, code: 'programme.exists' });
});

test('who is signed in sets up no programme', async () => {
	expect(await begin(administrator)).toMatchObject({ ok: false, code: 'command.not-permitted' });
});

describe('one id is done once', () => {
	const add = (name: string, id: string, viewer = administrator) =>
		programme.run(addPartner, viewer, { kind: 'retailer', name }, id);

	test('sent twice it answers twice the same', async () => {
		const id = randomUUID();
		const first = await add('CONTOH Ritel A', id);
		const second = await add('CONTOH Ritel A', id);
		expect(first).toMatchObject({ ok: true, replayed: false });
		expect(second).toEqual({ ...first, replayed: true, revealed: undefined });
		expect(await organisationsNamed('CONTOH Ritel A')).toBe(1);
	});

	test('sent five times at once it happens once, and all hear the same', async () => {
		const id = randomUUID();
		const outcomes = await Promise.all(Array.from({ length: 5 }, () => add('CONTOH Ritel B', id)));
		expect(outcomes.filter((outcome) => outcome.ok && !outcome.replayed)).toHaveLength(1);
		expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome.ok && outcome.value))).size).toBe(1);
		expect(await organisationsNamed('CONTOH Ritel B')).toBe(1);
	});

	test('with another content it is a conflict', async () => {
		const id = randomUUID();
		await add('CONTOH Ritel C', id);
		expect(await add('CONTOH Ritel D', id)).toMatchObject({ ok: false, code: 'command.id-reused' });
		expect(await organisationsNamed('CONTOH Ritel D')).toBe(0);
	});

	test('from another person it is a conflict too, and shows nothing of the first', async () => {
		const id = randomUUID();
		await add('CONTOH Ritel E', id);
		const officer = await programme.person('programme-officer');
		const outcome = await add('CONTOH Ritel E2', id, officer);
		expect(outcome).toEqual({ ...problem('command.id-reused'), replayed: false });
	});

	test('what is no id is refused', async () => {
		expect(await add('CONTOH Ritel F', 'first')).toMatchObject({ ok: false, code: 'command.id-invalid' });
	});
});

test('a problem takes back everything the command had done, and leaves no entry', async () => {
	const halfDone = command({
		name: 'shelf.half-done',
		roles: ['administrator'],
		doors: [],
		input: v.object({ name: field.text() }),
		async run({ name }, { tx }) {
			await addOrganisation(tx, { kind: 'retailer', name });
			return problem('people.organisation-unknown');
		},
	});
	const id = randomUUID();
	const outcome = await programme.run(halfDone, administrator, { name: 'CONTOH Setengah' }, id);
	expect(outcome).toMatchObject({ ok: false, code: 'people.organisation-unknown' });
	expect(await organisationsNamed('CONTOH Setengah')).toBe(0);
	const entries = await asViewer(systemViewer('programme'), (tx) =>
		tx.selectFrom('audit_entry').where('id', '=', id).select('id').execute(),
	);
	expect(entries).toEqual([]);
});

test('a command is for the roles it names, and its fields are looked at before it runs', async () => {
	const outcome = await programme.run(addPartner, mentor, { kind: 'retailer', name: 'CONTOH Ritel G' });
	expect(outcome).toMatchObject({ ok: false, code: 'command.not-permitted' });
	expect(await programme.run(addPartner, administrator, { kind: 'producer' })).toEqual({
		...problem('command.input-invalid', {}, { kind: 'input.unknown-choice', name: 'input.missing' }),
		replayed: false,
	});
});

test('the audit keeps who, what, before and after, but neither passwords nor a trace to guess them by', async () => {
	const id = randomUUID();
	const guess = command({
		name: 'shelf.keep-secret',
		roles: ['administrator'],
		doors: [],
		secret: ['password'],
		input: v.object({ name: field.text(), password: field.password }),
		async run({ name }, { tx }) {
			return ok({ organisationId: await addOrganisation(tx, { kind: 'retailer', name }) });
		},
	});
	const input = { name: 'CONTOH Rahasia', password: 'lima ekor kerbau rawa' };
	await execute(guess, {
		id,
		input,
		viewer: administrator,
		via: 'page',
		address: '10.0.0.7',
		now: programme.now,
	});
	const { entry, changes } = await asViewer(systemViewer('programme'), async (tx) => ({
		entry: await tx.selectFrom('audit_entry').where('id', '=', id).selectAll().executeTakeFirstOrThrow(),
		changes: await tx.selectFrom('audit_change').where('command_id', '=', id).selectAll().execute(),
	}));
	expect(entry).toMatchObject({
		command: 'shelf.keep-secret',
		person_id: administrator.personId,
		via: 'page',
		address: '10.0.0.7',
		input: { name: 'CONTOH Rahasia', password: '…' },
	});
	expect(changes).toMatchObject([
		{ table_name: 'organisation', before: null, after: { name: 'CONTOH Rahasia' } },
	]);
	const plainHash = await crypto.subtle.digest(
		'SHA-256',
		new TextEncoder().encode(JSON.stringify({ command: guess.name, input })),
	);
	expect(entry.input_hash.equals(Buffer.from(plainHash))).toBe(false);
});
