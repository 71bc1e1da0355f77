import type { Context } from '../context.ts';
import { addError, addWarning, type Draft, rawText, textValue } from '../draft.ts';
import { isUnknown } from '../numbers.ts';
import { findDistrict } from './find-district.ts';
import { findVillage } from './find-village.ts';

/**
 * Village and district of a row together: the district says which of several villages of a name is meant, and a village
 * whose name exists once says its district.
 */
export function settleVillage(draft: Draft, { areas }: Context): void {
	const text = rawText(draft, 'village');
	if (!areas || text === '' || isUnknown(text)) return;
	const named = textValue(draft, 'district');
	const district = named === '' ? null : findDistrict(named, areas);
	if (district === null && rawText(draft, 'district') !== '' && draft.errors.length > 0) {
		delete draft.values.village; // the district is a question: which village this is will follow from it
		return;
	}
	const found = findVillage(text, areas, district && 'area' in district ? district.area : null);
	if ('problem' in found) {
		const params = { candidates: found.candidates.join(', '), district: named };
		return addError(draft, 'village', { code: found.problem, params });
	}
	draft.values.village = found.area.name;
	const parent = areas.byCode.get(found.area.parentCode);
	if (named === '' && parent) draft.values.district = parent.name;
	if (found.remark) addWarning(draft, 'village', { code: found.remark, params: { name: found.area.name } });
}
