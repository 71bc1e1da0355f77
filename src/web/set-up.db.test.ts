import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#people/server/command.ts';
import { theProgramme } from '#people/server/queries.ts';
import { systemViewer } from '#people/viewer.ts';
import { areaCounts } from '#registry/server/areas.ts';
import { asViewer } from '#server/db.ts';
import { type TestProgramme, startProgramme } from '../../tests/database/programme.ts';
import { setUp } from './set-up.ts';

let programme: TestProgramme;
beforeAll(async () => {
	programme = await startProgramme();
});
afterAll(() => programme.stop());

const begin = () =>
	execute(setUp, {
		id: randomUUID(),
		input: {
			name: 'CONTOH Naik Kelas',
			regionName: 'ogan komering ilir',
			officeName: 'CONTOH Dinas',
			personName: 'CONTOH Sari',
			contact: 'sari@example.id',
			password: 'empat ikan di sungai besar',
		},
		viewer: systemViewer('programme'),
		via: 'page',
		address: null,
		now: programme.now,
	});

test('a new programme knows its districts and villages, and finds its own region by name', async () => {
	expect(await begin()).toMatchObject({ ok: true });
	const known = await asViewer(systemViewer('programme'), async (tx) => ({
		areas: await areaCounts(tx),
		programme: await theProgramme(tx),
	}));
	expect(known).toMatchObject({
		areas: { districts: 18, villages: 327 },
		programme: { region_code: '16.02' },
	});
	expect(await begin()).toMatchObject({ ok: false, code: 'programme.exists' });
});
