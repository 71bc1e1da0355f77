import { expect, test } from 'vitest';
import { inMemory } from '../../byte-source.ts';
import { isPending } from '../../draft.ts';
import { openRows } from '../../open-rows.ts';
import { read } from '../../read.ts';
import { nameOf, soldLine } from '#market-test/sell-out-line.ts';
import { GTINS, noAnswers, sellOutFile, STORES } from '../../../../../tests/sell-out-file.ts';
import { linesOf } from './long-lines.ts';
import { survey } from './survey.ts';

const told = { today: '2026-11-25' } as const;
const context = { told, areas: null, beside: [], isText: true, cells: false };
const utf8 = (text: string) => new TextEncoder().encode(text);

async function inLines(text: string) {
	const { sheets } = await openRows(inMemory(utf8(text)));
	const [source] = sheets;
	if (!source) throw new Error('a text file has one sheet');
	const plan = await survey(source, context);
	if ('code' in plan) return { code: plan.code, drafts: [], skipped: [] };
	const all = await Array.fromAsync(linesOf(source, plan, context));
	return {
		code: null,
		drafts: all.flatMap(({ drafts }) => drafts),
		skipped: all.flatMap(({ skipped }) => skipped),
	};
}

const REPORT = `Laporan Penjualan;;;;
Toko: T0001 - Simpang;;;;
Tanggal;Kode Barang;Nama Barang;Qty;Nilai
01/03/2026;K1;Kemplang;12;150.000
13/03/2026;K1;Kemplang;-2;-25.000
14/03/2026;K2;Terasi;1.5;abc
15/03/2026;;Terasi;3;60.000
Total;;;14,5;185.000
;;;Kayuagung, 3 April 2026;
;;;Mengetahui;
;;;CONTOH Nama;
`;

test.each([
	['a report with titles, a total and a signature', REPORT],
	['a generated file with bad lines', [...sellOutFile(3_000, noAnswers())].join('')],
])('%s is understood line by line as it is understood whole', async (_name, text) => {
	const whole = await read('sales', utf8(text), { told });
	const { drafts, skipped } = await inLines(text);
	const pending = drafts.filter((draft) => draft.skip === null && isPending(draft));
	const taken = drafts.filter((draft) => draft.skip === null && !isPending(draft));
	expect(taken.map(({ row }) => row)).toEqual(whole.rows.map(({ _row }) => _row));
	expect(taken.map(({ values }) => [values.date, values.store_code, values.sku, values.qty])).toEqual(
		whole.rows.map((row) => [row.date, row.store_code, row.sku, row.qty]),
	);
	expect(pending.flatMap(({ errors }) => errors)).toEqual(whole.errors);
	const rowsLeft = whole.skipped.flatMap(({ rows = [], reason }) => rows.map((row) => ({ row, reason })));
	const blank = ({ reason }: { reason: string }) => reason !== 'blank';
	expect(new Set(skipped.filter(blank).map(({ row }) => row))).toEqual(
		new Set(rowsLeft.filter(blank).map(({ row }) => row)),
	);
});

test('every bad line of a generated file is found, with its column, its text and the reason', async () => {
	const answers = noAnswers();
	const { drafts } = await inLines([...sellOutFile(24_000, answers)].join(''));
	const known = {
		stores: new Map(STORES.map((code, i) => [nameOf(code), i])),
		products: new Map(GTINS.map((gtin, i) => [`gtin:${gtin.padStart(14, '0')}`, i])),
	};
	const sold = drafts.flatMap((draft) => soldLine(draft, known, told.today) ?? []);
	const bad = drafts.flatMap(({ row, errors }) =>
		errors.map(({ column, value = '', code }) => ({ line: row, column, value, code })),
	);
	expect(bad).toEqual(answers.bad);
	expect(new Set(bad.map(({ code }) => code)).size).toBe(12);
	expect({
		lines: sold.length,
		units: sold.reduce((sum, { units }) => sum + units, 0),
		amountIdr: sold.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
	}).toEqual(answers.good);
});

test.each([
	[
		'days across the page',
		'Toko;13/03/2026;14/03/2026;15/03/2026;16/03/2026\nT1;3;4;1;0\nT2;1;1;2;2\n',
		'structure/long-and-wide',
	],
	['no day', 'Toko;Barang;Qty\nT1;K1;3\n', 'structure/no-date-column'],
])('a long file with %s is refused as a whole', async (_name, text, code) => {
	expect((await inLines(text)).code).toBe(code);
});
