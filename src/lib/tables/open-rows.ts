import { type ByteSource, pieces } from './byte-source.ts';
import { CsvSplitter } from './csv.ts';
import { decode, encodingOf, undoDoubleEncoding } from './decode.ts';
import { fromCsvText } from './escapes.ts';
import { Holding } from './holding.ts';
import { recogniseBytes, recogniseText } from './recognise.ts';
import { Refusal } from './refusal.ts';
import type { RowSource, SourceRow } from './row-source.ts';
import { xlsxRows } from './xlsx/xlsx.ts';
import { openArchive } from './zip/archive.ts';

const HEAD = 65_536;

/**
 * Opens an XLSX or CSV file of any size, so that its rows pass by one at a time and memory stays flat: for imports of a
 * million lines. The cells are exactly those that `open` gives. Rows may be asked for more than once; each time the file
 * is read anew. What stops the reading on the way is thrown as a `Refusal` with the code of a finding.
 *
 * ```ts
 * const source = await openRows(inMemory(bytes)); // or { size, read } over a file
 * for (const sheet of source.sheets) for await (const { row, cells } of sheet.rows(() => undefined)) …
 * ```
 * @throws Refusal `unsupported-format` for every other format: those are read whole
 */
export async function openRows(source: ByteSource): Promise<RowSource> {
	if (source.size === 0) throw new Refusal('empty');
	const ends = [await source.read(0, HEAD), await source.read(Math.max(0, source.size - HEAD), HEAD)];
	const format = recogniseBytes(Buffer.concat(ends));
	if (format === 'text') return csvRows(source);
	if (format !== 'xlsx') throw new Refusal('unsupported-format');
	const archive = await openArchive(source);
	const book = await xlsxRows(archive, new Holding());
	await archive.judgeRest(/\/worksheets\//);
	return { ...book, format: 'xlsx', encoding: null, remarks: [] };
}

async function csvRows(source: ByteSource): Promise<RowSource> {
	const head = await source.read(0, HEAD);
	const encoding = await encodingOf(head, () => pieces(source));
	if (recogniseText(decode(head).text) !== 'csv') throw new Refusal('unsupported-format');
	const rows = () => records(source, encoding.label);
	return { format: 'csv', encoding: encoding.name, remarks: [], sheets: [{ name: '', hidden: false, rows }] };
}

async function* records(source: ByteSource, label: string): AsyncGenerator<SourceRow> {
	const decoder = new TextDecoder(label);
	const splitter = new CsvSplitter();
	let row = 0;
	const asRow = (cells: readonly string[]) => ({
		sheet: '',
		row: ++row,
		cells: cells.map((cell) => fromCsvText(undoDoubleEncoding(cell))),
	});
	for await (const piece of pieces(source))
		for (const cells of splitter.push(decoder.decode(piece, { stream: true }))) yield asRow(cells);
	for (const cells of splitter.push(decoder.decode())) yield asRow(cells);
	for (const cells of splitter.end()) yield asRow(cells);
	if (splitter.unclosedQuote) throw new Refusal('structure/unclosed-quote');
}
