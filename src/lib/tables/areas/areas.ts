import { readCsv } from '../csv.ts';
import { textOf } from '../grid.ts';

export type AreaKind = 'province' | 'regency' | 'city' | 'district' | 'kelurahan' | 'desa';

/** One area of the country, by the codes of the Ministry of Home Affairs. */
export type Area = {
	readonly code: string;
	readonly kind: AreaKind;
	readonly name: string;
	readonly parentCode: string;
	/** Code of the statistics office, where known. */
	readonly bpsCode: string;
	readonly otherNames: readonly string[];
};

/** Areas from text of the shape `code,kind,name,parent_code,bps_code,other_names`. */
export function parseAreas(csv: string): Area[] {
	const [header = [], ...rows] = readCsv(csv).sheet.rows;
	const column = new Map(header.map((cell, i) => [textOf(cell), i]));
	const field = (row: readonly unknown[], name: string) => String(row[column.get(name) ?? -1] ?? '');
	return rows.map((row) => ({
		code: field(row, 'code'),
		kind: field(row, 'kind') as AreaKind,
		name: field(row, 'name'),
		parentCode: field(row, 'parent_code'),
		bpsCode: field(row, 'bps_code'),
		otherNames: field(row, 'other_names').split('; ').filter(Boolean),
	}));
}

/** The areas of the programme's own regency, and those around it. */
export type AreaIndex = {
	/** The regency that has villages in the data. */
	readonly home: Area | null;
	readonly districts: readonly Area[];
	readonly villages: readonly Area[];
	/** Regencies, cities and provinces, the home one too. */
	readonly regions: readonly Area[];
	/** Districts of other regencies: known, but not ours. */
	readonly elsewhere: readonly Area[];
	readonly byCode: ReadonlyMap<string, Area>;
};

export function indexAreas(areas: readonly Area[]): AreaIndex {
	const byCode = new Map(areas.map((area) => [area.code, area]));
	const villages = areas.filter(isVillage);
	const homeDistrict = byCode.get(villages[0]?.parentCode ?? '');
	const home = byCode.get(homeDistrict?.parentCode ?? '') ?? null;
	const isHome = (area: Area) => area.kind === 'district' && area.parentCode === home?.code;
	return {
		home,
		districts: areas.filter(isHome),
		villages,
		regions: areas.filter((area) => ['regency', 'city', 'province'].includes(area.kind)),
		elsewhere: areas.filter((area) => area.kind === 'district' && !isHome(area)),
		byCode,
	};
}

export const isVillage = (area: Area): boolean => area.kind === 'desa' || area.kind === 'kelurahan';
