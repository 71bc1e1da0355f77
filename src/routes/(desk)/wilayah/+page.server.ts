import { areaCounts, loadAreasCommand } from '#registry/server/areas.ts';
import { asViewer } from '#server/db.ts';
import { LARGEST_TABLE } from '#server/files.ts';
import { formatNumber } from '#web/format.ts';
import { uploadAction } from '#web/upload-action.ts';

export const load = ({ locals }) =>
	asViewer(locals.viewer, async (tx) => {
		const { districts, villages } = await areaCounts(tx);
		return { isLoaded: districts > 0, districts: formatNumber(districts), villages: formatNumber(villages) };
	});

export const actions = {
	load: uploadAction(loadAreasCommand, {
		field: 'berkas',
		largest: LARGEST_TABLE,
		optional: true,
		input: ({ sha256 }) => ({ sha256 }),
		to: () => '/wilayah',
	}),
};
