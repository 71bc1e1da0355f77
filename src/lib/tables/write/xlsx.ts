import { daysBetween } from '#lib/calendar.ts';
import { workbookText } from '../escapes.ts';
import { columnLetters } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { cellOf, inPieces, type WrittenCell, type WrittenColumn, type WrittenTable } from './table.ts';
import { writeZip } from './zip.ts';

/**
 * A workbook of one sheet, row by row in flat memory: numbers and days typed, text and identifiers as text cells (format
 * `@`, so that they stay text when somebody edits them), titles bold and frozen.
 * Source: ECMA-376, Part 1. @throws RangeError beyond the rows that a sheet can hold
 */
export function writeXlsx<Line>(table: WrittenTable<Line>) {
	const part = (name: string, ...texts: string[]) => ({ name, pieces: inPieces([XML, ...texts]) });
	return writeZip([
		part('[Content_Types].xml', CONTENT_TYPES),
		part('_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])),
		part('xl/workbook.xml', workbook(table.name)),
		part(
			'xl/_rels/workbook.xml.rels',
			relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
		),
		part('xl/styles.xml', STYLES),
		{ name: 'xl/worksheets/sheet1.xml', pieces: inPieces(sheet(table)) },
	]);
}

/** Places in the list of cell formats in `STYLES`. */
const STYLE = { title: 1, text: 2, identifier: 2, number: 0, money: 3, date: 4 } as const;

async function* sheet<Line>({ columns, lines }: WrittenTable<Line>) {
	yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`;
	yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	yield `<cols>${columns.map(width).join('')}</cols><sheetData>`;
	let row = 1;
	yield rowOf(
		row,
		columns.map(({ title }, i) => textCell(title, address(i, 1), STYLE.title)),
	);
	for await (const line of lines) {
		row++;
		if (row > LIMITS.rows) throw new RangeError('A sheet cannot hold so many rows.');
		yield rowOf(
			row,
			columns.map((column, i) => cell(cellOf(column, line), address(i, row), STYLE[column.type])),
		);
	}
	yield '</sheetData></worksheet>';
}

const address = (column: number, row: number) => `${columnLetters(column)}${row}`;
const rowOf = (row: number, cells: readonly string[]) => `<row r="${row}">${cells.join('')}</row>`;

function cell(written: WrittenCell, at: string, style: number): string {
	switch (written.is) {
		case 'blank':
			return '';
		case 'number':
			return valueCell(written.value, at, style);
		case 'date': {
			const serial = daysBetween('1899-12-30', written.date);
			return serial > LAST_DOUBTFUL_DAY
				? valueCell(serial, at, style)
				: textCell(written.date, at, STYLE.text);
		}
		case 'text':
			return textCell(written.text, at, STYLE.text);
	}
}

// Spreadsheets count a 29 February 1900 that never was; days before it are written as text.
const LAST_DOUBTFUL_DAY = 60;

const valueCell = (value: number, at: string, style: number) =>
	`<c r="${at}" s="${style}"><v>${value}</v></c>`;

const textCell = (text: string, at: string, style: number) =>
	`<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(workbookText(text))}</t></is></c>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string) => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);

/** Widths in letters. */
const WIDTH = { text: 28, identifier: 20, number: 12, money: 16, date: 12 } as const;

function width<Line>({ title, type }: WrittenColumn<Line>, i: number): string {
	const letters = Math.min(60, Math.max(WIDTH[type], title.length + 3));
	return `<col min="${i + 1}" max="${i + 1}" width="${letters}" customWidth="1"/>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relations = (...links: readonly (readonly [type: string, target: string])[]) =>
	`<Relationships xmlns="${PACKAGE}/relationships">${links
		.map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
		.join('')}</Relationships>`;

/** A sheet's name has at most 31 letters and none of []:*?/\ */
const sheetName = (name: string) => xml(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31));

const workbook = (name: string) =>
	`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`;

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;

const format = (number: number, font: number) =>
	`<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;

/** Formats by their built-in numbers: 49 is `@`, 3 is `#,##0`, 14 the day as the reader's country writes it. */
const STYLES = `<styleSheet xmlns="${MAIN}">\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="5">${format(0, 0)}${format(49, 1)}${format(49, 0)}${format(3, 0)}${format(14, 0)}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
