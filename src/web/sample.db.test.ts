import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, theProgramme } from '#people/server/queries.ts';
import { sampleVisit, viewerOfSample } from '#people/server/sample-visit.ts';
import { verifyAudit } from '#people/server/audit.ts';
import { roles } from '#people/roles.ts';
import { systemViewer } from '#people/viewer.ts';
import { asViewer, closeDatabases, ownerUrl } from '#server/db.ts';
import { withClient } from '../../tests/database/clone.ts';
import { type TestProgramme, startProgramme } from '../../tests/database/programme.ts';
import { ensureSample, sampleExists } from './sample.ts';

const inSample = systemViewer('sample');

let programme: TestProgramme;
beforeAll(async () => {
	programme = await startProgramme();
	await dropSample();
});
afterAll(async () => {
	await closeDatabases();
	await dropSample();
	await programme.stop();
});

/** It has one name on a server, whatever programme it stands beside. */
function dropSample(): Promise<unknown> {
	const name = new URL(ownerUrl('sample')).pathname.slice(1);
	return withClient(ownerUrl('programme'), (client) =>
		client.query(`drop database if exists ${name} with (force)`),
	);
}

test('the sample stands beside the programme, is marked, and made again it stays the same', async () => {
	expect(await sampleExists()).toBe(false);
	expect(await viewerOfSample(sampleVisit('019b0000-0000-7000-8000-000000000000'))).toBeNull();
	await Promise.all([ensureSample(), ensureSample()]);
	expect(await sampleExists()).toBe(true);
	expect(await asViewer(inSample, theProgramme)).toMatchObject({ is_sample: true });
	expect(await asViewer(systemViewer('programme'), theProgramme)).toBeNull();

	const before = await verifyAudit(ownerUrl('sample'), []);
	await ensureSample();
	expect(await verifyAudit(ownerUrl('sample'), before.heads)).toEqual(before);
	expect(before.broken).toEqual([]);
});

test('every role has somebody to look as, all of them invented, none with a password', async () => {
	const { rows } = await asViewer(inSample, (tx) => people(tx));
	expect(roles.filter((role) => !rows.some((person) => person.roles.includes(role)))).toEqual([]);
	expect(rows.filter(({ name }) => !name.startsWith('CONTOH '))).toEqual([]);
	const accounts = await asViewer(inSample, (tx) => tx.selectFrom('auth.account').select('id').execute());
	expect(accounts).toEqual([]);
});

test('a visit is of the one person its cookie was made for', async () => {
	const { rows } = await asViewer(inSample, (tx) => people(tx));
	const [one, other] = rows;
	const cookie = sampleVisit(one?.id ?? '');
	expect(await viewerOfSample(cookie)).toMatchObject({ database: 'sample', name: one?.name });
	expect(await viewerOfSample(cookie.replace(one?.id ?? '', other?.id ?? ''))).toBeNull();
});
