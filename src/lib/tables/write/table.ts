import { isLocalDate } from '#lib/calendar.ts';

/** Identifiers (NIB, GTIN, phone, codes) are text whose every digit counts; money is whole rupiah. */
export type ColumnType = 'text' | 'identifier' | 'number' | 'money' | 'date';

/** A day is a LocalDate; null is an empty cell. */
export type Value = string | number | null;

export type WrittenColumn<Line> = {
	/** Not blank: the reader finds the table by its titles. */
	readonly title: string;
	readonly type: ColumnType;
	readonly value: (line: Line) => Value;
};

/** A table on its way into a file, whatever the format. Its lines are asked for one at a time, once. */
export type WrittenTable<Line> = {
	/** Of the sheet, and of the file without its ending. */
	readonly name: string;
	readonly columns: readonly WrittenColumn<Line>[];
	readonly lines: Iterable<Line> | AsyncIterable<Line>;
};

/** What a writer puts into a cell; what does not fit its column's type is text. */
export type WrittenCell =
	| { readonly is: 'blank' }
	| { readonly is: 'text'; readonly text: string }
	| { readonly is: 'number'; readonly value: number }
	| { readonly is: 'date'; readonly date: string };

export function cellOf<Line>({ type, value }: WrittenColumn<Line>, line: Line): WrittenCell {
	const found = value(line);
	if (found === null || found === '') return { is: 'blank' };
	if (typeof found === 'number' && Number.isFinite(found) && (type === 'number' || type === 'money'))
		return { is: 'number', value: found };
	if (type === 'date' && isLocalDate(String(found))) return { is: 'date', date: String(found) };
	return { is: 'text', text: String(found) };
}

const PIECE = 65_536;

/** Gathers short texts into pieces that are worth handing on. */
export async function* inPieces(
	texts: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	let gathered = '';
	for await (const text of texts) {
		gathered += text;
		if (gathered.length < PIECE) continue;
		yield new TextEncoder().encode(gathered);
		gathered = '';
	}
	if (gathered !== '') yield new TextEncoder().encode(gathered);
}
