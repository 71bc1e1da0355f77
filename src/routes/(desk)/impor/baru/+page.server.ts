import { dayOf } from '#lib/calendar.ts';
import { marketTests } from '#market-test/server/queries.ts';
import { importKinds, isImportKind } from '#registry/import-kinds.ts';
import { areaCounts } from '#registry/server/areas.ts';
import { startImport } from '#registry/server/import-commands.ts';
import { retailers } from '#registry/server/producer-queries.ts';
import { type Tx, asViewer } from '#server/db.ts';
import { LARGEST_TABLE } from '#server/files.ts';
import { allKinds, kindChoices } from '#web/import-words.ts';
import { say } from '#web/say.ts';
import { uploadAction } from '#web/upload-action.ts';

export const load = ({ locals: { viewer }, url }) => {
	const asked = url.searchParams.get('isi') ?? '';
	const kinds = allKinds.filter((kind) => viewer.kind === 'office' || importKinds[kind] !== 'none');
	const kind = isImportKind(asked) && kinds.includes(asked) ? asked : null;
	return asViewer(viewer, async (tx) => ({
		kinds: kindChoices(kinds),
		kind,
		kindWord: kind && say(`import.kind.${kind}`),
		subject: kind && importKinds[kind],
		isOwn: viewer.kind === 'retailer',
		subjects: kind ? await subjectsOf(tx, importKinds[kind]) : [],
		chosen: url.searchParams.get('untuk') ?? '',
		areasMissing: (await areaCounts(tx)).districts === 0,
	}));
};

async function subjectsOf(tx: Tx, subject: (typeof importKinds)[keyof typeof importKinds]) {
	if (subject === 'retailer')
		return (await retailers(tx)).map(({ id, name }) => ({ value: id, label: name }));
	if (subject === 'none') return [];
	const tests = await marketTests(tx, dayOf(new Date()));
	return tests.map(({ id, productName, retailerName }) => ({
		value: id,
		label: `${productName}, ${retailerName}`,
	}));
}

export const actions = {
	default: uploadAction(startImport, {
		field: 'berkas',
		largest: LARGEST_TABLE,
		input: ({ sha256 }, fileName) => ({ sha256, fileName }),
		to: ([first, ...more]) => (first && more.length === 0 ? `/impor/${first.importId}` : '/impor'),
	}),
};
