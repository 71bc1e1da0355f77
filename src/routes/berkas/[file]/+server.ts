import { error } from '@sveltejs/kit';
import { servedFile } from '#registry/server/file-queries.ts';
import { asViewer } from '#server/db.ts';
import { contentStore } from '#server/files.ts';
import { asId } from '#web/address.ts';
import { say } from '#web/say.ts';

/** Evidence for whoever may see it: always as a download, and without any right to act should a browser open it. */
export const GET = async ({ locals, params }) => {
	const fileId = asId(params.file);
	const file = fileId && (await asViewer(locals.viewer, (tx) => servedFile(tx, fileId)));
	if (!file) error(404, { message: say('general.not-found') });
	return new Response(await contentStore().get(file.sha256), {
		headers: {
			'content-type': file.mediaType,
			'content-length': String(file.size),
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, no-store',
		},
	});
};
