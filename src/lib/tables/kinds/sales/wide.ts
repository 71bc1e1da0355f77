import type { AcrossColumn } from '../../across.ts';
import { type Answer, skippedOf } from '../../assemble.ts';
import { readyColumns, noProofs, scanCell, startScan } from '../../column-readers.ts';
import type { Context } from '../../context.ts';
import type { Draft } from '../../draft.ts';
import { finding } from '../../findings.ts';
import type { Table, TableRow } from '../../find-table.ts';
import { textOf } from '../../grid.ts';
import { readRecords, type Records } from '../../read-records.ts';
import type { Finding, Row, Value } from '../../result.ts';
import { field, type Field } from '../../spec.ts';
import type { CellReader } from '../../understood.ts';
import { addUp } from './daily.ts';
import { SALES_FIELDS } from './fields.ts';
import { settleStores } from './stores.ts';
import { checkTotals, columnSums } from './totals.ts';

const TOTAL = /^(grand\s*)?(total|jumlah|jml|rata-?\s*rata|average)\b/i;
const MONEY_TITLE = /nilai|rupiah|\brp\b|omzet|omset|value|sales amount/i;
const KEYS = SALES_FIELDS.filter(({ name }) =>
	['store_code', 'store', 'sku', 'gtin', 'product'].includes(name),
);

/** Days across the page: every cell is the sale of a store and product on a day, or the lack of a record. */
export function readWideSales(
	table: Table,
	days: readonly AcrossColumn[],
	context: Context,
	sheet: string | null,
): Answer {
	const sums = table.header.columns.filter(({ header }) => TOTAL.test(header));
	const keys = withoutColumns(table, [...days, ...sums]);
	const records = readRecords(keys, { fields: KEYS }, context, sheet);
	settleStores(records.drafts, table.titles);
	const amount = amountField(table);
	const read = cellReader(table, days, amount, context);
	const cells = records.drafts.flatMap((draft) => days.map((day) => readCell(draft, day, amount, read)));
	const readers = new Map(days.map((day) => [day.index, read]));
	return {
		columns: records.columns,
		...answered(cells),
		errors: [...rowErrors(records), ...cells.flatMap(({ error }) => error ?? [])],
		warnings: [
			...swappedDays(table, days, sheet),
			...cells.flatMap(({ warning }) => warning ?? []),
			...checkTotals(table, columnSums(records.drafts, readers), sheet),
		],
		skipped: [
			...skippedOf(table, sheet),
			...(sums.length > 0 ? [{ columns: sums.map(({ header }) => header), reason: 'total-column' }] : []),
		],
	};
}

function withoutColumns(table: Table, left: readonly { readonly index: number }[]): Table {
	const gone = new Set(left.map(({ index }) => index));
	const columns = table.header.columns.filter(({ index }) => !gone.has(index));
	return { ...table, header: { ...table.header, columns } };
}

/** One way of reading for all day columns: they are one column, laid on its side. */
function cellReader(
	table: Table,
	days: readonly AcrossColumn[],
	amount: Field,
	context: Context,
): CellReader {
	const scan = startScan(amount);
	for (const { cells } of table.rows as readonly TableRow[])
		for (const { index } of days) scanCell(scan, cells[index] ?? '');
	const [ready] = readyColumns([scan], context, noProofs);
	return ready?.read ?? (() => ({ value: null }));
}

const amountField = (table: Table): Field =>
	MONEY_TITLE.test(table.titles.join(' '))
		? field('value_idr', 'money', 'nilai', { signed: true })
		: field('qty', 'decimal', 'qty', { signed: true });

type WideCell = {
	readonly keys: Row;
	readonly name: string;
	readonly value: Value | undefined;
	readonly error?: Finding;
	readonly warning?: Finding;
};

function readCell(draft: Draft, day: AcrossColumn, amount: Field, read: CellReader): WideCell {
	const cell = draft.cells[day.index] ?? '';
	const { value, error } = read(cell);
	const place = {
		row: draft.row,
		column: day.header,
		index: day.index,
		value: textOf(cell),
		...(draft.sheet === null ? {} : { sheet: draft.sheet }),
	};
	return {
		keys: { date: day.key, ...keysOf(draft) },
		name: amount.name,
		value: draft.errors.length > 0 ? undefined : value,
		...(error ? { error: finding(place, error) } : {}),
		...(typeof value === 'number' && value < 0
			? { warning: finding(place, { code: 'negative-quantity' }) }
			: {}),
	};
}

function keysOf({ values }: Draft): Record<string, Value> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function answered(cells: readonly WideCell[]): Answer {
	const sold = cells.filter(({ value }) => typeof value === 'number');
	const daily = addUp(
		sold.map(({ keys, name, value }) => ({ ...keys, [name]: value })),
		['date'],
	);
	return {
		rows: daily,
		daily,
		gaps: cells.filter(({ value }) => value === null).map(({ keys }) => ({ ...keys, reason: 'unknown' })),
		rows_pending: cells.filter(({ value }) => value === undefined).map(({ keys }) => keys),
	};
}

const rowErrors = ({ drafts }: Records): Finding[] => drafts.flatMap(({ errors }) => errors);

function swappedDays(table: Table, days: readonly AcrossColumn[], sheet: string | null): Finding[] {
	const swapped = days.filter((day) => day.swapped);
	const [first] = swapped;
	if (!first) return [];
	const row = table.header.top + table.header.levels;
	const place = { row, column: first.header, index: first.index, ...(sheet ? { sheet } : {}) };
	const value = swapped.map(({ header, key }) => `${header} → ${key}`).join(', ');
	return [finding({ ...place, value }, { code: 'swapped-day-month' })];
}
