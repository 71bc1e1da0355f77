import { readXls as readContainer } from 'hucre';
import type { Sheet } from './grid.ts';
import { toSheet } from './workbook.ts';

/** Sheets of an old binary workbook (BIFF8, Excel 97 to 2003). */
export async function readXls(bytes: Uint8Array): Promise<Sheet[]> {
	const book = await readContainer(bytes, { readStyles: true });
	return book.sheets.map(toSheet);
}
