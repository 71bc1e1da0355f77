import pg from 'pg';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../lib/result.ts';
import { asViewer } from '../../server/db.ts';
import { type TestProgramme, startProgramme } from '../../../tests/database/programme.ts';
import { command } from '../command.ts';
import * as field from '../input.ts';
import { type Role, kindOf } from '../roles.ts';
import { type Viewer, systemViewer } from '../viewer.ts';
import { addOrganisation, addPerson } from './accounts.ts';
import { type ChainHead, auditReport, verifyAudit } from './audit.ts';
import { addPartner } from './commands.ts';
import { makeToken } from './token-commands.ts';
import { viewerOf } from './viewers.ts';

const ENTRIES_OF_OFFICE = 40;

/** Makes somebody by a command, as everything must be: what no entry names is a fault. */
const addAnybody = command({
	name: 'shelf.add-anybody',
	roles: 'none',
	doors: [],
	input: v.object({ role: field.role, organisationId: field.optional(field.id) }),
	async run({ role, organisationId: given }, { tx, id, now }) {
		const organisationId = given ?? (await addOrganisation(tx, { kind: kindOf(role), name: `CONTOH ${id}` }));
		const person = { organisationId, name: 'CONTOH', email: `${id}@example.id`, phone: null };
		return ok({ personId: await addPerson(tx, { ...person, roles: [role], password: null }, now) });
	},
});

let programme: TestProgramme;
let owner: pg.Client;
let administrator: Viewer;
let heads: readonly ChainHead[];
beforeAll(async () => {
	programme = await startProgramme();
	owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
	await owner.connect();
	administrator = await anybody('administrator');
	const makers = [await anybody('producer'), await anybody('retailer-buyer')];
	for (let i = 0; i < ENTRIES_OF_OFFICE; i++)
		await programme.done(addPartner, administrator, { kind: 'retailer', name: `CONTOH Ritel ${i}` });
	for (const maker of [...makers, ...makers, ...makers])
		await programme.done(makeToken, maker, { name: 'CONTOH', days: 1, roles: [...maker.roles] });
	heads = (await verify([])).heads;
});
afterAll(async () => {
	await owner.end();
	await programme.stop();
});

async function anybody(role: Role, organisationId: string | null = null): Promise<Viewer> {
	const input = { role, organisationId };
	const { personId } = await programme.done(addAnybody, systemViewer('programme'), input);
	const viewer = await viewerOf('programme', personId);
	if (!viewer) throw new Error('the person just made is not there');
	return viewer;
}

const verify = (known: readonly ChainHead[]) => verifyAudit(process.env.DATABASE_URL ?? '', known);

test('the untouched record is whole, with a chain for each organisation that acted and one for the server', async () => {
	const report = await verify(heads);
	expect(report).toMatchObject({ broken: [], entries: ENTRIES_OF_OFFICE + 3 + 6, chains: 4 });
});

type Entry = { id: string; position: number; organisation: string };

/** What somebody with the database in his hands could do; each is given an entry in the middle of the office's chain. */
const tampering: Readonly<Record<string, (client: pg.ClientBase, entry: Entry) => Promise<unknown>>> = {
	'another result': (client, { id }) =>
		client.query(`update audit_entry set result = '{"organisationId": "forged"}' where id = $1`, [id]),
	'another author': (client, { id }) =>
		client.query(`update audit_entry set person_id = gen_random_uuid() where id = $1`, [id]),
	'another moment': (client, { id }) =>
		client.query(`update audit_entry set at = at + interval '1 microsecond' where id = $1`, [id]),
	'an entry taken out': (client, { id }) => client.query('delete from audit_entry where id = $1', [id]),
	'an entry taken out and the gap closed': async (client, { id, position, organisation }) => {
		await client.query('delete from audit_entry where id = $1', [id]);
		await client.query(
			'update audit_entry set position = -position where organisation_id = $1 and position > $2',
			[organisation, position],
		);
		await client.query('update audit_entry set position = -position - 1 where position < 0');
	},
	'two entries in another order': async (client, { id, position, organisation }) => {
		await client.query('update audit_entry set position = -1 where id = $1', [id]);
		await client.query(
			'update audit_entry set position = $2 where organisation_id = $1 and position = $2 + 1',
			[organisation, position],
		);
		await client.query('update audit_entry set position = $2 where id = $1', [id, position + 1]);
	},
	'another value in what changed': (client, { id }) =>
		client.query(
			`update audit_change set after = after || '{"name": "CONTOH Palsu"}' where command_id = $1`,
			[id],
		),
	'what changed taken out': (client, { id }) =>
		client.query('delete from audit_change where command_id = $1', [id]),
	'a change put under an entry': (client, { id }) =>
		client.query(
			`insert into audit_change (command_id, table_name, row_key, after) values ($1, 'person', '1', '{}')`,
			[id],
		),
	'a change that no entry names': (client) =>
		client.query(
			`insert into audit_change (command_id, table_name, row_key, after) values (gen_random_uuid(), 'person', '1', '{}')`,
		),
	'the end cut off': (client, { position, organisation }) =>
		client.query('delete from audit_entry where organisation_id = $1 and position >= $2', [
			organisation,
			position,
		]),
	'the end written anew, hashes and all': rewriteFrom,
};

