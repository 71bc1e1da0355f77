import { isVillage, type Area, type AreaIndex } from '../areas/areas.ts';
import { areaCode, bpsArea } from '../areas/codes.ts';
import { findDistrict } from '../areas/find-district.ts';
import { findVillage } from '../areas/find-village.ts';
import { matchName } from '../areas/names.ts';
import { parseAddress } from '../areas/address.ts';
import type { Context } from '../context.ts';
import { addError, addWarning, type Draft, rawText } from '../draft.ts';
import type { Issue } from '../findings.ts';
import { isUnknown } from '../numbers.ts';
import { readCode, readText } from '../readers/text.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';

const asText = { helper: true, reader: () => readText };
const asCode = { helper: true, reader: () => readCode };

/** Places, by name, by code of either office, or by address; the answer is always the code of the ministry. */
export const region: RecordKind = {
	fields: [
		field('said_village', 'text', 'desa kelurahan|desa|kelurahan|nama desa|kelurahan desa|village', asText),
		field('said_district', 'text', 'kecamatan|nama kecamatan|district', asText),
		field('said_regency', 'text', 'kabupaten|kabupaten kota|kab kota|regency', asText),
		field('ministry_code', 'code', 'kode kemendagri|kode permendagri|kode depdagri', asCode),
		field('bps_code', 'code', 'kode bps|bps', asCode),
		field('any_code', 'code', 'kode|kode wilayah|kode desa|kode kecamatan|code', asCode),
		field('said_name', 'text', 'nama|nama wilayah|wilayah|name', asText),
		field('address', 'text', 'alamat|alamat lengkap|text|teks|address|lokasi', asText),
	],
	rowRule: settle,
};

/** An area, a doubt about how it was recognised, or what has to be decided; `at` is the field it stands in. */
type Answer =
	| { readonly area: Area; readonly remark: Issue | null; readonly at: string }
	| { readonly issue: Issue; readonly at: string };

function settle(draft: Draft, { areas }: Context): void {
	if (!areas) return;
	const answer = byCode(draft, areas) ?? byNames(draft, areas) ?? byAddress(draft, areas);
	if (answer === null) return addError(draft, null, { code: 'region-missing' });
	if ('issue' in answer) return addError(draft, answer.at, answer.issue);
	take(draft, answer.area, areas);
	if (answer.remark) addWarning(draft, answer.at, answer.remark);
}

const TEXTS = ['address', 'said_village', 'said_district', 'said_name'];

function take(draft: Draft, area: Area, areas: AreaIndex): void {
	const parent = areas.byCode.get(area.parentCode);
	const text = TEXTS.map((name) => rawText(draft, name)).find((one) => one !== '');
	if (text !== undefined) draft.values.text = text;
	draft.values.code = area.code;
	if (isVillage(area))
		Object.assign(draft.values, { village: area.name, kind: area.kind, district: parent?.name ?? null });
	if (area.kind === 'district') draft.values.district = area.name;
	if (['regency', 'city'].includes(area.kind)) draft.values.regency = area.name;
}

const said = (draft: Draft, name: string) => {
	const text = rawText(draft, name);
	return isUnknown(text) ? '' : text;
};

const issue = (
	at: string,
	code: string,
	candidates: readonly string[] = [],
	more: Record<string, string> = {},
): Answer => ({
	at,
	issue: { code, params: { candidates: candidates.join(', '), district: '', name: '', ...more } },
});

const nameSaid = (draft: Draft) =>
	said(draft, 'said_name') || said(draft, 'said_village') || said(draft, 'said_district');

function byCode(draft: Draft, areas: AreaIndex): Answer | null {
	const [ministry, bps, any] = ['ministry_code', 'bps_code', 'any_code'].map((name) => said(draft, name));
	if (ministry) return ministryArea(ministry, nameSaid(draft), areas, 'ministry_code');
	if (bps) return officeArea(bps, nameSaid(draft), areas, 'bps_code');
	return any ? eitherArea(any, nameSaid(draft), areas) : null;
}

