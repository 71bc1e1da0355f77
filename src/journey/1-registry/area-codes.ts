import { type Area, indexAreas } from '#lib/tables/areas/areas.ts';
import { findDistrict } from '#lib/tables/areas/find-district.ts';

/** From the names that the reader of tables answers back to the codes of the ministry. */
export type AreaCodes = {
	/** By official names. A village's name counts only within its district, or where it occurs once. */
	find(
		village: string | null,
		district: string | null,
	): { villageCode: string | null; districtCode: string | null };
	/** The district of our regency that a text names, as people write it; null when it is none or not clear which. */
	districtNamed(text: string): string | null;
};

export function areaCodes(areas: readonly Area[]): AreaCodes {
	const index = indexAreas(areas);
	return {
		find(village, district) {
			const inDistrict = index.districts.find(({ name }) => name === district);
			const named = index.villages.filter(({ name }) => name === village);
			const here = inDistrict ? named.filter(({ parentCode }) => parentCode === inDistrict.code) : named;
			const only = here.length === 1 ? here[0] : undefined;
			return { villageCode: only?.code ?? null, districtCode: inDistrict?.code ?? only?.parentCode ?? null };
		},
		districtNamed(text) {
			const found = findDistrict(text, index);
			return 'area' in found ? found.area.code : null;
		},
	};
}
