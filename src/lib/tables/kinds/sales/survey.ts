import { findAcross } from '../../across.ts';
import {
	type ColumnScan,
	isScanned,
	type ReadyColumn,
	readyColumns,
	scanCell,
	startScan,
} from '../../column-readers.ts';
import type { Context } from '../../context.ts';
import { findTable, type Table, type TableRow } from '../../find-table.ts';
import { type Cell, isBlank, type Sheet } from '../../grid.ts';
import { isSignature, rowJudge } from '../../judge-rows.ts';
import { mapColumns, type MappedColumn, type Mapping } from '../../map-columns.ts';
import { counters } from '../../read-records.ts';
import { readText } from '../../readers/text.ts';
import type { SheetSource } from '../../row-source.ts';
import { SALES_FIELDS } from './fields.ts';
import { codeColumns, noCodeUse, needsCode, weighCodes } from './lines.ts';
import { salesProofs } from './proofs.ts';
import { itemsOf } from './receipts.ts';
import { noStoreWords, storeNaming, type StoreNaming, weighStore } from './stores.ts';

/** Everything about a long sell-out file that only the whole of it can say; its lines are then understood one by one. */
export type Survey = {
	readonly table: Table;
	readonly mapping: Mapping;
	/** Field → its column. */
	readonly columns: ReadonlyMap<string, MappedColumn>;
	readonly ready: ReadonlyMap<number, ReadyColumn>;
	readonly naming: StoreNaming;
	/** Columns of which a line has to fill one; none where the sender uses no codes. */
	readonly codes: readonly number[];
	/** The row in which somebody begins to sign at the foot of the sheet. */
	readonly signedFrom: number;
	/** Rows of data. */
	readonly lines: number;
};

/** `code` of a finding about the whole file. */
export type NoSurvey = { readonly code: string };

/** The rows of a sheet, a thousand at a time. Cells that are merged downwards stay where they are. */
export async function* inBatches(source: SheetSource): AsyncGenerator<readonly TableRow[]> {
	let batch: TableRow[] = [];
	for await (const row of source.rows(() => undefined)) {
		batch.push(row);
		if (batch.length < 1_000) continue;
		yield batch;
		batch = [];
	}
	yield batch;
}

/** Rows that are looked at together: enough to find the table, and to prove what its columns mean. */
const HEAD = 2_100;

/**
 * The first of two readings of a long file: finds the table, maps its columns and decides how each is read. Answers why
 * not for a file that only a reader of the whole can understand: days across the page, receipts in one cell.
 */
export async function survey(source: SheetSource, context: Context): Promise<Survey | NoSurvey> {
	const walk = inBatches(source);
	const head: TableRow[] = [];
	let next = await walk.next();
	for (; !next.done && head.length < HEAD; next = await walk.next()) head.push(...next.value);
	const table = findTable(sheetOf(source, head), SALES_FIELDS);
	if (!table) return { code: 'structure/no-table' };
	if (findAcross(table, context)?.by === 'date') return { code: 'structure/long-and-wide' };
	const fold = startFold(table, context);
	fold.take(head);
	for (; !next.done; next = await walk.next()) fold.take(next.value);
	return fold.end();
}

function sheetOf(source: SheetSource, head: readonly TableRow[]): Sheet {
	const rows: (readonly Cell[])[] = [];
	for (const { row, cells } of head) rows[row - 1] = cells;
	return { name: source.name, rows: Array.from(rows, (cells) => cells ?? []), merges: [], hidden: false };
}

/** What the head of a file says about its columns. */
function columnsOf(table: Table, context: Context) {
	const mapping = mapColumns(table.header.columns, SALES_FIELDS, context.told.columns, counters(table));
	const columns = new Map(mapping.columns.flatMap((one) => (one.field ? [[one.field.name, one]] : [])));
	const scans = mapping.columns.flatMap(({ index, header, field }) =>
		field ? [{ index, scan: startScan(field, header, table.titles) }] : [],
	);
	return { mapping, columns, scans, codes: codeColumns(columns) };
}