function ministryArea(text: string, name: string, areas: AreaIndex, at: string): Answer {
	const code = areaCode(text);
	const area = code ? areas.byCode.get(code.code) : undefined;
	if (!code || !area) return issue(at, 'unknown-region');
	if (name !== '' && matchName(name, [area]).length === 0)
		return issue(at, 'code-name-conflict', [area.name, name]);
	return { area, at, remark: code.padded ? { code: 'leading-zero-lost' } : null };
}

/** The statistics office's district is known; its village only together with the name. */
function officeArea(text: string, name: string, areas: AreaIndex, at: string): Answer {
	const found = bpsArea(text, areas);
	if (!found) return issue(at, 'unknown-region');
	if (!found.isVillage) {
		const conflict = name !== '' && matchName(name, [found.area]).length === 0;
		return conflict
			? issue(at, 'code-name-conflict', [found.area.name, name])
			: { area: found.area, at, remark: null };
	}
	const village = name === '' ? null : villageIn(name, found.area, areas);
	return village ? { area: village, at, remark: null } : issue(at, 'needs-mapping');
}

function villageIn(name: string, district: Area, areas: AreaIndex): Area | null {
	const here = areas.villages.filter((village) => village.parentCode === district.code);
	const [match, ...more] = matchName(name, here);
	return match && more.length === 0 ? match.area : null;
}

/** Nobody says whose code it is: the name decides, or the fact that only one office has such a code. */
function eitherArea(text: string, name: string, areas: AreaIndex): Answer {
	const at = 'any_code';
	const ministry = ministryArea(text, name, areas, at);
	const office = officeArea(text, name, areas, at);
	const [byMinistry, byOffice] = ['area' in ministry, 'area' in office];
	if (byMinistry && !byOffice && (name !== '' || !bpsArea(text, areas))) return ministry;
	if (byOffice && !byMinistry) return office;
	if (byMinistry) return issue(at, 'ambiguous-code', bothNames(text, areas));
	const known = areaCode(text) && areas.byCode.has(areaCode(text)?.code ?? '');
	return known ? ministry : office;
}

function bothNames(text: string, areas: AreaIndex): string[] {
	const ministry = areas.byCode.get(areaCode(text)?.code ?? '')?.name;
	return [ministry, bpsArea(text, areas)?.area.name].filter((name) => name !== undefined);
}

function byNames(draft: Draft, areas: AreaIndex): Answer | null {
	const [village, district] = [said(draft, 'said_village'), said(draft, 'said_district')];
	const parent = district === '' ? null : districtAnswer(district, areas);
	if (village === '' || (parent && 'issue' in parent)) return parent;
	const home = parent && 'area' in parent ? parent.area : null;
	const found = findVillage(village, areas, home);
	if ('problem' in found) return issue('said_village', found.problem, found.candidates, { district });
	const remark = found.remark ? { code: found.remark, params: { name: found.area.name } } : null;
	return { area: found.area, at: 'said_village', remark };
}

function districtAnswer(text: string, areas: AreaIndex): Answer {
	const found = findDistrict(text, areas);
	if ('problem' in found) return issue('said_district', found.problem, found.candidates);
	const remark = found.remark ? { code: found.remark, params: { name: found.area.name } } : null;
	return { area: found.area, at: 'said_district', remark };
}

function byAddress(draft: Draft, areas: AreaIndex): Answer | null {
	const at = draft.columns.has('address') ? 'address' : 'said_name';
	const text = said(draft, at);
	if (text === '') return null;
	const { place, details } = parseAddress(text, areas);
	Object.assign(draft.values, details);
	if ('problem' in place) return issue(at, place.problem, place.candidates);
	return {
		area: place.area,
		at,
		remark: place.remark ? { code: place.remark, params: { name: place.area.name } } : null,
	};
}
