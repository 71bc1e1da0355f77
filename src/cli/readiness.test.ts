import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRules } from '#readiness/all-rules.ts';
import { completeKemplang } from '#readiness/complete-dossier.ts';
import { readinessCommand } from './readiness.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'readiness-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(content: unknown): Promise<string> {
	const file = path.join(folder, `${Math.random()}.json`);
	await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

const small = {
	date: '2026-10-18',
	facts: {
		'product.category': 'terasi',
		'producer.scale': 'micro',
		'product.containsForbidden': false,
		'permit.halalNumber': '',
	},
};

test('a dossier is judged on the day of its file, or on the day that was asked for', async () => {
	const file = await fileOf(small);
	const onItsDay = await readinessCommand(['check', file, '--json']);
	expect(onItsDay).toMatchObject({ date: '2026-10-18', ready: false });
	expect(onItsDay).toMatchObject({
		rules: expect.arrayContaining([
			{
				rule: 'PM-HALAL',
				verdict: 'unmet',
				severity: 'blocker',
				missing: [],
				cites: ['uu-33-2014:4', 'pp-42-2024:160.2'],
				confidence: 'high',
				message: expect.stringContaining('Punya sertifikat halal'),
				next: expect.stringContaining('SIHALAL'),
			},
		]),
		next: expect.arrayContaining(['PM-HALAL']),
	});
	const dayBefore = await readinessCommand(['check', file, '--on', '2026-10-17', '--json']);
	expect(dayBefore).toMatchObject({ date: '2026-10-17', ready: null });
	expect(JSON.stringify(dayBefore)).not.toContain('"PM-HALAL"');
});

test('rules are listed with their law, their days and the number of their examples', async () => {
	expect(await readinessCommand(['rules', '--json'])).toMatchObject({
		rules: allRules.map(({ id, examples }) => ({ id, examples: examples.length })),
	});
	expect(await readinessCommand(['rules', '--json'])).toMatchObject({
		rules: expect.arrayContaining([
			expect.objectContaining({ id: 'PM-ROUTE', from: '2019-12-26', to: '2026-01-05', confidence: 'high' }),
		]),
	});
});

test('facts are listed with their type, their unit or choices, and who supplies them', async () => {
	expect(await readinessCommand(['facts', '--json'])).toMatchObject({
		facts: expect.arrayContaining([
			expect.objectContaining({
				key: 'product.shelfLifeDays',
				type: 'number',
				unit: 'days',
				suppliedBy: 'producer',
			}),
			expect.objectContaining({
				key: 'label.riceClass',
				values: expect.arrayContaining(['premium', 'none']),
			}),
		]),
	});
});

test('the schema of a dossier names every fact', async () => {
	expect(await readinessCommand(['check', '--schema'])).toMatchObject({
		properties: {
			facts: { properties: { 'producer.scale': { enum: ['micro', 'small', 'medium', 'large', null] } } },
		},
	});
});

test('the golden table is judged row by row as it is', async () => {
	const lines = (await readFile(new URL('../../docs/golden/readiness.jsonl', import.meta.url), 'utf8')).split(
		'\n',
	);
	const row = lines.find((line) => line.includes('"PM-SNI-RICE"') && line.includes('"unmet"')) ?? '';
	expect(await readinessCommand(['check', await fileOf(row)])).toMatchObject({
		rules: expect.arrayContaining([expect.objectContaining({ rule: 'PM-SNI-RICE', verdict: 'unmet' })]),
		riceClass: [
			{ set: 'perbadan-2-2023', class: 'medium' },
			{ set: 'sni-6128-2020', missing: 'rice.headPercent' },
		],
	});
});

test('a check says when the product can be ready, and what ends', async () => {
	const file = await fileOf({
		date: '2026-11-25',
		facts: {
			...completeKemplang,
			'permit.halalNumber': '',
			'permit.skpExpiresOn': '2027-03-01',
			'pack.material': 'plastic',
		},
	});
	const checked = await readinessCommand(['check', file]);
	expect(checked).toMatchObject({
		ready: false,
		plan: { readyOn: { soonest: '2026-12-09', latest: '2027-02-23' }, path: ['PM-HALAL'], undated: [] },
		endings: expect.arrayContaining([
			expect.objectContaining({ rule: 'PM-SKP', lastDay: '2027-03-01', isDue: true, blocks: ['PM-SKP'] }),
		]),
		rules: expect.arrayContaining([
			expect.objectContaining({
				rule: 'PM-SKP',
				verdict: 'met',
				next: 'Perpanjang sekarang; berlaku sampai 2027-03-01.',
			}),
		]),
	});
});

test('a P-IRT number that does not fit the dossier is explained part by part', async () => {
	const file = await fileOf({
		date: '2026-11-25',
		facts: { ...completeKemplang, 'permit.pirtNumber': 'P-IRT 2111671010001-99' },
	});
	expect(await readinessCommand(['check', file])).toMatchObject({
		rules: expect.arrayContaining([
			expect.objectContaining({
				rule: 'PM-PIRT-NUM',
				verdict: 'unmet',
				remarks: [
					'Nomor P-IRT menyebut kemasan Plastik; berkas menyebut Aluminium foil.',
					'Nomor P-IRT memakai golongan 11; untuk produk ini 06 atau 02.',
					'Nomor P-IRT menyebut kabupaten 1671; usaha ini di 1602.',
					'Tahun di nomor P-IRT terlalu jauh. Izin berlaku paling lama 5 tahun.',
				],
			}),
		]),
	});
});

test('what is expected is simulated, and two days are compared', async () => {
	const file = await fileOf({ facts: { ...completeKemplang, 'permit.halalNumber': '' } });
	expect(
		await readinessCommand([
			...['simulate', file, '--on', '2026-11-25', '--until', '2027-01-31'],
			...['--with', 'permit.halalNumber=ID16110000012380127@2027-01-10'],
			...['--with', 'label.halalNumberText=ID16110000012380127@2027-01-10'],
		]),
	).toMatchObject({
		readyFrom: '2027-01-10',
		moments: [{ ready: false }, { day: '2027-01-10', ready: true }],
	});
	expect(await readinessCommand(['compare', file, '--on', '2026-10-17', '--to', '2026-10-18'])).toMatchObject(
		{
			before: { ready: true },
			after: { ready: false },
			changes: [{ rule: 'PM-HALAL', before: null, after: { verdict: 'unmet' } }],
		},
	);
	await expect(readinessCommand(['simulate', file, '--with', 'permit.halalNumber'])).rejects.toThrow(
		'--with',
	);
});

test('what cannot be judged is refused with one sentence that says what to do', async () => {
	const check = async (content: unknown, ...more: string[]) =>
		readinessCommand(['check', await fileOf(content), ...more]);
	await expect(check('{')).rejects.toThrow('tidak bisa dibaca sebagai JSON');
	await expect(check({ fakta: {} })).rejects.toThrow('harus berisi objek “facts”');
	await expect(check({ facts: { 'producer.nip': '1' } })).rejects.toThrow(
		'Keterangan producer.nip tidak dikenal',
	);
	await expect(check({ facts: { 'producer.scale': 'tiny' } })).rejects.toThrow(
		'producer.scale tidak sesuai jenisnya',
	);
	await expect(check({ facts: {} }, '--on', '2026-02-30')).rejects.toThrow(
		'2026-02-30 tidak ada di kalender',
	);
	await expect(readinessCommand(['check', path.join(folder, 'none.json')])).rejects.toThrow(
		'tidak bisa dibaca',
	);
	await expect(readinessCommand(['chek'])).rejects.toThrow('Tulis readiness diikuti');
});
