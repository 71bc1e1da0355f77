import type { Context } from './context.ts';
import { type Draft, isPending, toRow } from './draft.ts';
import type { Table } from './find-table.ts';
import type { Kind } from './kinds.ts';
import type { Opened } from './open.ts';
import type { Finding, ReadResult, Skipped } from './result.ts';

/** What every kind answers; the rest of the result is empty unless it says otherwise. */
export type Answer = Partial<ReadResult>;

/** An answer in which nothing was found yet. */
export function emptyResult(kind: Kind, opened: Opened): ReadResult {
	return {
		kind,
		format: opened.format,
		encoding: opened.encoding,
		sheets: [],
		columns: [],
		rows: [],
		rows_pending: [],
		daily: [],
		weekly: [],
		zeros: [],
		gaps: [],
		stores: [],
		errors: [],
		warnings: [],
		skipped: [],
		control: {},
	};
}

/** Rows that can be taken and rows that wait, their findings, and what was skipped on the way. */
export function sortDrafts(drafts: readonly Draft[], context: Context) {
	const data = drafts.filter((draft) => draft.skip === null);
	return {
		rows: data.filter((draft) => !isPending(draft)).map((draft) => toRow(draft, context.cells)),
		rows_pending: data.filter(isPending).map((draft) => toRow(draft, context.cells)),
		errors: data.flatMap((draft) => draft.errors),
		warnings: drafts.flatMap((draft): Finding[] => draft.warnings),
		skipped: skippedDrafts(drafts),
	};
}

function skippedDrafts(drafts: readonly Draft[]): Skipped[] {
	const groups = new Map<string, { rows: number[]; sheet: string | null; reason: string }>();
	for (const { row, sheet, skip } of drafts) {
		if (skip === null) continue;
		const group = groups.get(`${sheet}\n${skip}`) ?? { rows: [], sheet, reason: skip };
		group.rows.push(row);
		groups.set(`${sheet}\n${skip}`, group);
	}
	return [...groups.values()].map(({ rows, sheet, reason }) => ({
		rows,
		reason,
		...(sheet === null ? {} : { sheet }),
	}));
}

/** What the search for the table skipped; with several sheets each entry names its own. */
export function skippedOf(table: Table, sheet: string | null): Skipped[] {
	return table.skipped.map((one) => (sheet === null ? one : { ...one, sheet }));
}
