import { contentStore, wholeContent } from '#server/files.ts';
import type { Tx } from '#server/db.ts';
import { read } from '#lib/tables/read.ts';
import type { ReadResult, Told } from '#lib/tables/result.ts';
import type { ImportDecisions } from '../import-decisions.ts';
import { type ImportKind, isImportKind, kindRead } from '../import-kinds.ts';
import { areasKnown } from './areas.ts';

/** A file somebody sent, what he told about it and what he decided; in `preview` nothing of it is stored yet. */
export type Import = {
	readonly id: string;
	/** The organisation that sent it. */
	readonly organisationId: string;
	readonly kind: ImportKind;
	readonly state: 'preview' | 'committed' | 'undone';
	readonly fileId: string;
	readonly fileName: string;
	/** SHA-256 of the content, in hexadecimal. */
	readonly sha256: string;
	readonly told: Told;
	readonly decisions: ImportDecisions;
	/** The market test (sales, store-weeks) or the retailer (store-list) it belongs to. */
	readonly subjectId: string | null;
	/** What the commit did, by name; empty before. */
	readonly counts: Readonly<Record<string, number>>;
	/** Who sent it; null where the viewer may not know. */
	readonly sentBy: string | null;
	readonly createdAt: Date;
	readonly committedAt: Date | null;
	readonly undoneAt: Date | null;
	/** What reading a long file found; empty before, and for the kinds that are read whole. */
	readonly understood: unknown;
};

export type ReadImport = { readonly import: Import; readonly result: ReadResult };

/** The import, or null when there is none that the viewer may see. */
export async function importOf(tx: Tx, importId: string): Promise<Import | null> {
	const row = await importRows(tx).where('import.id', '=', importId).executeTakeFirst();
	return row ? toImport(row) : null;
}

/** The newest imports the viewer may see, 50 at most. */
export async function imports(tx: Tx): Promise<Import[]> {
	const rows = await importRows(tx).orderBy('import.created_at', 'desc').limit(50).execute();
	return rows.map(toImport);
}

/**
 * Reads the import's file anew, always to the same answer: same bytes, same reader, same told and areas. Null when the
 * viewer may not see such an import. Rows carry their cells, so that each value can say where it came from.
 */
export async function readImport(tx: Tx, importId: string): Promise<ReadImport | null> {
	const found = await importOf(tx, importId);
	if (!found) return null;
	const bytes = await wholeContent(contentStore(), found.sha256);
	const areas = await areasKnown(tx);
	return {
		import: found,
		result: await read(kindRead(found.kind), bytes, { told: found.told, areas, cells: true }),
	};
}

export type Earlier = { readonly columns: Told['columns']; readonly decisions: ImportDecisions };

/**
 * What is remembered for a sender's next file of a kind: the columns as last confirmed, and for this very content the
 * decisions about its rows. Whoever was a new producer then is known now, so `new` is not remembered.
 */
export async function earlierImport(
	tx: Tx,
	kind: ImportKind,
	organisationId: string,
	sha256: string,
): Promise<Earlier> {
	const committed = await importRows(tx)
		.where('import.organisation_id', '=', organisationId)
		.where('import.kind', '=', kind)
		.where('import.state', '=', 'committed')
		.orderBy('import.committed_at', 'desc')
		.limit(100)
		.execute();
	const all = committed.map(toImport);
	const { sameAs, ...decisions } = all.find((one) => one.sha256 === sha256)?.decisions ?? {};
	const settled = Object.entries(sameAs ?? {}).filter(([, whom]) => whom !== 'new');
	return {
		columns: all.find(({ told }) => told.columns !== undefined)?.told.columns,
		decisions: settled.length > 0 ? { ...decisions, sameAs: Object.fromEntries(settled) } : decisions,
	};
}

/**
 * Holds the import for this transaction, so that it is committed once: call it first in a commit command. Null when it
 * is committed already, or not there for this viewer.
 */
export async function lockPreview(tx: Tx, importId: string): Promise<Import | null> {
	const locked = await tx
		.selectFrom('import')
		.where('id', '=', importId)
		.where('state', '=', 'preview')
		.select('id')
		.forUpdate()
		.executeTakeFirst();
	return locked ? importOf(tx, importId) : null;
}

/** Marks the import as committed, with what it did: `{ created: 3, changed: 0, left: 1 }`. */
export async function finishImport(
	tx: Tx,
	importId: string,
	counts: Readonly<Record<string, number>>,
	now: Date,
): Promise<void> {
	await tx
		.updateTable('import')
		.set({ state: 'committed', counts: JSON.stringify(counts), committed_at: now })
		.where('id', '=', importId)
		.execute();
}

/** Marks the import as taken back; what it had done is undone before, in the same command. */
export async function markUndone(tx: Tx, importId: string, now: Date): Promise<void> {
	await tx
		.updateTable('import')
		.set({ state: 'undone', undone_at: now })
		.where('id', '=', importId)
		.execute();
}

function importRows(tx: Tx) {
	return tx
		.selectFrom('import')
		.innerJoin('file', 'file.id', 'import.file_id')
		.leftJoin('person', 'person.id', 'import.created_by')
		.selectAll('import')
		.select(['file.name as fileName', 'file.sha256', 'person.name as sentBy']);
}

type Row = Awaited<ReturnType<ReturnType<typeof importRows>['executeTakeFirstOrThrow']>>;

function toImport(row: Row): Import {
	if (!isImportKind(row.kind)) throw new Error(`import ${row.id} is of no known kind: ${row.kind}`);
	return {
		id: row.id,
		organisationId: row.organisation_id,
		kind: row.kind,
		state: row.state === 'committed' || row.state === 'undone' ? row.state : 'preview',
		fileId: row.file_id,
		fileName: row.fileName,
		sha256: row.sha256.toString('hex'),
		told: row.told as Told,
		decisions: row.decisions as ImportDecisions,
		subjectId: row.subject_id,
		counts: row.counts as Record<string, number>,
		sentBy: row.sentBy,
		createdAt: row.created_at,
		committedAt: row.committed_at,
		undoneAt: row.undone_at,
		understood: row.understood,
	};
}
