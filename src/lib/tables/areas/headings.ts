import type { Context } from '../context.ts';
import type { Draft } from '../draft.ts';
import type { Table } from '../find-table.ts';
import { isBlank, oneLine, textOf } from '../grid.ts';
import { findDistrict } from './find-district.ts';
import { isGiven } from '../given.ts';

/** `KECAMATAN LEMPUING` over a group of rows is the district of each that names none itself. */
export function settleDistrictHeadings(table: Table, drafts: readonly Draft[], { areas }: Context): void {
	if (!areas || table.headings.length === 0) return;
	const named = table.headings.flatMap(({ row, cells }) => {
		const text = oneLine(textOf(cells.find((cell) => !isBlank(cell))));
		const found = findDistrict(text, areas);
		return 'area' in found ? [{ row, name: found.area.name }] : [];
	});
	for (const draft of drafts) {
		const heading = named.findLast(({ row }) => row < draft.row);
		if (heading && !isGiven(draft.values.district)) draft.values.district = heading.name;
	}
}
