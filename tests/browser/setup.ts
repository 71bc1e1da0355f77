// Before the first browser test: the pages are built once, and the migrated template that each programme clones.
import { ensureBuild } from '../../scripts/build.ts';
import { prepareTemplate } from '../database/template.ts';

export default async function setup(): Promise<() => Promise<void>> {
	await ensureBuild(console.log);
	const { templateUrl, remove } = await prepareTemplate();
	process.env.NAIK_KELAS_TEMPLATE_URL = templateUrl; // the workers inherit it
	return remove;
}
