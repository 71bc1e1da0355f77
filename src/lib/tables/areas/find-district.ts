import type { Area, AreaIndex } from './areas.ts';
import { areInitials, matchName, nameWords, type NameMatch } from './names.ts';

export type Found = { readonly area: Area; readonly remark: 'fuzzy-match' | 'other-source-name' | null };
export type AreaProblem = { readonly problem: string; readonly candidates: readonly string[] };

const problem = (code: string, ...areas: readonly Area[]): AreaProblem => ({
	problem: code,
	candidates: areas.map((area) => area.name),
});

/** The district of our own regency that a cell names, or why it does not name one. */
export function findDistrict(text: string, index: AreaIndex): Found | AreaProblem {
	const byCode = districtByCode(text, index);
	if (byCode) return { area: byCode, remark: null };
	const whole = inHome(text, index);
	if (whole.length > 0) return decide(text, whole, index);
	const parts = text.split(/[,/;()]|\s-\s/).filter((part) => nameWords(part).length > 0);
	if (parts.length > 1) return fromParts(parts, index);
	return elsewhere(text, index);
}

function districtByCode(text: string, index: AreaIndex): Area | undefined {
	const digits = /^\s*(\d{2})\.?(\d{2})\.?(\d{2})\s*$/.exec(text);
	return digits ? index.districts.find((area) => area.code === digits.slice(1).join('.')) : undefined;
}

// `Kec.`, `Kecamatan`: the word for what is named anyway.
const withoutPrefix = (text: string) => text.replace(/^\s*(kecamatan|kec)\b[\s.:]*/i, '');

const inHome = (text: string, index: AreaIndex) => matchName(withoutPrefix(text), index.districts);

const isRegency = (text: string) => nameWords(text).some((word) => word === 'kab' || word === 'kabupaten');
const regencyName = (text: string) => text.replace(/\b(kabupaten|kab|kota)\b\.?/gi, ' ');

/** The region (regency, city, province) that a text names, by name or by initials. */
export function findRegion(text: string, index: AreaIndex): Area | null {
	const name = regencyName(text);
	const [match] = matchName(name, index.regions);
	return match?.area ?? index.regions.find((area) => areInitials(name, area)) ?? null;
}

function decide(text: string, matches: readonly NameMatch[], index: AreaIndex): Found | AreaProblem {
	const [first, ...more] = matches;
	if (!first) return problem('unknown-region');
	if (more.length > 0) return problem('ambiguous-region', ...matches.map((match) => match.area));
	const doubt = first.how === 'fuzzy' ? 'fuzzy-match' : null;
	// A letter off from one of ours, but exactly the name of a neighbour: it is the neighbour.
	if (doubt && matchName(text, index.elsewhere).some((match) => match.how === 'exact'))
		return problem('outside-regency');
	return { area: first.area, remark: doubt };
}

function elsewhere(text: string, index: AreaIndex): AreaProblem {
	const region = findRegion(text, index);
	const [ours] = isRegency(text) ? inHome(regencyName(text), index) : [];
	if (ours && region) return problem('ambiguous-region', ours.area, region);
	if (region) return problem(region.code === index.home?.code ? 'not-a-district' : 'outside-regency', region);
	const [other] = matchName(withoutPrefix(text), index.elsewhere).filter((match) => match.how !== 'fuzzy');
	return other ? problem('outside-regency', other.area) : problem('unknown-region');
}

/** `Jejawi, OKI`: one district and where it lies. `Pedamaran/Pedamaran Timur`: two. */
function fromParts(parts: readonly string[], index: AreaIndex): Found | AreaProblem {
	const matches = parts.map((part) => inHome(part, index)).filter((found) => found.length > 0);
	const areas = new Set(matches.flat().map((match) => match.area));
	if (areas.size > 1) return problem('two-regions', ...areas);
	const [found] = matches;
	const strange = parts.map((part) => findRegion(part, index)).find((region) => isForeign(region, index));
	if (strange) return problem('outside-regency', strange);
	return found ? decide(parts.join(' '), found, index) : elsewhere(parts[0] ?? '', index);
}

const isForeign = (region: Area | null, index: AreaIndex) =>
	region !== null && region.code !== index.home?.code && region.code !== index.home?.parentCode;
