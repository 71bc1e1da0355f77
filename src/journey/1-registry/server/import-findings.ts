import type { Finding, FindingParams } from '#lib/tables/result.ts';
import type { Tx } from '#server/db.ts';

export type ImportFinding = Pick<Finding, 'column' | 'code' | 'params'> & {
	/** The row of the file, from 1. */
	readonly line: number;
	readonly value: string | null;
};

/** The first findings of a long file, in its order; all of them where `limit` is left out. */
export async function importFindings(tx: Tx, importId: string, limit?: number): Promise<ImportFinding[]> {
	const rows = await tx
		.selectFrom('import_finding')
		.where('import_id', '=', importId)
		.orderBy('line')
		.select(['line', 'column_name as column', 'code', 'params', 'value'])
		.$if(limit !== undefined, (query) => query.limit(limit ?? 0))
		.execute();
	return rows.map((row) => ({ ...row, params: row.params as FindingParams }));
}
