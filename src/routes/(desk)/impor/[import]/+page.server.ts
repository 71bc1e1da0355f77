import { error, redirect } from '@sveltejs/kit';
import { undoSales } from '#market-test/server/undo-sales.ts';
import { importers, officers } from '#registry/roles.ts';
import { areaCounts } from '#registry/server/areas.ts';
import { commitProducers } from '#registry/server/commit-producers.ts';
import { commitStores } from '#registry/server/commit-stores.ts';
import { decideImport } from '#registry/server/import-commands.ts';
import { importOf } from '#registry/server/imports.ts';
import { preview } from '#registry/server/preview.ts';
import { asViewer } from '#server/db.ts';
import { asId } from '#web/address.ts';
import { formAction } from '#web/form-action.ts';
import { importView } from '#web/import-view.ts';
import { say } from '#web/say.ts';

export const load = ({ locals, params }) =>
	asViewer(locals.viewer, async (tx) => {
		const id = asId(params.import);
		const sent = id && (await importOf(tx, id));
		if (sent && sent.kind === 'sell-out') redirect(303, `/impor/${sent.id}/penjualan`);
		const found = sent && (await preview(tx, sent.id));
		if (!found) error(404, { message: say('general.not-found') });
		return {
			...importView(found),
			areasMissing: (await areaCounts(tx)).districts === 0,
			mayDecide: locals.viewer.roles.some((role) => importers.includes(role)),
			mayUndo: locals.viewer.roles.some((role) => officers.includes(role)),
		};
	});

const here = {
	also: ({ params }: { params: Partial<Record<string, string>> }) => ({ importId: params.import }),
	to: ({ importId }: { importId: string }) => `/impor/${importId}`,
};

export const actions = {
	decide: formAction(decideImport, here),
	'msme-list': formAction(commitProducers, here),
	'store-list': formAction(commitStores, here),
	undo: formAction(undoSales, here),
};