/** The owner of the database can compute our hashes as well as we can. */
async function rewriteFrom(client: pg.ClientBase, { id, position, organisation }: Entry): Promise<void> {
	await client.query(`update audit_entry set result = '"forged"' where id = $1`, [id]);
	for (let i = position; i <= ENTRIES_OF_OFFICE; i++) {
		await client.query(
			'update audit_entry e set hash = audit_hash(e) where organisation_id = $1 and position = $2',
			[organisation, i],
		);
		await client.query(
			`update audit_entry e set previous_hash = before.hash from audit_entry before
			where e.organisation_id = $1 and e.position = $2 + 1
				and before.organisation_id = $1 and before.position = $2`,
			[organisation, i],
		);
	}
}

/** Tampers in a transaction that is taken back, and says how that looked to who verified. */
async function seenAfter(what: string, place: number, known: readonly ChainHead[]): Promise<string[]> {
	await owner.query('begin');
	try {
		for (const table of ['audit_entry', 'audit_change'])
			await owner.query(`alter table ${table} disable trigger user`);
		const { rows } = await owner.query<Entry>(
			`select id, position::int as position, organisation_id::text as organisation from audit_entry
			where command = 'people.add-organisation' and position = $1`,
			[place],
		);
		const [entry] = rows;
		if (!entry) throw new Error(`there is no entry ${place}`);
		await tampering[what]?.(owner, entry);
		return (await auditReport(owner, known)).broken.map(({ reason }) => reason);
	} finally {
		await owner.query('rollback');
	}
}

/** Every second entry of the office's chain, but the last: to change the order takes one more. */
const places = Array.from({ length: ENTRIES_OF_OFFICE / 2 - 1 }, (_, i) => 2 * i + 1);

describe('tampering is found at every place of the chain', () => {
	test.each(Object.keys(tampering))('%s', async (what) => {
		const unseen: number[] = [];
		for (const place of places) if ((await seenAfter(what, place, heads)).length === 0) unseen.push(place);
		expect(unseen).toEqual([]);
	});

	test('only heads noted outside the database tell of an end that was cut off or written anew', async () => {
		for (const what of ['the end cut off', 'the end written anew, hashes and all']) {
			const inside = (await seenAfter(what, 30, [])).filter((reason) => reason !== 'orphaned-change');
			expect([what, inside]).toEqual([what, []]);
			expect([what, await seenAfter(what, 30, heads)]).toEqual([
				what,
				expect.arrayContaining(['tail-missing']),
			]);
		}
	});
});

test('writers at the same moment share one chain without a gap or a fork', async () => {
	const officers: Viewer[] = [];
	for (let i = 0; i < 5; i++) officers.push(await anybody('programme-officer', administrator.organisationId));
	const adding = (viewer: Viewer, i: number) =>
		programme.done(addPartner, viewer, { kind: 'retailer', name: `CONTOH Serentak ${viewer.personId} ${i}` });
	await Promise.all(officers.flatMap((officer) => Array.from({ length: 10 }, (_, i) => adding(officer, i))));
	const positions = await asViewer(systemViewer('programme'), (tx) =>
		tx
			.selectFrom('audit_entry')
			.where('organisation_id', '=', officers[0]?.organisationId ?? '')
			.orderBy('position')
			.select('position')
			.execute(),
	);
	expect(positions.map(({ position }) => position)).toEqual(
		Array.from({ length: ENTRIES_OF_OFFICE + 50 }, (_, i) => i + 1),
	);
	expect((await verify(heads)).broken).toEqual([]);
});
