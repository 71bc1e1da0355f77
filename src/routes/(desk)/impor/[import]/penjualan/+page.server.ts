import { error, redirect } from '@sveltejs/kit';
import { checkSellOut, commitSellOut } from '#market-test/server/sell-out-commands.ts';
import { undoSales } from '#market-test/server/undo-sales.ts';
import { importFindings } from '#registry/server/import-findings.ts';
import { importOf } from '#registry/server/imports.ts';
import { officers } from '#registry/roles.ts';
import { asViewer } from '#server/db.ts';
import { asId } from '#web/address.ts';
import { formAction } from '#web/form-action.ts';
import { say } from '#web/say.ts';
import { sellOutView } from '#web/sell-out-view.ts';

/** Findings that a page shows; all of them stand in the file to download. */
const SHOWN = 100;

export const load = ({ locals, params }) =>
	asViewer(locals.viewer, async (tx) => {
		const id = asId(params.import);
		const found = id && (await importOf(tx, id));
		if (!found) error(404, { message: say('general.not-found') });
		if (found.kind !== 'sell-out') redirect(303, `/impor/${found.id}`);
		return {
			...sellOutView(found, await importFindings(tx, found.id, SHOWN)),
			mayDecide: locals.viewer.roles.some((role) => officers.includes(role)),
		};
	});

const here = {
	also: ({ params }: { params: Partial<Record<string, string>> }) => ({ importId: params.import }),
	to: ({ importId }: { importId: string }) => `/impor/${importId}/penjualan`,
};

export const actions = {
	check: formAction(checkSellOut, here),
	commit: formAction(commitSellOut, here),
	undo: formAction(undoSales, here),
};
