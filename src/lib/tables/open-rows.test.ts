import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { row, sheetOf, xlsx } from '../../../tests/hostile/books.ts';
import { type ByteSource, inMemory } from './byte-source.ts';
import { type Cell, isBlank } from './grid.ts';
import { open } from './open.ts';
import { openRows } from './open-rows.ts';

const CASES = fileURLToPath(new URL('../../../tests/cases', import.meta.url));

const files = readdirSync(CASES, { recursive: true, encoding: 'utf8' })
	.filter((path) => /\/input\.(csv|txt|tsv|xlsx)$/.test(path))
	.sort();

const bytesOf = (path: string) => readFileSync(join(CASES, path));

type Streamed = { readonly sheet: string; readonly row: number; readonly cells: readonly Cell[] };

async function streamed(source: ByteSource): Promise<Streamed[]> {
	const rows: Streamed[] = [];
	for (const sheet of (await openRows(source)).sheets)
		for await (const found of sheet.rows(() => undefined)) rows.push(found);
	return rows.filter(({ cells }) => !cells.every(isBlank));
}

test('there are files to compare', () => {
	expect(files.length).toBeGreaterThan(15);
});

test.each(files)('the rows of %s pass by with the same cells as when it is read whole', async (path) => {
	const opened = await open(bytesOf(path));
	expect(['csv', 'xlsx']).toContain(opened.format);
	const whole = opened.sheets.flatMap(({ name, rows }) =>
		rows.map((cells, i) => ({ sheet: name, row: i + 1, cells })),
	);
	expect(await streamed(inMemory(bytesOf(path)))).toEqual(whole.filter(({ cells }) => !cells.every(isBlank)));
});

test('a workbook of many rows is asked for piece by piece, and no row is lost', async () => {
	const lines = Array.from({ length: 20_000 }, (_, i) => row(i + 1, `toko ${i * 7919}`, String(i * 104_729)));
	const bytes = xlsx(sheetOf(lines.join('')));
	let largest = 0;
	const source = {
		size: bytes.length,
		read: (from: number, length: number) => {
			largest = Math.max(largest, length);
			return Promise.resolve(bytes.subarray(from, from + length));
		},
	};
	const rows = await streamed(source);
	expect(rows.at(-1)).toEqual({
		sheet: 'Data',
		row: 20_000,
		cells: [`toko ${19_999 * 7919}`, String(19_999 * 104_729)],
	});
	expect(rows).toHaveLength(20_000);
	expect(largest).toBeLessThanOrEqual(65_557);
});

test('a record cut by the end of a piece is one record, whatever its line break', async () => {
	for (const lineBreak of ['\n', '\r\n', '\r']) {
		const lines = Array.from({ length: 30_000 }, (_, i) => `${i};"a;\n""b"" ${i}";é`);
		const rows = await streamed(inMemory(Buffer.from(lines.join(lineBreak))));
		expect(rows).toHaveLength(30_000);
		expect(rows[29_999]?.cells).toEqual(['29999', 'a;\n"b" 29999', 'é']);
	}
});
