import type { CellSource, Finding, ReadResult, Row, Value } from '#lib/tables/result.ts';
import type { ImportDecisions, Take } from './import-decisions.ts';

/** A row that goes in. Fields in `cleared` were written `[kosongkan]`: what is known of them is taken away. */
export type TakenRow = {
	readonly key: string;
	/** Sheet and row as `placeOfCell` gives them for its cells. */
	readonly place: string;
	readonly row: number;
	/** Name of its sheet; null for text files. */
	readonly sheet: string | null;
	/** The same where the file has data on several sheets, so that it must be said. */
	readonly saidSheet: string | null;
	readonly values: Row;
	/** By field, the cell that was read. */
	readonly cells: Readonly<Record<string, CellSource>>;
	readonly cleared: ReadonlySet<string>;
};

/** A row that waits for a person, with the reasons. */
export type WaitingRow = TakenRow & { readonly errors: readonly Finding[]; readonly decision: Take | null };

export type SortedRows = {
	readonly taken: readonly TakenRow[];
	readonly waiting: readonly WaitingRow[];
	/** Left out by decision. */
	readonly leftOut: readonly WaitingRow[];
};

const CLEAR = /^\s*\[\s*kosongkan\s*\]\s*$/i;

/** Names a row of a file: `!7`, with several sheets `UMKM 2020!7`. */
export const rowKey = (sheet: string | null | undefined, row: number | null): string =>
	`${sheet ?? ''}!${row ?? ''}`;

/** `UMKM 2020!37` for the cell `UMKM 2020!D37`, `!37` for a cell of a text file. */
export function placeOfCell(cell: string): string {
	const [, sheet = '', row = ''] = /^(?:(.*)!)?(?:[A-Z]+|\d+:)(\d+)$/.exec(cell) ?? [];
	return rowKey(sheet, Number(row));
}

/** Which rows of a file go in, which wait and which were left out, in the order of the file. */
export function sortRows(result: ReadResult, decisions: ImportDecisions): SortedRows {
	const errors = errorsByRow(result.errors);
	const fields = new Map(result.columns.map((column) => [column.header, column.field]));
	const taken: TakenRow[] = [];
	const waiting: WaitingRow[] = [];
	const leftOut: WaitingRow[] = [];
	for (const values of inFileOrder(result)) {
		const row = plainRow(values, result);
		const open = (errors.get(row.key) ?? []).filter(
			({ column }) => !row.cleared.has(fieldOf(column, fields)),
		);
		const decision = decisions.rows?.[row.key] ?? (open.length > 0 ? (decisions.allRows ?? null) : null);
		if (open.length === 0 && decision !== 'nothing') taken.push(row);
		else if (decision === 'nothing') leftOut.push({ ...row, errors: open, decision });
		else if (decision && isEnough(open))
			taken.push(decision === 'offered' ? withOffers(row, open, fields) : row);
		else waiting.push({ ...row, errors: open, decision });
	}
	return { taken, waiting, leftOut };
}

/** Where a row stands in its file. */
const placeIn = ({ _row: row = 0, _sheet: sheet }: Row) => ({ row, sheet: sheet ?? null });
const cellsOf = ({ _cells: cells = {} }: Row) => cells;

function inFileOrder(result: ReadResult): Row[] {
	const inOrder = (values: Row) => {
		const { row, sheet } = placeIn(values);
		return { values, row, sheet: result.sheets.indexOf(sheet ?? '') };
	};
	return [...result.rows, ...result.rows_pending]
		.map(inOrder)
		.toSorted((a, b) => a.sheet - b.sheet || a.row - b.row)
		.map(({ values }) => values);
}

function plainRow(values: Row, result: ReadResult): TakenRow {
	const { row, sheet: saidSheet } = placeIn(values);
	const sheet = saidSheet ?? (isWorkbook(result) ? (result.sheets[0] ?? null) : null);
	const cells = cellsOf(values);
	const cleared = Object.entries(cells).filter(([, { raw }]) => CLEAR.test(raw));
	return {
		key: rowKey(saidSheet, row),
		place: rowKey(sheet, row),
		row,
		sheet,
		saidSheet,
		values,
		cells,
		cleared: new Set(cleared.map(([field]) => field)),
	};
}

const isWorkbook = ({ format }: ReadResult) => format === 'xlsx' || format === 'xls' || format === 'ods';

function errorsByRow(errors: readonly Finding[]): Map<string, Finding[]> {
	const byRow = new Map<string, Finding[]>();
	for (const error of errors) {
		const key = rowKey(error.sheet, error.row);
		byRow.set(key, [...(byRow.get(key) ?? []), error]);
	}
	return byRow;
}

const fieldOf = (column: string | null, fields: ReadonlyMap<string, string | null>) =>
	fields.get(column ?? '') ?? '';

/** Without what it must have, a row cannot be taken however one decides. */
const isEnough = (errors: readonly Finding[]) => errors.every(({ code }) => code !== 'missing-required');

function withOffers(
	row: TakenRow,
	errors: readonly Finding[],
	fields: ReadonlyMap<string, string | null>,
): TakenRow {
	const offers: Record<string, Value> = {};
	for (const { column, offer } of errors) {
		if (offer === undefined) continue;
		if (isFields(offer)) Object.assign(offers, offer);
		else offers[fieldOf(column, fields)] = offer;
	}
	return { ...row, values: { ...row.values, ...offers } };
}

/** An offer for several fields at once, such as a swapped latitude and longitude. */
function isFields(offer: Value): offer is { readonly [field: string]: Value } {
	return typeof offer === 'object' && offer !== null && !Array.isArray(offer);
}
