import { oneLine } from '../grid.ts';
import type { Area, AreaIndex } from './areas.ts';
import { type AreaProblem, findDistrict, findRegion, type Found } from './find-district.ts';
import { findVillage } from './find-village.ts';
import { matchName } from './names.ts';

/** What an address says besides its place: neighbourhood numbers and the postal code. */
export type AddressDetails = { readonly rt?: string; readonly rw?: string; readonly postcode?: string };

export type Address = { readonly place: Found | AreaProblem; readonly details: AddressDetails };

const UNKNOWN: AreaProblem = { problem: 'unknown-region', candidates: [] };

/** `Jl. Mawar RT 02/RW 01, Ds. Bangsal, Kec. Pampangan, Kab. OKI 30654`. */
export function parseAddress(text: string, areas: AreaIndex): Address {
	const whole = oneLine(text);
	const details = detailsOf(whole);
	const parts = whole
		.replace(/\bRT\.?\s*\d+|\bRW\.?\s*\d+|\b[1-9]\d{4}\b/gi, ' ')
		.split(/[,;\n]|\s-\s|(?=\b(?:kec|kecamatan|kab|kabupaten|desa|ds|kel|kelurahan|prov|provinsi)\b)/i)
		.map((part) => part.replace(/^[\s/.-]+|[\s/.-]+$/g, ''))
		.filter(Boolean);
	return { place: placeOf(parts, areas), details };
}

function detailsOf(text: string): AddressDetails {
	const rt = /\bRT\.?\s*(\d+)/i.exec(text)?.[1];
	const rw = /\bRW\.?\s*(\d+)/i.exec(text)?.[1] ?? /\bRT\.?\s*\d+\s*\/\s*(\d+)/i.exec(text)?.[1];
	const postcode = /\b([1-9]\d{4})\b(?!.*\b[1-9]\d{4}\b)/.exec(text)?.[1];
	return {
		...(rt === undefined ? {} : { rt }),
		...(rw === undefined ? {} : { rw }),
		...(postcode === undefined ? {} : { postcode }),
	};
}

/** The district first: marked, or else the last part that names one. Then the village in it. */
function placeOf(parts: readonly string[], areas: AreaIndex): Found | AreaProblem {
	const marked = parts.find((part) => /^(kec|kecamatan)\b/i.test(part));
	const districts = (
		marked ? [marked] : parts.filter((part) => !/^(desa|ds|kel|kelurahan|kab|kabupaten|prov)/i.test(part))
	)
		.map((part) => findDistrict(part, areas))
		.filter((found): found is Found => 'area' in found);
	const district = districts.at(-1) ?? null;
	const village = villageOf(parts, district?.area ?? null, areas);
	if (village) return village;
	if (district) return district;
	if (marked) return findDistrict(marked, areas);
	const region = parts.map((part) => findRegion(part, areas)).find((found) => found !== null);
	return region ? { area: region, remark: null } : UNKNOWN;
}

function villageOf(
	parts: readonly string[],
	district: Area | null,
	areas: AreaIndex,
): Found | AreaProblem | null {
	const marked = parts.find((part) => /^(desa|ds|kel|kelurahan)\b/i.test(part));
	if (marked) return findVillage(marked, areas, district);
	const here = areas.villages.filter((village) => !district || village.parentCode === district.code);
	const named = parts.filter((part) => matchName(part, here).some((match) => match.how === 'exact'));
	const [only] = named.filter((part) => !district || matchName(part, [district]).length === 0);
	return only === undefined ? null : findVillage(only, areas, district);
}
