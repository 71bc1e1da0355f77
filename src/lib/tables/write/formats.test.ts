import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inMemory } from '../byte-source.ts';
import type { Cell } from '../grid.ts';
import { open } from '../open.ts';
import { openRows } from '../open-rows.ts';
import { exportFormats, type ExportFormat, writeTable } from './formats.ts';
import type { ColumnType, Value, WrittenTable } from './table.ts';

type Line = readonly Value[];

function table(types: readonly ColumnType[], lines: readonly Line[], titles: readonly string[] = []) {
	const columns = types.map((type, i) => ({
		title: titles[i] ?? `Kolom ${i + 1}`,
		type,
		value: (line: Line) => line[i] ?? null,
	}));
	return { name: 'Data', columns, lines } satisfies WrittenTable<Line>;
}

async function written(what: WrittenTable<Line>, format: ExportFormat): Promise<Buffer> {
	return Buffer.concat(await Array.fromAsync(writeTable(what, format).bytes));
}

/** What a cell says, its type gone; numbers as the format writes them. */
function said(cell: Cell | undefined): string {
	if (cell === undefined || typeof cell === 'string') return cell ?? '';
	if (cell.type === 'number') return String(cell.value);
	return cell.type === 'date' ? cell.date : cell.type;
}

const rowsOf = (rows: readonly (readonly Cell[])[], width: number) =>
	rows.map((cells) => Array.from({ length: width }, (_, i) => said(cells[i])));

async function readBack(bytes: Uint8Array, width: number) {
	const opened = await open(bytes);
	expect(opened.problem).toBeNull();
	const streamed: (readonly Cell[])[] = [];
	for (const sheet of (await openRows(inMemory(bytes))).sheets)
		for await (const { row, cells } of sheet.rows(() => undefined)) streamed[row - 1] = cells;
	const whole = rowsOf(opened.sheets[0]?.rows ?? [], width);
	expect(rowsOf(streamed, width)).toEqual(whole);
	return whole;
}

const asWritten = (value: Value, format: ExportFormat) =>
	typeof value === 'number' && format === 'csv-id' ? String(value).replace('.', ',') : String(value ?? '');

const awkward = fc.constantFrom(
	...[
		'=1+1',
		'+6281234567890',
		'-',
		'-5',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		'\0=1',
		'\n=1',
		"'=1",
		"''+1",
		"'",
		"'90an",
	],
	...[
		'0812',
		'000',
		'1234567890123456789',
		'8,5',
		'1.250',
		'1e5',
		'"',
		'""',
		'a"b',
		'a;b',
		'a,b',
		'a|b',
		'a\tb',
	],
	...[
		'a\r\nb',
		'a\rb',
		'\n',
		' ',
		'  x  ',
		'\u00a0',
		'\ufeff',
		'sep=;',
		'{"a":1}',
		'<table>',
		'_x000D_',
		'_x0041',
	],
	...[
		'KafÃ©',
		'â‚¬',
		'Kemplang é ñ 漢字 🐟',
		'\ud800',
		'\udc00x',
		'＝1',
		'\x7f',
		'\u001f',
		'\ufffe',
		'TRUE',
		'#N/A',
	],
);
const text = fc.oneof(
	{ weight: 3, arbitrary: awkward },
	fc.string({ unit: 'binary', maxLength: 20 }),
	fc.string({ maxLength: 20 }),
	fc.array(awkward, { maxLength: 4 }).map((parts) => parts.join('')),
);
const day = fc
	.date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const number = fc
	.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }))
	.map((value) => value + 0 || 0);
const valueOf: Readonly<Record<ColumnType, fc.Arbitrary<Value>>> = {
	text,
	identifier: text,
	number,
	money: fc.integer(),
	date: day,
};
const types = fc.array(fc.constantFrom<ColumnType>('text', 'identifier', 'number', 'money', 'date'), {
	minLength: 1,
	maxLength: 5,
});
const tables = types.chain((chosen) =>
	fc
		.array(fc.tuple(...chosen.map((type) => fc.option(valueOf[type], { freq: 8 }))), { maxLength: 12 })
		.map((lines) => ({ chosen, lines })),
);

