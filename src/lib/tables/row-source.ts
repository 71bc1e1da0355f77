import type { Cell, Merge } from './grid.ts';
import type { Format } from './result.ts';

/** One row as it stands in its file: `row` as a spreadsheet shows it, from 1; `cells[0]` is column A. */
export type SourceRow = { readonly sheet: string; readonly row: number; readonly cells: readonly Cell[] };

export type SheetSource = {
	readonly name: string;
	readonly hidden: boolean;
	/** The rows in their order, each time anew. Blank rows may be missing. @throws Refusal */
	readonly rows: (merge: (merge: Merge) => void) => AsyncGenerator<SourceRow>;
};

export type BookRows = { readonly sheets: readonly SheetSource[] };

/** A file whose rows pass by one at a time, in memory that does not grow with it. */
export type RowSource = BookRows & {
	readonly format: Format;
	/** Of text: as `Opened.encoding`. */
	readonly encoding: string | null;
	readonly remarks: readonly string[];
};
