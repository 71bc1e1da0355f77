import fs from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { sendFile } from '../../../../tests/database/send-file.ts';
import { type TestProgramme, startProgramme } from '../../../../tests/database/programme.ts';
import { loadAreasCommand } from './areas.ts';
import { commitProducers, previewProducers } from './commit-producers.ts';
import { decideImport } from './import-commands.ts';
import { readImport } from './imports.ts';
import { changeProducer } from './producer-commands.ts';
import { producerFacts } from './producer-queries.ts';
import { producers } from './queries.ts';

let programme: TestProgramme;
let officer: Viewer;

async function start(): Promise<void> {
	programme = await startProgramme();
	await programme.done(loadAreasCommand, await programme.person('administrator'), {});
	officer = await programme.person('programme-officer');
}
const stop = () => programme.stop();

const send = (content: string | Uint8Array) => sendFile(programme, officer, content);
const commit = async (importId: string) =>
	(await programme.done(commitProducers, officer, { importId })).counts;
const store = async (content: string | Uint8Array) => commit(await send(content));
const readCase = (name: string, ending = 'csv') =>
	fs.readFileSync(`tests/cases/msme/${name}/input.${ending}`);

/** Current facts by producer's name, each as `[value, cell]`. */
async function dossiers(): Promise<Record<string, Record<string, [unknown, string | null]>>> {
	return asViewer(officer, async (tx) => {
		const found: Record<string, Record<string, [unknown, string | null]>> = {};
		for (const { id, name } of (await producers(tx, { limit: 500 })).lines) {
			const current = (await producerFacts(tx, id)).filter(({ supersededAt }) => supersededAt === null);
			found[name] = Object.fromEntries(current.map(({ key, value, cell }) => [key, [value, cell]]));
		}
		return found;
	});
}
const names = async () => Object.keys(await dossiers());

describe('real lists', () => {
	beforeEach(start);
	afterEach(stop);

	test('a recap of an office: title, two-level header, total and signatures; rows in doubt stay out', async () => {
		const file = readCase('xlsx-title-two-level-header', 'xlsx');
		expect(await store(file)).toMatchObject({ created: 2, changed: 0, left: 0, waiting: 2, rounded: 1 });
		const { 'CONTOH B': b, 'CONTOH C': c, ...others } = await dossiers();
		expect(Object.keys(others)).toEqual([]);
		expect(b).toEqual({
			'producer.ownerName': ['CONTOH B', 'UMKM 2020!B8'],
			'producer.ownerNik': ['1602114506909002', 'UMKM 2020!C8'],
			'producer.villageCode': ['16.02.11.2009', 'UMKM 2020!D8'],
			'producer.districtCode': ['16.02.11', 'UMKM 2020!E8'],
			'producer.birthDate': ['1990-06-05', 'UMKM 2020!F8'],
			'producer.phone': ['+6281200000022', 'UMKM 2020!G8'],
			'producer.monthlySalesIdr': [3_000_000, 'UMKM 2020!H8'],
		});
		expect(c).toMatchObject({
			'producer.monthlySalesIdr': [1_750_001, 'UMKM 2020!H9'],
			'producer.note': ['pindah', 'UMKM 2020!I9'],
		});
		expect(await store(file)).toMatchObject({ created: 0, changed: 0, left: 2, waiting: 2 });
	});

	test('the template of a district: a dash is unknown, and a village letter is no NIB', async () => {
		const file = readCase('template-dash-and-sku');
		expect(await store(file)).toMatchObject({ created: 3, waiting: 0 });
		const all = await dossiers();
		expect(all['KEMPLANG CONTOH SATU']).toEqual({
			'producer.name': ['KEMPLANG CONTOH SATU', 'D2'],
			'producer.ownerName': ['CONTOH SATU', 'C2'],
			'producer.ownerNik': ['1602051501859001', 'A2'],
			'producer.familyCard': ['1602050101109001', 'B2'],
			'producer.phone': ['+6281200000011', 'E2'],
			'producer.districtCode': ['16.02.05', 'F2'],
			'producer.villageCode': ['16.02.05.1001', 'G2'],
			'producer.activity': ['KULINER', 'H2'],
			'producer.foundedYear': [2015, 'I2'],
			'producer.ownCapitalIdr': [5_000_000, 'J2'],
			'producer.borrowedCapitalIdr': [0, 'K2'],
			'producer.yearlySalesIdr': [60_000_000, 'L2'],
			'producer.workers': [2, 'M2'],
			'producer.nib': ['0220001234567', 'N2'],
			'permit.pirtNumber': ['215160201901125', 'O2'],
			'producer.surveyYear': [2020, 'R2'],
		});
		const second = all['TERASI CONTOH DUA'] ?? {};
		expect(second['producer.otherLetter']?.[0]).toBe('090/SKU/180/2020');
		expect(Object.keys(second)).not.toContain('producer.nib');
		expect(Object.keys(second)).not.toContain('producer.borrowedCapitalIdr');
		expect(all['GULA PUAN CONTOH TIGA']?.['permit.halalNumber']?.[0]).toBe('ID16110000000010520');
		expect(await store(file)).toMatchObject({ created: 0, changed: 0, left: 3, waiting: 0 });
	});

	test('a semicolon file with coordinates: points stay in their place, half a point is none', async () => {
		const file = readCase('semicolon-quotes-coordinates');
		expect(await store(file)).toMatchObject({ created: 4, waiting: 1 });
		const all = await dossiers();
		expect(all['Kemplang "Uye"']).toMatchObject({
			'producer.latitude': [-3.3977, 'E2'],
			'producer.longitude': [104.8321, 'F2'],
		});
		expect(all['Sosis Basah ,Kenalkan Bu Contoh']?.['producer.latitude']?.[0]).toBe(-3.39871);
		expect(all['Rumah Terasi\nCabang 2']?.['producer.latitude']?.[0]).toBe(-3.2105);
		expect(all['Pondok Puan']).not.toHaveProperty('producer.latitude');
		expect(all).not.toHaveProperty('Dapur Contoh');
		expect(await store(file)).toMatchObject({ created: 0, changed: 0, left: 4, waiting: 1 });
	});

	test('numbers that a spreadsheet destroyed stay out; those written with marks come in whole', async () => {
		const file = readCase('nik-scientific-excel-id');
		expect(await store(file)).toMatchObject({ created: 5, waiting: 3 });
		const all = await dossiers();
		expect(all['Contoh Enam']?.['producer.ownerNik']?.[0]).toBe('1602130107799006');
		expect(all['Contoh Tujuh']).toMatchObject({
			'producer.ownerNik': ['1602244506889007', 'C5'],
			'producer.phone': ['+6281200000017', 'D5'],
		});
		for (const waiting of ['Contoh Empat', 'Contoh Lima', 'Contoh Sepuluh'])
			expect(all).not.toHaveProperty(waiting);
		expect(await store(file)).toMatchObject({ created: 0, changed: 0, left: 5, waiting: 3 });
	});

	test('a waiting row may be taken without what could not be read, once', async () => {
		await store(readCase('nik-scientific-excel-id'));
		const importId = await send(readCase('nik-scientific-excel-id'));
		await programme.done(decideImport, officer, { importId, 'row.!2': 'readable', 'row.!8': 'nothing' });
		expect(await commit(importId)).toMatchObject({ created: 1, left: 5, waiting: 1, leftOut: 1 });
		expect((await dossiers())['Contoh Empat']).toEqual({ 'producer.ownerName': ['Contoh Empat', 'B2'] });
		expect(await store(readCase('nik-scientific-excel-id'))).toMatchObject({
			created: 0,
			changed: 0,
			left: 6,
		});
		expect(await names()).toHaveLength(6);
	});
});

