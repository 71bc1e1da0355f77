import { type Issue, finding } from './findings.ts';
import { type Cell, cellAddress, clean, textOf } from './grid.ts';
import type { MappedColumn } from './map-columns.ts';
import type { CellSource, Finding, Row, Value } from './result.ts';

/** A row while it is being understood. */
export type Draft = {
	readonly row: number;
	readonly sheet: string | null;
	readonly cells: readonly Cell[];
	/** Field → its column. */
	readonly columns: ReadonlyMap<string, MappedColumn>;
	readonly values: Record<string, Value>;
	readonly errors: Finding[];
	readonly warnings: Finding[];
	/** Set when the row turns out to be no data. */
	skip: string | null;
};

export function cellOf(draft: Draft, field: string): Cell {
	const column = draft.columns.get(field);
	return column ? (draft.cells[column.index] ?? '') : '';
}

export const rawText = (draft: Draft, field: string): string => clean(textOf(cellOf(draft, field)));

/** Text of a field that was understood; '' when it is unknown. */
export function textValue(draft: Draft, field: string): string {
	const value = draft.values[field];
	return typeof value === 'string' ? value : '';
}

export function numberValue(draft: Draft, field: string): number | null {
	const value = draft.values[field];
	return typeof value === 'number' ? value : null;
}

/** The row must wait: what the field holds needs a decision. null: the row as a whole. */
export function addError(draft: Draft, field: string | null, issue: Issue): void {
	draft.errors.push(found(draft, field, issue));
	if (field !== null) delete draft.values[field];
}

export function addWarning(draft: Draft, field: string | null, issue: Issue): void {
	draft.warnings.push(found(draft, field, issue));
}

function found(draft: Draft, field: string | null, issue: Issue): Finding {
	const column = field === null ? undefined : draft.columns.get(field);
	const sheet = draft.sheet === null ? {} : { sheet: draft.sheet };
	if (!column) return finding({ row: draft.row, column: null, ...sheet }, issue);
	const value = clean(textOf(draft.cells[column.index] ?? ''));
	return finding({ row: draft.row, column: column.header, index: column.index, value, ...sheet }, issue);
}

export const isPending = (draft: Draft): boolean => draft.errors.length > 0;

/** The row as it is answered. */
export function toRow(draft: Draft, withCells: boolean): Row {
	return {
		_row: draft.row,
		...(draft.sheet === null ? {} : { _sheet: draft.sheet }),
		...withoutHelpers(draft),
		...(withCells ? { _cells: sourcesOf(draft) } : {}),
	};
}

/** Columns that only helped to understand the others are not answered. */
function withoutHelpers({ values, columns }: Draft): Record<string, Value> {
	const answered = { ...values };
	for (const [name, { field }] of columns) if (field?.helper) delete answered[name];
	return answered;
}

function sourcesOf(draft: Draft): Record<string, CellSource> {
	const sources: Record<string, CellSource> = {};
	for (const [field, { index, header }] of draft.columns)
		sources[field] = {
			column: header,
			cell: cellAddress(index, draft.row),
			raw: textOf(draft.cells[index] ?? ''),
		};
	return sources;
}
