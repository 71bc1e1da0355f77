import { type Across, findAcross, monthKey } from '../across.ts';
import { type Answer, skippedOf } from '../assemble.ts';
import { noProofs, readyColumns, scanCell, startScan } from '../column-readers.ts';
import type { Context } from '../context.ts';
import { cellOf, type Draft, textValue } from '../draft.ts';
import { finding } from '../findings.ts';
import type { Table } from '../find-table.ts';
import { oneLine, type Sheet, textOf } from '../grid.ts';
import { chooseTables, readRecordKind, type RecordKind } from '../record-kind.ts';
import { readRecords } from '../read-records.ts';
import { field } from '../spec.ts';

const BUSINESS = field(
	'business',
	'name',
	'nama usaha|usaha|nama umkm|umkm|business|nama|nama pelaku usaha|pelaku usaha|nama toko|id usaha',
	{ required: true },
);

const long: RecordKind = {
	fields: [
		BUSINESS,
		field('date', 'date', 'tanggal|bulan|periode|date|month|tanggal laporan', { required: true }),
		field(
			'income_idr',
			'money',
			'pendapatan|omzet|penghasilan|income|pemasukan|penjualan|jumlah|nilai|total|revenue',
			{ signed: true },
		),
	],
	rowRule: acceptMonth,
	control: (taken) => ({ businesses: countBusinesses(taken) }),
};

/** A report by month needs no day: `Jan 2020` is 2020-01. */
function acceptMonth(draft: Draft): void {
	const key = monthKey(cellOf(draft, 'date'), null);
	const header = draft.columns.get('date')?.header;
	const at = draft.errors.findIndex(({ column }) => column === header);
	if (key === null || at < 0) return;
	draft.errors.splice(at, 1);
	draft.values.date = key;
}

/** What businesses report month by month: a line each, or the months across the page. */
export function readIncome(sheets: readonly Sheet[], context: Context): Answer {
	const { tables } = chooseTables(sheets, long.fields, context);
	const [table] = tables;
	const across = table ? findAcross(table, context) : null;
	return table && across ? readGrid(table, across, context) : readRecordKind(long, sheets, context);
}

/** Letters and spaces do not make another business. */
const countBusinesses = (drafts: readonly Draft[]) =>
	new Set(drafts.map((draft) => oneLine(textValue(draft, 'business')).toLowerCase()).filter(Boolean)).size;

function readGrid(table: Table, { columns }: Across, context: Context): Answer {
	const months = new Set(columns.map(({ index }) => index));
	const header = { ...table.header, columns: table.header.columns.filter(({ index }) => !months.has(index)) };
	const records = readRecords({ ...table, header }, { fields: [BUSINESS] }, context, null);
	const scan = startScan(field('income_idr', 'money', 'pendapatan', { signed: true }));
	for (const { cells } of table.rows) for (const { index } of columns) scanCell(scan, cells[index] ?? '');
	const read = readyColumns([scan], context, noProofs)[0]?.read;
	const cells = records.drafts.flatMap((draft) =>
		columns.map(({ index, header: column, key }) => {
			const cell = draft.cells[index] ?? '';
			const keys = { business: textValue(draft, 'business'), date: key };
			return { keys, place: { row: draft.row, column, index, value: textOf(cell) }, ...read?.(cell) };
		}),
	);
	return {
		sheets: [table.sheet.name],
		columns: records.columns,
		rows: cells.flatMap(({ keys, value }) =>
			typeof value === 'number' ? [{ ...keys, income_idr: value }] : [],
		),
		rows_pending: cells.flatMap(({ keys, error }) => (error ? [keys] : [])),
		gaps: cells.flatMap(({ keys, value }) => (value === null ? [{ ...keys, reason: 'unknown' }] : [])),
		errors: cells.flatMap(({ place, error }) => (error ? [finding(place, error)] : [])),
		skipped: skippedOf(table, null),
		control: { businesses: countBusinesses(records.drafts) },
	};
}
