import type { ReadResult } from '#lib/tables/result.ts';
import type { Tx } from '#server/db.ts';
import type { LookAlike, PlannedProducer } from '../plan-producers.ts';
import { type SortedRows, sortRows } from '../sort-rows.ts';
import { areasKnown } from './areas.ts';
import { previewProducers } from './commit-producers.ts';
import { previewStores } from './commit-stores.ts';
import { type Import, readImport } from './imports.ts';

/** What an import would do if it were committed now. */
export type Preview = {
	readonly import: Import;
	readonly result: ReadResult;
	readonly rows: SortedRows;
	/** By name, such as `created`, `changed`, `left`, `waiting`; sales are counted when they are matched with their test. */
	readonly counts: Readonly<Record<string, number>>;
	readonly planned: readonly PlannedProducer[];
	readonly lookAlikes: readonly LookAlike[];
	/** Names of areas by their codes. */
	readonly areaNames: ReadonlyMap<string, string>;
};

/** Null when the viewer may not see such an import. */
export async function preview(tx: Tx, importId: string): Promise<Preview | null> {
	const read = await readImport(tx, importId);
	if (!read) return null;
	const areaNames = new Map((await areasKnown(tx)).map(({ code, name }) => [code, name]));
	if (read.import.kind === 'msme-list') return { ...read, ...(await previewProducers(tx, read)), areaNames };
	const none = { planned: [], lookAlikes: [], areaNames };
	if (read.import.kind === 'store-list') {
		const { rows, counts } = await previewStores(tx, read);
		return { ...read, ...none, rows, counts };
	}
	const rows = sortRows(read.result, read.import.decisions);
	return { ...read, ...none, rows, counts: { waiting: rows.waiting.length, leftOut: rows.leftOut.length } };
}
