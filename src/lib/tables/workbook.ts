import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import type { Cell as BookCell, CellValue, Sheet as BookSheet } from 'hucre';
import type { Cell, Merge, Sheet } from './grid.ts';

/** Sheets of an XLSX or ODS file. The library opens the container; what the cells mean is decided elsewhere. */
export async function readWorkbook(bytes: Uint8Array, format: 'xlsx' | 'ods'): Promise<Sheet[]> {
	const book = await (format === 'xlsx' ? readXlsx : readOds)(bytes, { readStyles: true });
	return book.sheets.map(toSheet);
}

function toSheet(sheet: BookSheet): Sheet {
	return {
		name: sheet.name,
		rows: sheet.rows.map((row, r) => row.map((value, c) => toCell(value, sheet.cells?.get(`${r},${c}`)))),
		merges: (sheet.merges ?? []).map(toMerge),
		hidden: sheet.hidden === true || sheet.veryHidden === true,
	};
}

const toMerge = (merge: NonNullable<BookSheet['merges']>[number]): Merge => ({
	top: merge.startRow,
	left: merge.startCol,
	bottom: merge.endRow,
	right: merge.endCol,
});

function toCell(value: CellValue, details: BookCell | undefined): Cell {
	const format = cellFormat(details);
	if (value === null || value === undefined)
		return details?.formula ? { type: 'formula', formula: details.formula } : '';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return { type: 'boolean', value };
	if (value instanceof Date) return dateCell(value, format);
	return { type: 'number', value, format, ...(details?.formula ? { formula: true } : {}) };
}

function cellFormat(details: BookCell | undefined): string {
	const format = details?.style?.numFmt ?? '';
	return format === 'General' ? '' : format;
}

/** The library hands over a moment that reads right in UTC: a spreadsheet knows no zones. */
function dateCell(moment: Date, format: string): Cell {
	const iso = moment.toISOString();
	const time = iso.slice(11, 19);
	return {
		type: 'date',
		date: iso.slice(0, 10),
		time: time === '00:00:00' ? null : time.replace(/:00$/, ''),
		format,
	};
}
