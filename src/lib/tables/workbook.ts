import { inMemory } from './byte-source.ts';
import type { Sheet } from './grid.ts';
import { Holding } from './holding.ts';
import { readOds } from './ods/ods.ts';
import { SheetBuilder } from './sheet-builder.ts';
import { xlsxRows } from './xlsx/xlsx.ts';
import { type Archive, openArchive } from './zip/archive.ts';

/**
 * Sheets of an XLSX or ODS file, kept whole. Every part of the container is judged, also those that hold no cells.
 * @throws Refusal
 */
export async function readWorkbook(bytes: Uint8Array, format: 'xlsx' | 'ods'): Promise<Sheet[]> {
	const archive = await openArchive(inMemory(bytes));
	const holding = new Holding();
	const sheets = format === 'ods' ? await readOds(archive, holding) : await readXlsx(archive, holding);
	await archive.judgeRest();
	return sheets;
}

async function readXlsx(archive: Archive, holding: Holding): Promise<Sheet[]> {
	const book = await xlsxRows(archive, holding);
	const sheets: Sheet[] = [];
	for (const { name, hidden, rows } of book.sheets) {
		const builder = new SheetBuilder(holding);
		for await (const { row, cells } of rows((merge) => builder.merge(merge))) builder.add(row - 1, cells);
		sheets.push(builder.sheet(name, hidden));
	}
	return sheets;
}
