import { type Answer, skippedOf, sortDrafts } from '../../assemble.ts';
import { findAcross } from '../../across.ts';
import type { Context } from '../../context.ts';
import { addError, type Draft, isPending } from '../../draft.ts';
import { finding } from '../../findings.ts';
import type { Table } from '../../find-table.ts';
import type { Sheet } from '../../grid.ts';
import { chooseTables, noTable } from '../../record-kind.ts';
import { readRecords, type Records } from '../../read-records.ts';
import type { Finding, Row } from '../../result.ts';
import { natureOf } from '../../readers/number.ts';
import { addUp, controlSums, productKey } from './daily.ts';
import { SALES_FIELDS } from './fields.ts';
import { requireCodes, settleLine } from './lines.ts';
import { productList, settleProducts } from './products.ts';
import { salesProofs } from './proofs.ts';
import { settleReceipts } from './receipts.ts';
import { silentDays } from './silent-days.ts';
import { settleStores, storeFacts, storeKey, storeName } from './stores.ts';
import { checkTotals, columnSums } from './totals.ts';
import { readWideSales } from './wide.ts';
import { missingColumn } from './survey.ts';
import { settleWeek } from './weeks.ts';

/** Sell-out files: what was sold, by day (or week), store and product. Zero, closed and unknown stay apart. */
export function readSales(sheets: readonly Sheet[], context: Context): Answer {
	const { tables, skipped } = chooseTables(sheets, SALES_FIELDS, context);
	if (tables.length === 0) return { errors: [noTable()], skipped };
	const nameOf = (table: Table) => (tables.length > 1 ? table.sheet.name : null);
	const answers = tables.map((table) => {
		const across = findAcross(table, context);
		if (across?.by === 'date') return readWideSales(table, across.columns, context, nameOf(table));
		return readLongSales(table, context, nameOf(table));
	});
	return merge(answers, tables, skipped);
}

function merge(answers: readonly Answer[], tables: readonly Table[], skipped: Answer['skipped']): Answer {
	const all = <K extends keyof Answer>(key: K) =>
		answers.flatMap((answer) => (answer[key] ?? []) as readonly never[]);
	return {
		sheets: tables.map((table) => table.sheet.name),
		columns: all('columns'),
		rows: all('rows'),
		rows_pending: all('rows_pending'),
		daily: answers.length > 1 ? addUp(all('daily'), ['date']) : all('daily'),
		weekly: answers.length > 1 ? addUp(all('weekly'), ['from', 'to']) : all('weekly'),
		zeros: all('zeros'),
		gaps: all('gaps'),
		stores: all('stores'),
		errors: all('errors'),
		warnings: all('warnings'),
		skipped: [...(skipped ?? []), ...all('skipped')],
		control: controlSums(answers.flatMap((answer) => [...(answer.daily ?? []), ...(answer.weekly ?? [])])),
	};
}

function readLongSales(table: Table, context: Context, sheet: string | null): Answer {
	const records = readRecords(table, { fields: SALES_FIELDS, proofs: salesProofs }, context, sheet);
	const missing = missingColumns(records);
	if (missing) return { errors: [missing], columns: records.columns, skipped: skippedOf(table, sheet) };
	const { drafts } = records;
	for (const draft of drafts) settleLine(draft, context);
	settleStores(drafts, table.titles);
	requireCodes(drafts);
	settleProducts(drafts, productList(context));
	settleReceipts(drafts);
	settleDays(records, context);
	const sorted = sortDrafts(drafts, context);
	return {
		...sorted,
		...addedUp(drafts),
		columns: records.columns,
		stores: storeFacts(drafts),
		warnings: [...records.warnings, ...sorted.warnings, ...totalsOf(records, sheet)],
		skipped: [...skippedOf(table, sheet), ...sorted.skipped],
	};
}

function missingColumns({ mapping, table }: Records): Finding | null {
	if (table.rows.length === 0) return null;
	const code = missingColumn(new Set(mapping.columns.flatMap(({ field }) => field?.name ?? [])));
	return code === null ? null : finding({ row: null, column: null }, { code });
}

function settleDays({ drafts, mapping }: Records, context: Context): void {
	const byDate = mapping.columns.some(({ field }) => field?.name === 'date');
	for (const draft of drafts) {
		if (draft.skip !== null) continue;
		if (!byDate) settleWeek(draft, context);
		else if (draft.values.date === null) addError(draft, 'date', { code: 'missing-required' });
	}
}

/** Taken lines by day and by week; days without a line; days on which the store was shut. */
function addedUp(drafts: readonly Draft[]): Answer {
	const taken = drafts.filter((draft) => draft.skip === null && !isPending(draft));
	const closed = taken.filter(isClosed);
	const sold = taken.filter((draft) => !isClosed(draft)).map(({ values }) => values);
	const dated = sold.filter((line) => typeof line.date === 'string');
	const silent = silentDays(dated);
	const isShut = (day: Row) =>
		closed.some(({ values }) => values.date === day.date && sameStore(values, day));
	return {
		daily: addUp(dated, ['date']),
		weekly: addUp(
			sold.filter((line) => typeof line.from === 'string'),
			['from', 'to'],
		),
		zeros: silent.zeros.filter(saysNothingElse(drafts)),
		gaps: [...silent.gaps.filter((day) => !isShut(day)), ...closed.map(closedDay)],
	};
}

/**
 * Nothing sold is certain only where no waiting line may say otherwise: one about that store and product on that day, or
 * one whose day or product is what it waits for.
 */
function saysNothingElse(drafts: readonly Draft[]): (day: Row) => boolean {
	const keyOf = (date: string, store: string, product: string) => [date, store, product].join('\n');
	const waiting = drafts.filter((draft) => draft.skip === null && isPending(draft));
	const open = new Set(
		waiting.map(({ values }) => keyOf(String(values.date ?? ''), storeKey(values), productKey(values))),
	);
	return (day) => {
		const [date, store, product] = [String(day.date), storeKey(day), productKey(day)];
		const lines = [keyOf(date, store, product), keyOf('', store, product), keyOf(date, store, '')];
		return !lines.some((line) => open.has(line));
	};
}

const isClosed = ({ values }: Draft) =>
	values.open === false && !values.qty && !values.value_idr && !values.net_idr;

const sameStore = (a: Draft['values'], b: Row) => a.store_code === b.store_code && a.store === b.store;

function closedDay({ values }: Draft): Row {
	const { date = null, sku, product } = values;
	return {
		date,
		...storeName(values),
		...(sku ? { sku } : {}),
		...(product ? { product } : {}),
		reason: 'closed',
	};
}

function totalsOf({ table, ready, drafts }: Records, sheet: string | null): Finding[] {
	if (table.totals.length === 0) return [];
	const amounts = [...ready].filter(
		([, { field }]) => natureOf(field) !== null && field.name !== 'price_idr',
	);
	const readers = new Map(amounts.map(([index, { read }]) => [index, read]));
	return checkTotals(table, columnSums(drafts, readers), sheet);
}
