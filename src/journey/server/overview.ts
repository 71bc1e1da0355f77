import type { LocalDate } from '#lib/calendar.ts';
import type { Viewer } from '#people/viewer.ts';
import type { Tx } from '#server/db.ts';
import type { Overview } from '../home.ts';
import { carried } from './carried.ts';

/** What the home page of this viewer is made from. */
export async function overview(tx: Tx, viewer: Viewer, today: LocalDate): Promise<Overview> {
	const products = await carried(tx, viewer, today);
	const openImports = await tx
		.selectFrom('import')
		.innerJoin('file', 'file.id', 'import.file_id')
		.where('import.organisation_id', '=', viewer.organisationId)
		.where('import.state', '=', 'preview')
		.select(['import.id', 'file.name as fileName'])
		.orderBy('import.created_at', 'desc')
		.limit(20)
		.execute();
	return { carried: products, openImports, isEmpty: products.length === 0 && openImports.length === 0 };
}