describe('a list sent again', () => {
	beforeAll(start);
	afterAll(stop);
	const head = 'Nama Usaha;Pemilik;NIK;No HP;Kecamatan;Desa;Tenaga Kerja;Keterangan\n';
	const nik = () => `16020515018${String(Math.floor(10_000 + counter++))}`;
	let counter = 1;
	let maker: { name: string; nik: string; phone: string };
	beforeEach(() => {
		maker = { name: `CONTOH Sambal ${counter}`, nik: nik(), phone: `08120001${String(1000 + counter)}` };
	});
	const line = (change: { phone?: string; workers?: string; note?: string } = {}) =>
		`${head}${maker.name};CONTOH Ibu;${maker.nik};${change.phone ?? maker.phone};Kayu Agung;Jua-jua;${change.workers ?? '2'};${change.note ?? 'x'}\n`;
	const stored = async () => (await dossiers())[maker.name] ?? {};

	test('changes what says something else, and a blank cell leaves what is known', async () => {
		await store(line());
		expect(await store(line({ workers: '3', note: ' ' }))).toMatchObject({ created: 0, changed: 1, left: 0 });
		const facts = await stored();
		expect(facts['producer.workers']?.[0]).toBe(3);
		expect(facts['producer.note']?.[0]).toBe('x');
	});

	test('takes away only what says [kosongkan], and counts it', async () => {
		await store(line());
		expect(await store(line({ workers: '[kosongkan]', note: '[kosongkan]' }))).toMatchObject({
			changed: 1,
			cleared: 2,
			waiting: 0,
		});
		expect(await stored()).not.toHaveProperty('producer.workers');
		expect(await stored()).not.toHaveProperty('producer.note');
	});

	test('does not undo what somebody corrected by hand', async () => {
		await store(line());
		const { lines } = await asViewer(officer, (tx) => producers(tx, { search: maker.name, limit: 1 }));
		const corrected = {
			name: maker.name,
			ownerName: 'CONTOH Ibu',
			phone: '081299998888',
			areaCode: '16.02.05.1001',
		};
		await programme.done(changeProducer, officer, { producerId: lines[0]?.id, ...corrected });
		expect(await store(line())).toMatchObject({ changed: 0, left: 1, keptByHand: 1 });
		expect((await stored())['producer.phone']?.[0]).toBe('+6281299998888');
	});

	test('asks about a row that may be somebody we know, and remembers the answer for this file', async () => {
		await store(line());
		const alike = `${head}${maker.name} Jaya Makmur Abadi;;${maker.nik};;Kayu Agung;;;\n`;
		const importId = await send(alike);
		const preview = await asViewer(officer, async (tx) => {
			const read = await readImport(tx, importId);
			if (!read) throw new Error('the import just started is not there');
			return previewProducers(tx, read);
		});
		expect(preview.counts).toMatchObject({ created: 0, waiting: 1 });
		const whom = preview.lookAlikes[0]?.candidates[0]?.id;
		await programme.done(decideImport, officer, { importId, 'same.!2': whom });
		expect(await commit(importId)).toMatchObject({ created: 0, changed: 1, waiting: 0 });
		expect(await store(alike)).toMatchObject({ created: 0, changed: 0, left: 1, waiting: 0 });
	});

	test('is committed once', async () => {
		const importId = await send(line());
		await commit(importId);
		expect(await programme.run(commitProducers, officer, { importId })).toMatchObject({
			code: 'registry.import-unknown',
		});
		expect(await programme.run(decideImport, officer, { importId })).toMatchObject({
			code: 'registry.import-committed',
		});
	});
});
