import { covers, findHeader, type Header } from './find-header.ts';
import { type Cell, isBlank, oneLine, type Sheet, textOf } from './grid.ts';
import { isSignature, rowJudge } from './judge-rows.ts';
import type { Skipped } from './result.ts';
import type { Field } from './spec.ts';

export type TableRow = { readonly row: number; readonly cells: readonly Cell[] };

/** The table inside a sheet: header and data rows; everything else is skipped, with the reason. */
export type Table = {
	readonly sheet: Sheet;
	readonly header: Header;
	readonly rows: readonly TableRow[];
	readonly skipped: readonly Skipped[];
	/** Rows that add up others: they are checked against what was read. */
	readonly totals: readonly (TableRow & { readonly reason: string })[];
	/** Rows with a heading for those below them. */
	readonly headings: readonly TableRow[];
	/** Texts above the header: title, period, unit. */
	readonly titles: readonly string[];
};

export function findTable(sheet: Sheet, fields: readonly Field[]): Table | null {
	const header = findHeader(sheet, fields);
	if (!header) return null;
	const judge = rowJudge(sheet, header);
	const start = header.top + header.levels;
	const judged = sheet.rows
		.slice(start)
		.map((cells, i) => ({ row: start + i + 1, cells, reason: judge(cells, start + i) }));
	markSignatures(judged, header.columns.length);
	const data = judged.filter(({ reason }) => reason === null);
	return {
		sheet,
		header,
		rows: data.map(({ row, cells }) => ({ row, cells: withMerged(sheet, cells, row) })),
		skipped: [...titleRows(sheet, header), ...byReason(judged)],
		totals: judged.flatMap(({ row, cells, reason }) => (isTotal(reason) ? [{ row, cells, reason }] : [])),
		headings: judged.filter(({ reason }) => reason === 'group-heading'),
		titles: sheet.rows.slice(0, header.top).flatMap(textsOf),
	};
}

type Judged = { readonly row: number; readonly cells: readonly Cell[]; reason: string | null };

const isTotal = (reason: string | null): reason is string =>
	reason !== null && /^(sub)?total-row$/.test(reason);
const textsOf = (cells: readonly Cell[]) => cells.map((cell) => oneLine(textOf(cell))).filter(Boolean);

/** At the foot of a sheet: from the first row in which somebody signs, all rows of few words. */
function markSignatures(judged: Judged[], columns: number): void {
	const few = (cells: readonly Cell[]) =>
		cells.filter((cell) => !isBlank(cell)).length <= Math.max(2, columns * 0.4);
	if (columns < 4) return;
	let start = judged.length;
	while (start > 0 && few(judged[start - 1]?.cells ?? [])) start--;
	const first = judged.findIndex(({ cells }, i) => i >= start && isSignature(cells));
	if (first < 0) return;
	for (const row of judged.slice(first)) if (row.reason !== 'blank') row.reason = 'signature-block';
}

/** In a form, merged and with a header of several levels, the blank lines above the header are part of its head. */
function titleRows(sheet: Sheet, header: Header): Skipped[] {
	const above = sheet.rows
		.slice(0, header.top)
		.map((cells, i) => ({ row: i + 1, blank: textsOf(cells).length === 0 }));
	const own = Array.from({ length: header.levels }, (_, i) => header.top + 1 + i);
	const isForm = header.levels > 1 && sheet.merges.some((merge) => merge.top < header.top);
	const title = above.filter(({ blank }) => isForm || !blank).map(({ row }) => row);
	const blank = above.filter((one) => !isForm && one.blank).map(({ row }) => row);
	const parts = [
		{ rows: title, reason: 'title' },
		{ rows: blank, reason: 'blank' },
		{ rows: own, reason: 'header' },
	];
	return parts.filter(({ rows }) => rows.length > 0);
}

function byReason(judged: readonly Judged[]): Skipped[] {
	const rows = new Map<string, number[]>();
	for (const { row, reason } of judged) {
		if (reason === null) continue;
		const list = rows.get(reason) ?? [];
		list.push(row);
		rows.set(reason, list);
	}
	return [...rows].map(([reason, list]) => ({ rows: list, reason }));
}

/** A cell merged over several rows holds for each of them; one merged sideways stays where it is. */
function withMerged(sheet: Sheet, cells: readonly Cell[], row: number): readonly Cell[] {
	const r = row - 1;
	const over = sheet.merges.filter((merge) => merge.top < r && r <= merge.bottom);
	if (over.length === 0) return cells;
	const full = [...cells];
	for (const merge of over)
		for (let c = merge.left; c <= merge.right; c++)
			if (covers(merge, r, c) && isBlank(full[c])) full[c] = sheet.rows[merge.top]?.[merge.left] ?? '';
	return full;
}
