import { dateSerial } from '../date-serial.ts';
import type { Cell, Merge, Sheet } from '../grid.ts';
import { Holding } from '../holding.ts';
import { LIMITS } from '../limits.ts';
import { BUILT_IN_FORMATS, isDateFormat } from '../number-format.ts';
import { Refusal } from '../refusal.ts';
import { RowBuilder, SheetBuilder } from '../sheet-builder.ts';
import { readCompoundFile } from './compound-file.ts';
import { type BiffRecord, ID, recordsIn, rkNumber, sharedTexts, textAt } from './records.ts';

/**
 * Sheets of an old binary workbook (BIFF8, Excel 97 to 2003), formulas by their stored results.
 * @throws Refusal when the file is damaged, protected by a password, or of another generation
 */
export function readXls(bytes: Uint8Array): Sheet[] {
	const streams = readCompoundFile(bytes);
	if (streams.has('EncryptedPackage')) throw new Refusal('structure/encrypted');
	const stream = streams.get('Workbook');
	if (!stream) throw new Refusal('unsupported-format'); // of Word, or older than 1997
	const records = recordsIn(stream());
	if (records.some(({ id }) => id === ID.password)) throw new Refusal('structure/encrypted');
	const book = readGlobals(records);
	if (book.sheets.length > LIMITS.sheets) throw new Refusal('structure/too-much-to-hold');
	const places = new Map(records.map((record, i) => [record.at, i]));
	const holding = new Holding();
	return book.sheets.map(({ name, at, hidden }) => {
		const start = places.get(at);
		const rows = readSheet(start === undefined ? [] : records.slice(start), book);
		return gathered(rows, holding).sheet(name, hidden);
	});
}

/** Records of cells come in any order; the sheet has them row by row. */
function gathered({ rows, merges }: Content, holding: Holding): SheetBuilder {
	const builder = new SheetBuilder(holding);
	for (const row of [...rows.keys()].sort((a, b) => a - b)) builder.add(row, rows.get(row)?.cells ?? []);
	for (const merge of merges) builder.merge(merge);
	return builder;
}

type Book = {
	readonly texts: readonly string[];
	/** Number format of each cell style. */
	readonly formats: readonly string[];
	readonly epoch1904: boolean;
	readonly sheets: readonly { readonly name: string; readonly at: number; readonly hidden: boolean }[];
};

function readGlobals(records: readonly BiffRecord[]): Book {
	const end = records.findIndex(({ id }) => id === ID.endOfFile);
	const globals = records.slice(0, end < 0 ? records.length : end);
	if (globals[0]?.id !== ID.begin || globals[0].data.getUint16(0, true) !== 0x0600)
		throw new Refusal('unsupported-format');
	const of = (id: number) => globals.filter((record) => record.id === id).map(({ data }) => data);
	const written = new Map(
		of(ID.format).map((data) => [data.getUint16(0, true), textAt(data, 4, data.getUint16(2, true))]),
	);
	return {
		texts: textsOf(globals),
		formats: of(ID.style).map((data) => {
			const number = data.getUint16(2, true);
			return written.get(number) ?? BUILT_IN_FORMATS[number] ?? '';
		}),
		epoch1904: of(ID.dateMode).some((data) => data.getUint16(0, true) === 1),
		sheets: of(ID.sheet)
			.filter((data) => data.getUint8(5) === 0) // worksheets; charts and macros hold no cells
			.map((data) => ({
				at: data.getUint32(0, true),
				hidden: (data.getUint8(4) & 3) !== 0,
				name: textAt(data, 7, data.getUint8(6)),
			})),
	};
}

function textsOf(globals: readonly BiffRecord[]): string[] {
	const first = globals.findIndex(({ id }) => id === ID.strings);
	if (first < 0) return [];
	const rest = globals.slice(first + 1);
	const next = rest.findIndex(({ id }) => id !== ID.more);
	return sharedTexts(
		globals.slice(first, first + 1 + (next < 0 ? rest.length : next)).map(({ data }) => data),
	);
}

type Content = { readonly rows: Map<number, RowBuilder>; readonly merges: Merge[] };

