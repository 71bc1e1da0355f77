import {
	type ColumnScan,
	noProofs,
	type Proofs,
	type ReadyColumn,
	readyColumns,
	scanCell,
	startScan,
} from './column-readers.ts';
import type { Context } from './context.ts';
import { addError, addWarning, cellOf, type Draft } from './draft.ts';
import { finding } from './findings.ts';
import type { Table, TableRow } from './find-table.ts';
import { isBlank, textOf } from './grid.ts';
import { mapColumns, type MappedColumn, type Mapping } from './map-columns.ts';
import type { ColumnReading, ColumnUse, Finding } from './result.ts';
import type { Field } from './spec.ts';

/** Turns columns that are named after nothing in particular into fields: `Nama` is the owner's or the business's. */
export type Chooser = (mapping: Mapping, table: Table) => Mapping;

export type RecordPlan = {
	readonly fields: readonly Field[];
	readonly choose?: Chooser;
	/** Finds, in the rows as they stand, what proves the order of dates or the marks of numbers. */
	readonly proofs?: (table: Table, mapping: Mapping) => Proofs;
};

export type Records = {
	readonly table: Table;
	readonly mapping: Mapping;
	readonly drafts: readonly Draft[];
	readonly columns: readonly ColumnUse[];
	/** Column index → how it was decided to read it. */
	readonly ready: ReadonlyMap<number, ReadyColumn>;
	/** Findings about whole columns. */
	readonly warnings: readonly Finding[];
};

/** Maps the columns of a table, decides how each is read, and understands its rows one by one. */
export function readRecords(
	table: Table,
	plan: RecordPlan,
	context: Context,
	sheetName: string | null,
): Records {
	const first = mapColumns(table.header.columns, plan.fields, context.told.columns, counters(table));
	const mapping = plan.choose ? plan.choose(first, table) : first;
	const proofs = plan.proofs ? plan.proofs(table, mapping) : noProofs;
	const ready = decideColumns(table, mapping, context, proofs);
	const read = rowReader(mapping, ready, context, table.header.width, sheetName);
	return {
		table,
		mapping,
		drafts: table.rows.map(read),
		ready,
		columns: mapping.columns.map((column) => columnUse(column, mapping, ready, table.sheet.name)),
		warnings: mapping.columns.flatMap((column) => mixedOrder(column, ready, sheetName)),
	};
}

/** Columns headed `No` that count the rows: 1, 2, 3 …, with gaps where rows were left out or cells merged. */
export function counters(table: Table): ReadonlySet<number> {
	const named = table.header.columns.filter(({ header }) =>
		/^(no|nomor|no\.?\s*urut|nomor urut|#)\.?$/i.test(header),
	);
	const counts = named.filter(({ index }) => {
		const numbers = table.rows.map(({ cells }) => textOf(cells[index] ?? '').trim()).filter(Boolean);
		return numbers.every(
			(text, i) =>
				/^\d{1,5}\.?$/.test(text) && Number.parseInt(text) >= Number.parseInt(numbers[i - 1] ?? '0'),
		);
	});
	return new Set(counts.map(({ index }) => index));
}

type Ready = ReadonlyMap<number, ReadyColumn>;

function decideColumns(table: Table, { columns }: Mapping, context: Context, proofs: Proofs): Ready {
	const scans = columns.flatMap(({ index, header, field }) =>
		field ? [{ index, scan: startScan(field, header, table.titles) }] : [],
	);
	for (const { cells } of table.rows) for (const { index, scan } of scans) scanCell(scan, cells[index] ?? '');
	const ready = readyColumns(
		scans.map(({ scan }): ColumnScan => scan),
		context,
		proofs,
	);
	return new Map(ready.map((column, i) => [scans[i]?.index ?? -1, column]));
}

/** Understands one row after the other; the plan is fixed before, so that rows may also come as a stream. */
export function rowReader(
	mapping: Mapping,
	ready: Ready,
	context: Context,
	width: number,
	sheet: string | null,
): (row: TableRow) => Draft {
	const columns = new Map(
		mapping.columns.flatMap((column) => (column.field ? [[column.field.name, column]] : [])),
	);
	return ({ row, cells }) => {
		const draft: Draft = { row, sheet, cells, columns, values: {}, errors: [], warnings: [], skip: null };
		for (const [index, column] of ready) readCell(draft, column, index);
		for (const { field } of ready.values()) requireField(draft, field);
		if (context.isText && cells.length > width) extraCells(draft, width);
		return draft;
	};
}

function readCell(draft: Draft, { field, read }: ReadyColumn, index: number): void {
	const cell = draft.cells[index];
	if (cell === undefined || cell === '') {
		draft.values[field.name] ??= null;
		return;
	}
	const { value, also, error, warning } = read(cell);
	if (error) addError(draft, field.name, error);
	if (warning) addWarning(draft, field.name, warning);
	if (value !== undefined) draft.values[field.name] = value;
	if (also) Object.assign(draft.values, also);
}

function requireField(draft: Draft, field: Field): void {
	if (field.required && draft.values[field.name] === null && isBlank(cellOf(draft, field.name)))
		addError(draft, field.name, { code: 'missing-required' });
}

/** Cells beyond the header: blank ones are shown, a filled one means that the row may have slipped. */
function extraCells(draft: Draft, width: number): void {
	const text = draft.cells
		.slice(width)
		.map(textOf)
		.find((cell) => cell.trim() !== '');
	const params = { expected: width, found: draft.cells.length, text: text ?? '' };
	if (text === undefined) addWarning(draft, null, { code: 'extra-empty-cell', params });
	else addError(draft, null, { code: 'unexpected-extra-cell', params });
}

function columnUse(column: MappedColumn, mapping: Mapping, ready: Ready, sheet: string): ColumnUse {
	const { index, header, field } = column;
	const suggestion = field ? undefined : mapping.suggestions.get(index);
	const reading = readingOf(ready.get(index));
	return {
		header,
		sheet,
		index,
		field: field?.name ?? null,
		...(suggestion ? { suggestion } : {}),
		...(reading ? { understoodAs: reading } : {}),
	};
}

function readingOf(column: ReadyColumn | undefined): ColumnReading | null {
	if (column?.order?.order) return { dates: column.order.order, decidedBy: column.order.decidedBy };
	if (!column?.roles) return null;
	const decimal = (['.', ','] as const).find((mark) => column.roles?.[mark] === 'decimal');
	return decimal ? { decimalMark: decimal, decidedBy: column.roles.decidedBy } : null;
}

/** Somebody wrote some dates of the column in the other order: the open ones deserve a look. */
function mixedOrder({ index, header }: MappedColumn, ready: Ready, sheet: string | null): Finding[] {
	if (!ready.get(index)?.order?.mixed) return [];
	return [finding({ row: null, column: header, ...(sheet ? { sheet } : {}) }, { code: 'mixed-date-order' })];
}
