import type { Cell } from '../grid.ts';
import type { Holding } from '../holding.ts';
import { scan } from '../xml.ts';
import type { Archive } from '../zip/archive.ts';
import type { BookRows, SourceRow } from '../row-source.ts';
import { readFormats } from './styles.ts';
import { type Book, SheetRows } from './sheet-rows.ts';
import { readTexts } from './texts.ts';
import { readParts } from './workbook-parts.ts';

/** The rows of a workbook, sheet by sheet. Only its shared texts stay in memory. */
export async function xlsxRows(archive: Archive, holding: Holding): Promise<BookRows> {
	const parts = await readParts(archive);
	const book: Book = {
		epoch1904: parts.epoch1904,
		texts: parts.texts ? await readTexts(archive.bytesOf(parts.texts), holding) : [],
		formats: parts.styles ? await readFormats(archive.bytesOf(parts.styles)) : [],
	};
	return {
		sheets: parts.sheets.map(({ name, hidden, entry }) => ({
			name,
			hidden,
			rows: (merge) => sheetRows(archive.bytesOf(entry), book, name, merge),
		})),
	};
}

async function* sheetRows(
	bytes: AsyncIterable<Uint8Array>,
	book: Book,
	sheet: string,
	merge: ConstructorParameters<typeof SheetRows>[1]['merge'],
): AsyncGenerator<SourceRow> {
	let ready: SourceRow[] = [];
	const row = (index: number, cells: readonly Cell[]) => ready.push({ sheet, row: index + 1, cells });
	for await (const step of scan(bytes, new SheetRows(book, { row, merge }))) {
		void step;
		yield* ready;
		ready = [];
	}
	yield* ready;
}