function readSheet(records: readonly BiffRecord[], book: Book): Content {
	const content: Content = { rows: new Map(), merges: [] };
	let depth = 0; // a chart inside the sheet is a stream of its own
	let waiting: { row: number; column: number } | null = null;
	for (const { id, data } of records) {
		if (id === ID.begin) depth++;
		if (id === ID.endOfFile && --depth === 0) break;
		if (depth !== 1) continue;
		if (id === ID.formulaText && waiting)
			put(content, waiting.row, waiting.column, textAt(data, 2, data.getUint16(0, true)));
		waiting = id === ID.formula ? readFormula(content, data, book) : id === ID.formulaText ? null : waiting;
		readCellRecord(content, id, data, book);
	}
	return content;
}

function put({ rows }: Content, row: number, column: number, cell: Cell): void {
	if (column > 255) throw new Refusal('structure/damaged-file'); // an old workbook ends at column IV
	const builder = rows.get(row) ?? new RowBuilder();
	rows.set(row, builder);
	builder.put(column, cell);
}

function readCellRecord(content: Content, id: number, data: DataView, book: Book): void {
	if (id === ID.merged) content.merges.push(...mergesIn(data));
	if (id === ID.manyRk) return readManyRk(content, data, book);
	if (data.byteLength < 6) return;
	const [row, column, style] = [data.getUint16(0, true), data.getUint16(2, true), data.getUint16(4, true)];
	if (id === ID.number) put(content, row, column, numberCell(data.getFloat64(6, true), style, book, false));
	if (id === ID.rk)
		put(content, row, column, numberCell(rkNumber(data.getInt32(6, true)), style, book, false));
	if (id === ID.sharedText) put(content, row, column, book.texts[data.getUint32(6, true)] ?? '');
	if (id === ID.text) put(content, row, column, textAt(data, 8, data.getUint16(6, true)));
	if (id === ID.booleanOrError)
		put(content, row, column, booleanOrError(data.getUint8(6), data.getUint8(7) === 1));
}

function readManyRk(content: Content, data: DataView, book: Book): void {
	const [row, first] = [data.getUint16(0, true), data.getUint16(2, true)];
	for (let i = 0; 4 + 6 * (i + 1) <= data.byteLength - 2; i++) {
		const [style, rk] = [data.getUint16(4 + 6 * i, true), data.getInt32(6 + 6 * i, true)];
		put(content, row, first + i, numberCell(rkNumber(rk), style, book, false));
	}
}

/** The stored result of a formula; a text follows in a record of its own. */
function readFormula(content: Content, data: DataView, book: Book): { row: number; column: number } | null {
	const [row, column, style] = [data.getUint16(0, true), data.getUint16(2, true), data.getUint16(4, true)];
	if (data.getUint16(12, true) !== 0xffff) {
		put(content, row, column, numberCell(data.getFloat64(6, true), style, book, true));
		return null;
	}
	const kind = data.getUint8(6);
	if (kind === 0) return { row, column };
	if (kind < 3) put(content, row, column, booleanOrError(data.getUint8(8), kind === 2));
	return null;
}

function numberCell(value: number, style: number, book: Book, formula: boolean): Cell {
	const format = book.formats[style] ?? '';
	if (isDateFormat(format)) return { type: 'date', ...dateSerial(value, book.epoch1904), format };
	return {
		type: 'number',
		value,
		format: format === 'General' ? '' : format,
		...(formula ? { formula } : {}),
	};
}

const ERRORS: Readonly<Record<number, string>> = {
	0: '#NULL!',
	7: '#DIV/0!',
	15: '#VALUE!',
	23: '#REF!',
	29: '#NAME?',
	36: '#NUM!',
	42: '#N/A',
};

const booleanOrError = (value: number, isError: boolean): Cell =>
	isError ? (ERRORS[value] ?? '#VALUE!') : { type: 'boolean', value: value === 1 };

function mergesIn(data: DataView): Merge[] {
	const at = (i: number, part: number) => data.getUint16(2 + 8 * i + 2 * part, true);
	return Array.from(
		{ length: Math.min(data.getUint16(0, true), Math.floor((data.byteLength - 2) / 8)) },
		(_, i) => ({
			top: at(i, 0),
			bottom: at(i, 1),
			left: at(i, 2),
			right: at(i, 3),
		}),
	);
}
