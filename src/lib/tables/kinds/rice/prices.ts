import { type Across, findAcross } from '../../across.ts';
import { type Answer, skippedOf } from '../../assemble.ts';
import { noProofs, readyColumns, scanCell, startScan } from '../../column-readers.ts';
import type { Context } from '../../context.ts';
import { addError, type Draft, numberValue, rawText, textValue } from '../../draft.ts';
import { finding } from '../../findings.ts';
import type { Table } from '../../find-table.ts';
import { oneLine, type Sheet, textOf } from '../../grid.ts';
import { digitsOf } from '../../numbers.ts';
import { chooseTables, noTable, readRecordKind, type RecordKind } from '../../record-kind.ts';
import { readRecords } from '../../read-records.ts';
import { readText } from '../../readers/text.ts';
import type { Finding, Row } from '../../result.ts';
import { field } from '../../spec.ts';
import type { CellReader } from '../../understood.ts';

const ITEM = field(
	'item',
	'text',
	'komoditas|komoditi|nama komoditas|item|nama|name|nama barang|barang|bahan pokok|jenis|jenis beras|uraian',
);
const PLACE = field(
	'place',
	'text',
	'kabupaten kota|kabupaten|kota|daerah|wilayah|lokasi|pasar|kab kota|place|region|provinsi|nama daerah',
	{
		reader: () => (cell) => {
			const { value } = readText(cell);
			return { value: typeof value === 'string' ? placeName(value) : null };
		},
	},
);

/** Prices over time: one a row with its unit, or days and months across the page. */
export function readPrices(sheets: readonly Sheet[], context: Context): Answer {
	const { tables, skipped } = chooseTables(sheets, [ITEM, PLACE, ...long.fields], context);
	if (tables.length === 0) return { errors: [noTable()], skipped };
	const grids = tables.map((table) => ({ table, across: findAcross(table, context) }));
	if (!grids.every(({ across }) => across !== null)) return readRecordKind(long, sheets, context);
	const answers = grids.flatMap(({ table, across }) =>
		across ? [readGrid(table, across, context, tables.length > 1)] : [],
	);
	return {
		sheets: tables.map((table) => table.sheet.name),
		columns: answers.flatMap((answer) => answer.columns ?? []),
		rows: answers.flatMap((answer) => answer.rows ?? []),
		rows_pending: answers.flatMap((answer) => answer.rows_pending ?? []),
		gaps: answers.flatMap((answer) => answer.gaps ?? []),
		errors: answers.flatMap((answer) => answer.errors ?? []),
		skipped: [...skipped, ...answers.flatMap((answer) => answer.skipped ?? [])],
	};
}

/** `Kab. Contoh` and `Kota Contoh` are `Contoh`. */
export const placeName = (text: string): string => oneLine(text).replace(/^(kabupaten|kab\.?|kota)\s+/i, '');

const long: RecordKind = {
	fields: [
		field('date', 'date', 'tanggal|date|hari tanggal'),
		ITEM,
		PLACE,
		field('unit', 'text', 'satuan|unit|uom', { helper: true, reader: () => readText }),
		field('price_idr', 'money', 'harga|price|harga rp|harga satuan|harga eceran', { small: 100 }),
	],
	rowRule: perKilogram,
	listRule: markOutliers,
};

const UNITS: Readonly<Record<string, number>> = {
	kg: 1,
	kilo: 1,
	kilogram: 1,
	ons: 0.1,
	g: 0.001,
	gr: 0.001,
	gram: 0.001,
	kuintal: 100,
	kwintal: 100,
	ku: 100,
	kw: 100,
	ton: 1000,
	t: 1000,
};

/** Kilograms in a unit of sale: `karung 5 kg` is 5, `Rp/kg` 1; null where it has no fixed weight. */
export function kilograms(unit: string): number | null {
	const text = oneLine(unit)
		.toLowerCase()
		.replace(/^rp\.?\s*\/\s*|^per\s+|^\/\s*/, '');
	const [, count, name = ''] =
		/(?:(\d[\d.,]*)\s*|\b)(kilogram|kilo|kg|gram|gr|g|ons|kuintal|kwintal|kw|ku|ton|t)\b/.exec(text) ?? [];
	const each = UNITS[name];
	if (each === undefined) return null;
	const amount = count === undefined ? 1 : packSize(count);
	return amount === null || amount === 0 ? null : amount * each;
}

/** The number of a pack: `5`, `2,5`; no sack holds thousands of kilograms. */
function packSize(text: string): number | null {
	const digits = digitsOf(text);
	if (digits.readings === 'none') return null;
	return digits.readings === 'one' ? digits.value : digits.asDecimal;
}

function perKilogram(draft: Draft): void {
	const price = numberValue(draft, 'price_idr');
	if (!draft.columns.has('unit')) return;
	draft.values.price_per_kg_idr = null;
	if (price === null) return;
	const weight = kilograms(rawText(draft, 'unit'));
	if (weight === null) return addError(draft, 'unit', { code: 'unit-not-convertible' });
	draft.values.price_per_kg_idr = Number((price / weight).toPrecision(12));
}

// Food prices of one item double in a crisis; five times is a slip of the pen.
const SLIP = 5;

