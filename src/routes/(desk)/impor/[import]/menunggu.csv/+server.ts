import { error } from '@sveltejs/kit';
import { open } from '#lib/tables/open.ts';
import { preview } from '#registry/server/preview.ts';
import { waitingFile } from '#registry/waiting-file.ts';
import { asViewer } from '#server/db.ts';
import { contentStore, wholeContent } from '#server/files.ts';
import { asId } from '#web/address.ts';
import { waitingReasons } from '#web/import-view.ts';
import { say } from '#web/say.ts';

/** The rows of an import that wait, to be corrected and sent again. */
export const GET = async ({ locals, params }) => {
	const id = asId(params.import);
	const found = id && (await asViewer(locals.viewer, (tx) => preview(tx, id)));
	if (!found) error(404, { message: say('general.not-found') });
	const { sheets } = await open(await wholeContent(contentStore(), found.import.sha256));
	const added = { row: say('import.original-row'), reason: say('import.reason') };
	const name = `${found.import.fileName.replace(/\.\w+$/, '')}-${say('import.download-name')}.csv`;
	return new Response(waitingFile(sheets, found.result.columns, waitingReasons(found), added), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
		},
	});
};
