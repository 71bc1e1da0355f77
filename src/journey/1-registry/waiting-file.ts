import { type Cell, type Sheet, clean, textOf } from '#lib/tables/grid.ts';
import type { ColumnUse } from '#lib/tables/result.ts';

/** A row that waits, and why, in words. */
export type Reason = { readonly sheet: string | null; readonly row: number; readonly why: string };

/** Headers of the two columns that are added on the right. */
export type Added = { readonly row: string; readonly reason: string };

export const BYTE_ORDER_MARK = '\ufeff';

/**
 * The rows of a file that wait, as the file has them, with number and reason: to be corrected and sent again. Semicolons
 * and the byte order mark open it in columns in a spreadsheet set to Indonesian; the reader of tables takes both.
 */
export function waitingFile(
	sheets: readonly Sheet[],
	columns: readonly ColumnUse[],
	rows: readonly Reason[],
	added: Added,
): string {
	const blocks = [...Map.groupBy(columns, ({ sheet }) => sheet)].map(([name, ofSheet]) => {
		const sheet = sheets.find((one) => one.name === name) ?? sheets[0];
		const own = rows.filter((row) => row.sheet === null || row.sheet === name);
		const header = [...ofSheet.map((column) => column.header), added.row, added.reason];
		const lines = own.map(({ row, why }) => [
			...ofSheet.map(({ index }) => clean(textOf(sheet?.rows[row - 1]?.[index] ?? ''))),
			String(row),
			why,
		]);
		return own.length === 0 ? [] : [header, ...lines];
	});
	return BYTE_ORDER_MARK + blocks.flat().map(csvLine).join('');
}

/** One record, its cells as they are seen. */
export const csvLine = (cells: readonly Cell[]): string =>
	`${cells.map((cell) => cellText(clean(textOf(cell)))).join(';')}\r\n`;

/** Quoted where needed; a text that a spreadsheet would take for a formula is kept a text by an apostrophe. */
function cellText(text: string): string {
	const harmless = /^[=+@\t\r]|^-(?![\d.,\s]*$)/.test(text) ? `'${text}` : text;
	return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