describe.each(exportFormats)('as %s', (format) => {
	test('any table reads back letter by letter', async () => {
		let strings = 0;
		await fc.assert(
			fc.asyncProperty(tables, async ({ chosen, lines }) => {
				strings += lines.flat().filter((value) => typeof value === 'string').length;
				const [, ...rows] = await readBack(await written(table(chosen, lines), format), chosen.length);
				expect(rows).toEqual(lines.map((line) => line.map((value) => asWritten(value, format))));
			}),
			{ numRuns: 400 },
		);
		expect(strings).toBeGreaterThanOrEqual(2000);
	});

	test('titles may be anything but blank', async () => {
		await fc.assert(
			fc.asyncProperty(text, async (title) => {
				const [titles] = await readBack(await written(table(['text'], [['x']], [`${title}.`]), format), 1);
				expect(titles).toEqual([`${title}.`]);
			}),
			{ numRuns: 200 },
		);
	});

	test('a long list of equal lines is not taken for a bomb', async () => {
		const line = Array.from({ length: 20 }, () => 'CONTOH Kemplang '.repeat(6));
		const texts = line.map((): ColumnType => 'text');
		const rows = await readBack(
			await written(
				table(
					texts,
					Array.from({ length: 2000 }, () => line),
				),
				format,
			),
			20,
		);
		expect(rows).toHaveLength(2001);
		expect(rows.at(-1)).toEqual(line);
	});

	test('lines are asked for as the file is taken away', async () => {
		let asked = 0;
		const lines = (function* () {
			for (; asked < 50_000; asked++) yield [`CONTOH ${asked * 7919}`];
		})();
		const { bytes } = writeTable({ ...table(['text'], []), lines }, format);
		for await (const piece of bytes) if (piece.length > 1000) break;
		expect(asked).toBeGreaterThan(0);
		expect(asked).toBeLessThan(10_000);
	});
});

test('in a workbook numbers are numbers, days are days and identifiers are text in text cells', async () => {
	const bytes = await written(
		table(['identifier', 'number', 'money', 'date'], [['0812', 7.5, 12_500, '2026-03-01']]),
		'xlsx',
	);
	expect((await open(bytes)).sheets[0]?.rows[1]).toEqual([
		'0812',
		{ type: 'number', value: 7.5, format: '' },
		{ type: 'number', value: 12_500, format: '#,##0' },
		{ type: 'date', date: '2026-03-01', time: null, format: 'dd/mm/yyyy' },
	]);
});

test('separated values are written as the reader’s country and as RFC 4180 have them', async () => {
	const what = table(['text', 'number', 'date'], [['CONTOH Toko', -7.5, '2026-03-01']]);
	expect((await written(what, 'csv-id')).toString()).toBe(
		'\ufeff"Kolom 1";"Kolom 2";"Kolom 3"\r\nCONTOH Toko;"-7,5";2026-03-01\r\n',
	);
	expect((await written(what, 'csv')).toString()).toBe(
		'"Kolom 1","Kolom 2","Kolom 3"\r\nCONTOH Toko,-7.5,2026-03-01\r\n',
	);
});

test.each(['=1+1', '+6281234567890', '-2', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1'])(
	'%j never begins a formula in separated values',
	async (formula) => {
		const [, cell = ''] = (await written(table(['text'], [[formula]]), 'csv'))
			.toString()
			.split(/\r\n(?=['"_])/);
		expect(cell.replace(/^"/, '')).toMatch(/^(?:'|_x0000_)/);
	},
);

test('a phone number keeps its plus and stays readable', async () => {
	const bytes = await written(table(['identifier'], [['+6281234567890']]), 'csv-id');
	expect(bytes.toString()).toContain("'+6281234567890");
});
