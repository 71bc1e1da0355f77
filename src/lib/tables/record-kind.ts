import { type Answer, skippedOf, sortDrafts } from './assemble.ts';
import type { Context } from './context.ts';
import { type Draft, isPending } from './draft.ts';
import { derivedColumns } from './derived-columns.ts';
import { finding } from './findings.ts';
import { findTable, type Table } from './find-table.ts';
import type { Sheet } from './grid.ts';
import { mapColumns } from './map-columns.ts';
import { readRecords, type RecordPlan, type Records } from './read-records.ts';
import type { Field } from './spec.ts';

/** A kind in which every row of the table is one thing: a business, a product, a licence. */
export type RecordKind = RecordPlan & {
	/** What headings over groups of rows say about the rows below them. */
	readonly headings?: (table: Table, drafts: readonly Draft[], context: Context) => void;
	/** What the cells of a row say about each other. */
	readonly rowRule?: (draft: Draft, context: Context) => void;
	/** What the rows of a file say about each other: duplicates, parents. */
	readonly listRule?: (drafts: readonly Draft[], context: Context) => void;
	/** Totals over the rows that were taken; `all` holds the skipped and waiting ones too. */
	readonly control?: (taken: readonly Draft[], all: readonly Draft[]) => Record<string, number>;
};

export function readRecordKind(kind: RecordKind, sheets: readonly Sheet[], context: Context): Answer {
	const { tables, skipped } = chooseTables(sheets, kind.fields, context);
	if (tables.length === 0) return { errors: [noTable()], skipped };
	const several = tables.length > 1;
	const nameOf = (table: Table) => (several ? table.sheet.name : null);
	const records = tables.map((table) => readRecords(table, kind, context, nameOf(table)));
	const drafts = records.flatMap(({ drafts: own }) => own);
	for (const { table, drafts: own } of records) kind.headings?.(table, own, context);
	if (kind.rowRule) for (const draft of drafts) kind.rowRule(draft, context);
	kind.listRule?.(drafts, context);
	const sorted = sortDrafts(drafts, context);
	const taken = drafts.filter((draft) => draft.skip === null && !isPending(draft));
	return {
		...sorted,
		sheets: tables.map((table) => table.sheet.name),
		columns: records.flatMap(({ columns }) => columns),
		warnings: [...records.flatMap(({ warnings }: Records) => warnings), ...sorted.warnings],
		skipped: [
			...skipped,
			...tables.flatMap((table) => skippedOf(table, nameOf(table))),
			...records.flatMap(({ table, mapping }) => derivedColumns(table, mapping)),
			...sorted.skipped,
		],
		control: kind.control?.(taken, drafts) ?? {},
	};
}

export const noTable = () => finding({ row: null, column: null }, { code: 'structure/no-table' });

/** The sheets that hold a table of the kind: those that know at least half as many fields as the best one. */
export function chooseTables(sheets: readonly Sheet[], fields: readonly Field[], context: Context) {
	const found = sheets.map((sheet) => {
		const table = sheet.hidden ? null : findTable(sheet, fields);
		return { sheet, table, known: table ? knownFields(table, fields, context) : 0 };
	});
	const best = Math.max(0, ...found.map(({ known }) => known));
	const isChosen = ({ table, known }: (typeof found)[number]) =>
		table !== null && holdsRows(table) && known > 0 && known >= best / 2;
	const left = found.filter((one) => !isChosen(one) && sheets.length > 1);
	return {
		tables: found.filter(isChosen).flatMap(({ table }) => (table ? [table] : [])),
		skipped: left.map(({ sheet }) => ({
			sheets: [sheet.name],
			reason: sheet.hidden ? 'hidden' : 'not-data',
		})),
	};
}

/** A template that nobody filled in yet is a table too: it holds its example. */
const holdsRows = ({ rows, skipped }: Table) =>
	rows.length > 0 || skipped.some(({ reason }) => reason === 'example-row');

function knownFields(table: Table, fields: readonly Field[], context: Context): number {
	const { columns } = mapColumns(table.header.columns, fields, context.told.columns);
	return columns.filter(({ field }) => field !== null).length;
}
