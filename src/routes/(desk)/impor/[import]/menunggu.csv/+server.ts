import { error } from '@sveltejs/kit';
import { open } from '#lib/tables/open.ts';
import { importOf } from '#registry/server/imports.ts';
import { preview } from '#registry/server/preview.ts';
import { waitingFile } from '#registry/waiting-file.ts';
import { asViewer } from '#server/db.ts';
import { contentStore, wholeContent } from '#server/files.ts';
import { asId } from '#web/address.ts';
import { waitingReasons } from '#web/import-view.ts';
import { say } from '#web/say.ts';
import { waitingLines } from '#web/waiting-lines.ts';

/** The rows of an import that wait, to be corrected and sent again. */
export const GET = async ({ locals, params }) => {
	const id = asId(params.import);
	const sent = id && (await asViewer(locals.viewer, (tx) => importOf(tx, id)));
	if (!sent) error(404, { message: say('general.not-found') });
	const name = `${sent.fileName.replace(/\.\w+$/, '')}-${say('import.download-name')}.csv`;
	const content =
		sent.kind === 'sell-out'
			? await waitingLines(locals.viewer, sent)
			: await waitingRows(locals.viewer, sent.id);
	return new Response(content, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
		},
	});
};

async function waitingRows(viewer: App.Locals['viewer'], id: string): Promise<string> {
	const found = await asViewer(viewer, (tx) => preview(tx, id));
	if (!found) return '';
	const { sheets } = await open(await wholeContent(contentStore(), found.import.sha256));
	const added = { row: say('import.original-row'), reason: say('import.reason') };
	return waitingFile(sheets, found.result.columns, waitingReasons(found), added);
}
