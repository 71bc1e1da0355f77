import { csvText } from '../escapes.ts';
import { cellOf, inPieces, type WrittenCell, type WrittenTable } from './table.ts';

export type CsvStyle = {
	readonly separator: ',' | ';';
	readonly decimal: ',' | '.';
	/** Without it Excel reads UTF-8 as Windows-1252. */
	readonly byteOrderMark: boolean;
};

/** As a spreadsheet set to Indonesian opens it in columns. */
export const INDONESIAN: CsvStyle = { separator: ';', decimal: ',', byteOrderMark: true };
/** As programs expect it. Source: RFC 4180. */
export const RFC_4180: CsvStyle = { separator: ',', decimal: '.', byteOrderMark: false };

/** A table as separated values in UTF-8, days as 2026-03-01. */
export function writeCsv<Line>(table: WrittenTable<Line>, style: CsvStyle) {
	return inPieces(records(table, style));
}

async function* records<Line>({ columns, lines }: WrittenTable<Line>, style: CsvStyle) {
	const record = (cells: readonly string[]) => `${cells.join(style.separator)}\r\n`;
	const titles = record(columns.map(({ title }) => quoted(csvText(title))));
	yield style.byteOrderMark ? `\ufeff${titles}` : titles;
	for await (const line of lines) yield record(columns.map((column) => cell(cellOf(column, line), style)));
}

function cell(written: WrittenCell, { decimal }: CsvStyle): string {
	switch (written.is) {
		case 'blank':
			return '';
		case 'number':
			return quotedWhereNeeded(String(written.value).replace('.', decimal));
		case 'date':
			return written.date;
		case 'text':
			return quotedWhereNeeded(csvText(written.text));
	}
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Every mark that might be taken for a separator is quoted, so that no reader has to guess. */
const quotedWhereNeeded = (text: string) => (/^\s|\s$|[",;|\t\r\n]/.test(text) ? quoted(text) : text);
