import type { Table } from './find-table.ts';
import type { Mapping } from './map-columns.ts';
import type { Skipped } from './result.ts';

const TOTAL = /^(grand\s*)?(total|jumlah|jml|sub\s*-?\s*total)\b/i;
const SHARE = /^%|\bpersen(tase)?\b|\brata-?\s*rata\b/i;

/** Columns that are no field and only compute from the others: totals, shares, formulas. */
export function derivedColumns(table: Table, mapping: Mapping): Skipped[] {
	const unread = mapping.columns.filter(({ field }) => field === null);
	const sums = unread.filter(({ header }) => TOTAL.test(header)).map(({ header }) => header);
	const derived = unread
		.filter(({ header, index }) => !TOTAL.test(header) && (SHARE.test(header) || isComputed(table, index)))
		.map(({ header }) => header);
	return [
		...(sums.length > 0 ? [{ columns: sums, reason: 'total-column' }] : []),
		...(derived.length > 0 ? [{ columns: derived, reason: 'derived' }] : []),
	];
}

function isComputed({ rows }: Table, index: number): boolean {
	const cells = rows.map(({ cells: row }) => row[index]);
	const formulas = cells.filter(
		(cell) =>
			typeof cell === 'object' && (cell.type === 'formula' || (cell.type === 'number' && cell.formula)),
	);
	return formulas.length > rows.length / 2;
}
