import { error } from '@sveltejs/kit';
import { isExportFormat, writeTable } from '../lib/tables/write/formats.ts';
import type { WrittenTable } from '../lib/tables/write/table.ts';
import type { ListFilter, Page } from '../journey/1-registry/server/queries.ts';
import { asViewer, type Tx } from '../server/db.ts';
import { listFilter } from './list-filter.ts';
import { say } from './say.ts';

/** What a list hands out: one page of its lines, and how they stand in a table. Words are said before the file leaves. */
type ExportedList<Line> = {
	readonly lines: (tx: Tx, filter: ListFilter) => Promise<Page<Line>>;
	readonly table: () => Omit<WrittenTable<Line>, 'lines'>;
};

type Asked = {
	readonly locals: App.Locals;
	readonly params: { readonly format: string };
	readonly url: URL;
};

/** The door of `ekspor.[format]`: every line of the list that the address narrows and this viewer may see, as a file. */
export function exportAction<Line>({ lines, table }: ExportedList<Line>) {
	return async ({ locals, params, url }: Asked): Promise<Response> => {
		const { format } = params;
		if (!isExportFormat(format)) error(404, { message: say('general.not-found') });
		const found = await asViewer(locals.viewer, (tx) =>
			everyLine((after) => lines(tx, { ...listFilter(url, PAGE), after })),
		);
		const whole = { ...table(), lines: found };
		const { bytes, mediaType, ending } = writeTable(whole, format);
		const name = encodeURIComponent(`${whole.name}.${ending}`);
		return new Response(streamOf(bytes), {
			headers: {
				'content-type': mediaType,
				'content-disposition': `attachment; filename*=UTF-8''${name}`,
			},
		});
	};
}

/** Written only as fast as it is taken. */
function streamOf(bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>) {
	return new ReadableStream<Uint8Array<ArrayBuffer>>({
		pull: async (controller) => {
			const { done, value } = await bytes.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		cancel: async () => {
			await bytes.return(undefined);
		},
	});
}

const PAGE = 1000;

async function everyLine<Line>(page: (after: string | null) => Promise<Page<Line>>): Promise<Line[]> {
	const all: Line[] = [];
	let after: string | null = null;
	do {
		const { lines, next }: Page<Line> = await page(after);
		all.push(...lines);
		after = next;
	} while (after !== null);
	return all;
}
