import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { type TestProgramme, startProgramme } from '../../../../tests/database/programme.ts';
import { sendFile, upload } from '../../../../tests/database/send-file.ts';
import { loadAreasCommand } from './areas.ts';
import { commitProducers } from './commit-producers.ts';
import { commitStores } from './commit-stores.ts';
import { startImport } from './import-commands.ts';
import { importOf, imports } from './imports.ts';
import { producers, stores } from './queries.ts';

let programme: TestProgramme;
let officer: Viewer;

beforeAll(async () => {
	programme = await startProgramme();
	await programme.done(loadAreasCommand, await programme.person('administrator'), {});
	officer = await programme.person('programme-officer');
});
afterAll(() => programme.stop());

const list =
	'Kode Toko;Nama Toko;Format;Kecamatan;Lat;Long\nCTH-001;CONTOH Toko Satu;minimarket;Kayu Agung;-3.39;104.83\n';

test('a retailer brings in its own stores, and the same file again adds none', async () => {
	const buyer = await programme.person('retailer-buyer');
	const first = await sendFile(programme, buyer, list, { kind: 'store-list' });
	expect((await programme.done(commitStores, buyer, { importId: first })).counts).toMatchObject({
		created: 1,
	});
	const again = await sendFile(programme, buyer, list.replace('Toko Satu', 'Toko Satu Baru'), {
		kind: 'store-list',
	});
	expect((await programme.done(commitStores, buyer, { importId: again })).counts).toMatchObject({
		created: 0,
		changed: 1,
	});
	const { lines } = await asViewer(buyer, (tx) => stores(tx));
	expect(lines).toMatchObject([{ code: 'CTH-001', name: 'CONTOH Toko Satu Baru', district: 'Kayu Agung' }]);
	const other = await programme.person('retailer-buyer');
	expect((await asViewer(other, (tx) => stores(tx))).lines).toEqual([]);
	expect(await asViewer(other, (tx) => importOf(tx, first))).toBeNull();
	expect(await asViewer(other, imports)).toEqual([]);
});

test('a retailer brings in no lists of producers', async () => {
	const buyer = await programme.person('retailer-buyer');
	const input = { kind: 'msme-list', sha256: await upload('Nama Usaha\nX\n'), fileName: 'x.csv' };
	expect(await programme.run(startImport, buyer, input)).toMatchObject({ code: 'command.not-permitted' });
});

test('what is no table is refused in one sentence, and nothing is kept of it', async () => {
	const before = await asViewer(officer, imports);
	const input = {
		kind: 'msme-list',
		sha256: await upload('%PDF-1.7 not a table'),
		fileName: 'daftar.xlsx',
	};
	expect(await programme.run(startImport, officer, input)).toMatchObject({ code: 'registry.not-a-table' });
	expect(await programme.run(startImport, officer, { ...input, sha256: '0'.repeat(64) })).toMatchObject({
		code: 'registry.file-unknown',
	});
	expect(await asViewer(officer, imports)).toEqual(before);
});

test('a file of areas that is none is refused', async () => {
	const administrator = await programme.person('administrator');
	const sha256 = await upload('code,kind,name,parent_code,bps_code,other_names\nX,desa,CONTOH,,,\n');
	expect(await programme.run(loadAreasCommand, administrator, { sha256 })).toMatchObject({
		code: 'registry.areas-invalid',
		params: { row: 2 },
	});
});

test('a commit fits its kind', async () => {
	const importId = await sendFile(
		programme,
		officer,
		'Nama Usaha;NIK\nCONTOH Salah Pintu;1602051501859777\n',
	);
	expect(await programme.run(commitStores, officer, { importId })).toMatchObject({
		code: 'registry.other-kind',
	});
	expect(await programme.run(commitProducers, officer, { importId: randomUUID() })).toMatchObject({
		code: 'registry.import-unknown',
	});
	const { lines } = await asViewer(officer, (tx) => producers(tx, { search: 'Salah Pintu' }));
	expect(lines).toEqual([]);
});
