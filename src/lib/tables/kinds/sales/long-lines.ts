import type { Context } from '../../context.ts';
import { addError, type Draft } from '../../draft.ts';
import type { TableRow } from '../../find-table.ts';
import { rowJudge } from '../../judge-rows.ts';
import { rowReader } from '../../read-records.ts';
import type { SheetSource } from '../../row-source.ts';
import type { CellReader } from '../../understood.ts';
import { requireCode, settleLine } from './lines.ts';
import { nameStore } from './stores.ts';
import { inBatches, type Survey } from './survey.ts';
import { settleWeek } from './weeks.ts';

/** Lines as they were understood, and the rows in between that hold no data. */
export type Lines = {
	readonly drafts: readonly Draft[];
	readonly skipped: readonly { readonly row: number; readonly reason: string }[];
};

/**
 * The second reading of a long file: its lines, some at a time, each understood as `read` understands it. Nothing is
 * kept of them in here, so that ten million lines need no more room than ten thousand.
 */
export async function* linesOf(source: SheetSource, plan: Survey, context: Context): AsyncGenerator<Lines> {
	const { header, sheet } = plan.table;
	const judge = rowJudge(sheet, header);
	const start = header.top + header.levels;
	const ready = new Map(
		[...plan.ready].map(([index, column]) => [index, { ...column, read: remembered(column.read) }]),
	);
	const read = rowReader(plan.mapping, ready, context, header.width, null);
	const byDate = plan.columns.has('date');
	for await (const batch of inBatches(source)) {
		const drafts: Draft[] = [];
		const skipped: { row: number; reason: string }[] = [];
		for (const { row, cells } of batch) {
			const reason = row <= start ? headReason(row, plan) : reasonAt({ row, cells }, judge, plan);
			if (reason !== null) skipped.push({ row, reason });
			else drafts.push(settled(read({ row, cells }), { plan, byDate, context }));
		}
		yield { drafts, skipped };
	}
}

const headReason = (row: number, { table }: Survey) => (row > table.header.top ? 'header' : 'title');

function reasonAt({ row, cells }: TableRow, judge: ReturnType<typeof rowJudge>, plan: Survey) {
	const reason = judge(cells, row - 1);
	return row >= plan.signedFrom && reason !== 'blank' ? 'signature-block' : reason;
}

type Settling = { readonly plan: Survey; readonly byDate: boolean; readonly context: Context };

/** In the order in which `readSales` settles a whole file. */
function settled(draft: Draft, { plan, byDate, context }: Settling): Draft {
	settleLine(draft, context);
	nameStore(draft, plan.naming);
	if (plan.codes.length > 0) requireCode(draft, plan.codes);
	if (draft.skip !== null) return draft;
	if (!byDate) settleWeek(draft, context);
	else if (draft.values.date === null) addError(draft, 'date', { code: 'missing-required' });
	return draft;
}

/** How many different texts of a column are kept; a column of receipt numbers has no end of them. */
const REMEMBERED = 20_000;

/** Long files say the same few dates, stores and quantities over and over: each is understood once. */
function remembered(read: CellReader): CellReader {
	const known = new Map<string, ReturnType<CellReader>>();
	return (cell) => {
		if (typeof cell !== 'string') return read(cell);
		const before = known.get(cell);
		if (before) return before;
		const understood = read(cell);
		if (known.size < REMEMBERED) known.set(cell, understood);
		return understood;
	};
}
