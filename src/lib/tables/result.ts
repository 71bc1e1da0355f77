import type { LocalDate } from '#lib/calendar.ts';
import type { Kind } from './kinds.ts';

/** What a field can hold. Identifiers are text, days are ISO text, null is unknown (never 0 or ''). */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** Where a value was written: header of its column, address of its cell, the text as it stands there. */
export type CellSource = { readonly column: string; readonly cell: string; readonly raw: string };

/**
 * One thing that was read. Fields stand beside `_row`: the number a spreadsheet shows (for JSON the position from 1).
 * `_row` is missing where rows and columns both carry keys: a price grid, days across the page.
 */
export type Row = { readonly [field: string]: Value | undefined } & {
	readonly _row?: number;
	readonly _sheet?: string;
	/** For every field what its cell said; only when asked for (`ReadOptions.cells`). */
	readonly _cells?: { readonly [field: string]: CellSource };
};

/** What a message needs to name: the cell, its text, what was expected. */
export type FindingParams = Readonly<Record<string, string | number>>;

/** Something that a person must decide (error) or see (warning). */
export type Finding = {
	/** null: the file as a whole. */
	readonly row: number | null;
	/** Header as the file writes it; null: the row as a whole. */
	readonly column: string | null;
	readonly sheet?: string;
	/** Short name; its message key is `tables.<code>`. */
	readonly code: string;
	readonly params: FindingParams;
	/** Plain Indonesian: which cell, what is wrong, what to do. `messageOf(finding, 'en')` says it in English. */
	readonly message: string;
	/** The text that was found. */
	readonly value?: string;
	/** What may be offered as the right value, ready to be taken. */
	readonly offer?: Value;
};

/** Rows, columns or a sheet that hold no data, and why. */
export type Skipped = {
	readonly rows?: readonly number[];
	readonly columns?: readonly string[];
	readonly sheets?: readonly string[];
	readonly sheet?: string;
	readonly reason: string;
};

/** What the reader made of one column. */
export type ColumnUse = {
	readonly header: string;
	readonly sheet: string;
	/** 0 for column A. */
	readonly index: number;
	/** The field it fills; null when nobody knows. */
	readonly field: string | null;
	/** A field that it may be, for a person to confirm. */
	readonly suggestion?: string;
	/** How dates or numbers of this column were understood, for confirmation. */
	readonly understoodAs?: ColumnReading;
};

/** `day-month-year`, `decimal-comma`, …: decided from the whole column, never cell by cell. */
export type ColumnReading = {
	readonly dates?: DateOrder;
	/** The mark before the decimals; the other mark separates thousands. */
	readonly decimalMark?: '.' | ',';
	/** What decided it: the column itself, a cross-check, the writer's country, or what the user told. */
	readonly decidedBy: 'column' | 'cross-check' | 'told' | 'default';
};

export type DateOrder = 'day-month-year' | 'month-day-year';

export type Format = 'csv' | 'xlsx' | 'ods' | 'xls' | 'html' | 'json' | 'jsonl' | 'unknown';

/** Everything that was understood of a file, and everything that was not. Nothing is written anywhere. */
export type ReadResult = {
	readonly kind: Kind;
	readonly format: Format;
	/** Of text files: `utf-8`, `utf-8-bom`, `utf-16le-bom`, `windows-1252` …; null for the others. */
	readonly encoding: string | null;
	/** Names of the sheets that were read, in their order. */
	readonly sheets: readonly string[];
	readonly columns: readonly ColumnUse[];
	/** Rows that can be taken as they are. */
	readonly rows: readonly Row[];
	/** Rows that wait for a decision: exactly those with an error, with the fields that are already certain. */
	readonly rows_pending: readonly Row[];
	readonly daily: readonly Row[];
	readonly weekly: readonly Row[];
	/** Days that count as zero although no line says so. */
	readonly zeros: readonly Row[];
	/** Days, months or cells that are no observation, each with `reason`: unknown, closed, not-on-sale. */
	readonly gaps: readonly Row[];
	/** Facts about stores that a sales file carries. */
	readonly stores: readonly Row[];
	readonly errors: readonly Finding[];
	readonly warnings: readonly Finding[];
	readonly skipped: readonly Skipped[];
	/** Totals over what was taken; pending and skipped rows left out. */
	readonly control: Readonly<Record<string, number>>;
};

/** What the user stated when importing. Nothing else may be assumed; keys that a kind does not use are ignored. */
export type Told = {
	readonly date_order?: DateOrder;
	/** How the writer's machine was set, such as `id-ID`. */
	readonly locale?: string;
	/** The day on which the file is read. */
	readonly today?: LocalDate;
	readonly week_system?: string;
	readonly currency?: string;
	/** File name as the user knows it; used only to say when its ending does not fit the content. */
	readonly file_name?: string;
	/** A mapping that somebody confirmed before: header as written → field, '' = leave out. */
	readonly columns?: Readonly<Record<string, string>>;
};