function markOutliers(drafts: readonly Draft[]): void {
	const groups = new Map<string, Draft[]>();
	for (const draft of drafts) {
		const key = `${textValue(draft, 'item')}\n${textValue(draft, 'place')}`;
		groups.set(key, [...(groups.get(key) ?? []), draft]);
	}
	for (const group of groups.values()) markInGroup(group);
}

function markInGroup(group: readonly Draft[]): void {
	const priceOf = (draft: Draft) => numberValue(draft, 'price_per_kg_idr') ?? numberValue(draft, 'price_idr');
	const priced = group.filter((draft) => draft.errors.length === 0 && (priceOf(draft) ?? 0) > 0);
	for (const draft of priced) {
		const others = priced.filter((other) => other !== draft).map((other) => priceOf(other) ?? 0);
		const price = priceOf(draft) ?? 0;
		const middle = median(others);
		// Of two prices that contradict each other, the one that is a round multiple of ten too high is the slip.
		const high = middle !== null && price / middle >= SLIP;
		const low = middle !== null && middle / price >= SLIP && others.length > 1;
		if (!high && !low) continue;
		addError(draft, 'price_idr', { code: 'outlier' });
		delete draft.values.price_per_kg_idr;
	}
}

function median(values: readonly number[]): number | null {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function readGrid(table: Table, across: Across, context: Context, several: boolean): Answer {
	const sheet = several ? table.sheet.name : null;
	const days = new Set(across.columns.map(({ index }) => index));
	const columns = table.header.columns.filter(({ index }) => !days.has(index));
	const records = readRecords(
		{ ...table, header: { ...table.header, columns } },
		{ fields: [ITEM, PLACE] },
		context,
		sheet,
	);
	const headings = headingRows(table, records.drafts);
	const read = priceReader(table, across, context);
	const lines = records.drafts.filter(({ row }) => !headings.includes(row));
	const cells = lines.flatMap((draft) => readLine(draft, across, read));
	return {
		columns: records.columns,
		rows: present(cells.map(({ row }) => row)),
		gaps: present(cells.map(({ gap }) => gap)),
		errors: present(cells.map(({ error }) => error)),
		rows_pending: present(cells.map(({ pending }) => pending)),
		skipped: [
			...skippedOf(table, sheet),
			...(headings.length > 0 ? [{ rows: headings, reason: 'group-heading' }] : []),
		],
	};
}

/** Lines of the highest level, when deeper ones follow: they name a group, and their price is its average. */
function headingRows({ header, rows }: Table, drafts: readonly Draft[]): number[] {
	const level = header.columns.find(({ header: text }) => /^(level|tingkat)$/i.test(text))?.index;
	const counter = header.columns.find(({ header: text }) => /^no\.?$/i.test(text))?.index;
	const text = (cells: (typeof rows)[number]['cells'], at: number | undefined) =>
		at === undefined ? '' : oneLine(textOf(cells[at]));
	const levels = rows.map(({ cells }) => Number(text(cells, level)));
	const top = Math.min(...levels);
	const isHeading = (i: number, cells: (typeof rows)[number]['cells']) =>
		level !== undefined
			? levels[i] === top && Math.max(...levels) > top
			: /^[IVX]+\.?$/.test(text(cells, counter));
	return rows.flatMap(({ cells }, i) => (isHeading(i, cells) ? [drafts[i]?.row ?? 0] : []));
}

function priceReader(table: Table, { columns }: Across, context: Context): CellReader {
	const scan = startScan(field('price_idr', 'money', 'harga'));
	for (const { cells } of table.rows) for (const { index } of columns) scanCell(scan, cells[index] ?? '');
	return readyColumns([scan], context, noProofs)[0]?.read ?? (() => ({ value: null }));
}

type GridCell = { readonly row?: Row; readonly gap?: Row; readonly error?: Finding; readonly pending?: Row };

const present = <T>(items: readonly (T | undefined)[]): T[] =>
	items.filter((item): item is T => item !== undefined);

/** The prices of one line. Blank, dash and 0 are no observation; before the first price the item was not on sale yet. */
function readLine(draft: Draft, { columns, by }: Across, read: CellReader): GridCell[] {
	const keys = Object.fromEntries(Object.entries(draft.values).filter(([, value]) => value !== null));
	const understood = columns.flatMap((column) => {
		const cell = draft.cells[column.index];
		return cell === undefined ? [] : [{ column, cell, ...read(cell) }];
	});
	const first = understood.findIndex(
		({ value, error }) => error !== undefined || (typeof value === 'number' && value > 0),
	);
	return understood.map(({ column, cell, value, error }, i): GridCell => {
		const row = { ...keys, [by]: column.key };
		if (error)
			return {
				pending: row,
				error: finding(placeOf(draft, column.header, column.index, textOf(cell)), error),
			};
		if (typeof value === 'number' && value > 0) return { row: { ...row, price_idr: value } };
		return { gap: { ...row, reason: first > 0 && i < first ? 'not-on-sale' : 'unknown' } };
	});
}

const placeOf = (draft: Draft, column: string, index: number, value: string) => ({
	row: draft.row,
	column,
	index,
	value,
	...(draft.sheet === null ? {} : { sheet: draft.sheet }),
});
