import type { Tx } from '#server/db.ts';

export type Place = { readonly villageCode: string | null; readonly districtCode: string | null };

/** Where a code of a village or of a district lies; null when the programme knows no such area. */
export async function placeOf(tx: Tx, areaCode: string | null): Promise<Place | null> {
	if (areaCode === null) return { villageCode: null, districtCode: null };
	const area = await tx
		.selectFrom('area')
		.where('code', '=', areaCode)
		.where('kind', 'in', ['district', 'kelurahan', 'desa'])
		.select(['code', 'kind', 'parent_code as parentCode'])
		.executeTakeFirst();
	if (!area) return null;
	return area.kind === 'district'
		? { villageCode: null, districtCode: area.code }
		: { villageCode: area.code, districtCode: area.parentCode };
}