function startFold(table: Table, context: Context) {
	const known = columnsOf(table, context);
	const seen = startCount(known);
	const foot = footOf(table.header.columns.length);
	const judge = rowJudge(table.sheet, table.header);
	const start = table.header.top + table.header.levels;
	/** Rows that are the foot of the sheet unless more data follows. */
	const held: (readonly Cell[])[] = [];
	return {
		take(rows: readonly TableRow[]): void {
			for (const { row, cells } of rows) {
				if (row <= start) continue;
				const isFoot = foot.see(row, cells);
				if (judge(cells, row - 1) !== null) continue;
				if (isFoot) held.push(cells);
				else for (const one of [...held.splice(0), cells]) seen.line(one);
			}
		},
		end(): Survey | NoSurvey {
			const { mapping, columns, scans } = known;
			const refused = seen.isPerReceipt() ? 'structure/long-receipts' : missingColumn(columns);
			if (refused && seen.lines() > 0) return { code: refused };
			const { naming, codes } = seen.end(table.titles);
			const ready = readyColumns(
				scans.map(({ scan }): ColumnScan => scan),
				context,
				salesProofs(table, mapping),
			);
			return {
				table,
				mapping,
				columns,
				ready: new Map(ready.map((column, i) => [scans[i]?.index ?? -1, column])),
				naming,
				codes,
				signedFrom: foot.signedFrom(),
				lines: seen.lines(),
			};
		},
	};
}

/** Counts what the lines show of their stores, codes, receipts and numbers. */
function startCount({ columns, scans, codes }: ReturnType<typeof columnsOf>) {
	const [words, use] = [noStoreWords(), noCodeUse()];
	let [lines, listed] = [0, 0];
	const at = (name: string) => columns.get(name)?.index ?? -1;
	const [store, product, receipt] = [at('store'), at('product'), at('receipt')];
	const counted = scans.flatMap(({ index, scan }) =>
		isScanned(scan.field) ? [{ index, texts: countedTexts(scan) }] : [],
	);
	return {
		line(cells: readonly Cell[]): void {
			lines++;
			for (const { index, texts } of counted) texts.add(cells[index] ?? '');
			if (store >= 0) weighStore(words, readText(cells[store] ?? '').value);
			if (codes.length > 0) weighCodes(use, cells, codes);
			if (receipt >= 0 && product >= 0 && isList(cells[product])) listed++;
		},
		lines: () => lines,
		isPerReceipt: () => receipt >= 0 && (product < 0 || listed > lines / 2),
		end(titles: readonly string[]) {
			for (const { texts } of counted) texts.weigh();
			const naming = storeNaming(words, columns.has('store_code'), titles);
			return { naming, codes: needsCode(use) ? codes : [] };
		},
	};
}

/** How many different texts are counted before they are weighed. */
const COUNTED = 20_000;

/** Long files say the same few texts over and over: they are counted, and each is looked at once. */
function countedTexts(scan: ColumnScan) {
	const counts = new Map<string, number>();
	const weigh = () => {
		for (const [text, times] of counts) scanCell(scan, text, times);
		counts.clear();
	};
	return {
		add(cell: Cell): void {
			if (typeof cell !== 'string') return scanCell(scan, cell);
			counts.set(cell, (counts.get(cell) ?? 0) + 1);
			if (counts.size >= COUNTED) weigh();
		},
		weigh,
	};
}

const isList = (cell: Cell | undefined) =>
	typeof cell === 'string' && / x /i.test(cell) && itemsOf(cell) !== null;

/** A sale needs a day (or week) and an amount. */
export function missingColumn(columns: { has(field: string): boolean }): string | null {
	const has = (...names: string[]) => names.some((name) => columns.has(name));
	if (!has('date', 'week')) return 'structure/no-date-column';
	return has('qty', 'value_idr', 'net_idr') ? null : 'structure/no-amount-column';
}

/** Follows the rows of few words with which a sheet may end: among them officials sign. */
function footOf(columns: number) {
	const few = Math.max(2, columns * 0.4);
	let first = Infinity;
	return {
		/** Does the row stand, as far as one can tell by now, in the foot? */
		see(row: number, cells: readonly Cell[]): boolean {
			if (columns < 4) return false;
			let filled = 0;
			for (const cell of cells) if (!isBlank(cell)) filled++;
			if (filled > few) first = Infinity;
			else if (first === Infinity && isSignature(cells)) first = row;
			return first !== Infinity;
		},
		signedFrom: () => first,
	};
}
