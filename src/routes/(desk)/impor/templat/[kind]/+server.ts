import { error } from '@sveltejs/kit';
import { isImportKind } from '#registry/import-kinds.ts';
import { say } from '#web/say.ts';
import { templateFile, templateName } from '#web/template-workbook.ts';

/** A file to fill in and send: it holds nobody's data, so whoever may import may have every kind. */
export const GET = async ({ params }) => {
	if (!isImportKind(params.kind)) error(404, { message: say('general.not-found') });
	return new Response(await templateFile(params.kind), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${templateName(params.kind)}"`,
		},
	});
};
