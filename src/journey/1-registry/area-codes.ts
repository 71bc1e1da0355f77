import { type Area, indexAreas } from '#lib/tables/areas/areas.ts';

/** From the official names that the reader of tables answers back to the codes of the ministry. */
export type AreaCodes = {
	find(village: string | null, district: string | null): { villageCode: string | null; districtCode: string | null };
};

/** A village's name counts only within its district, or where it occurs once. */
export function areaCodes(areas: readonly Area[]): AreaCodes {
	const { districts, villages } = indexAreas(areas);
	return {
		find(village, district) {
			const inDistrict = districts.find(({ name }) => name === district);
			const named = villages.filter(({ name }) => name === village);
			const here = inDistrict ? named.filter(({ parentCode }) => parentCode === inDistrict.code) : named;
			const only = here.length === 1 ? here[0] : undefined;
			return { villageCode: only?.code ?? null, districtCode: inDistrict?.code ?? only?.parentCode ?? null };
		},
	};
}
