import type { Tx } from '#server/db.ts';
import type { Area, AreaKind } from '#lib/tables/areas/areas.ts';

/** All areas of the programme, as the reader of tables wants them. */
export async function areasKnown(tx: Tx): Promise<Area[]> {
	const rows = await tx.selectFrom('area').selectAll().orderBy('code').execute();
	return rows.map((row) => ({
		code: row.code,
		kind: row.kind as AreaKind,
		name: row.name,
		parentCode: row.parent_code ?? '',
		bpsCode: row.bps_code ?? '',
		otherNames: row.other_names,
	}));
}
