import { Readable } from 'node:stream';
import type { Cell } from '../lib/tables/grid.ts';
import { openRows } from '../lib/tables/open-rows.ts';
import type { SheetSource } from '../lib/tables/row-source.ts';
import { type ImportFinding, importFindings } from '../journey/1-registry/server/import-findings.ts';
import type { Import } from '../journey/1-registry/server/imports.ts';
import { BYTE_ORDER_MARK, csvLine } from '../journey/1-registry/waiting-file.ts';
import type { Viewer } from '../people/viewer.ts';
import { asViewer } from '../server/db.ts';
import { contentStore } from '../server/files.ts';
import { findingWords } from './import-words.ts';
import { say } from './say.ts';

/** The lines of a long file that wait, as the file has them, each with its reason; written while the file is read. */
export async function waitingLines(viewer: Viewer, sent: Import): Promise<ReadableStream<Uint8Array>> {
	const findings = await asViewer(viewer, (tx) => importFindings(tx, sent.id));
	const byLine = Map.groupBy(findings, ({ line }) => line);
	const lines = async function* () {
		const content = await contentStore().open(sent.sha256);
		try {
			const [sheet] = (await openRows(content)).sheets.filter(({ hidden }) => !hidden);
			if (sheet) yield* linesOf(sheet, byLine, headersOf(sent));
		} finally {
			await content.close();
		}
	};
	return Readable.toWeb(Readable.from(lines(), { objectMode: false })) as ReadableStream<Uint8Array>;
}

async function* linesOf(
	sheet: SheetSource,
	findings: ReadonlyMap<number, readonly ImportFinding[]>,
	headers: readonly string[],
): AsyncGenerator<string> {
	yield BYTE_ORDER_MARK + csvLine([...headers, say('import.original-row'), say('import.reason')]);
	for await (const { row, cells } of sheet.rows(() => undefined)) {
		const found = findings.get(row);
		if (found) yield csvLine([...filled(cells, headers.length), String(row), found.map(words).join(' ')]);
	}
}

/** A short line gets blank cells, so that its reason stands under its header. */
const filled = (cells: readonly Cell[], width: number): Cell[] =>
	Array.from({ length: Math.max(width, cells.length) }, (_, i) => cells[i] ?? '');

const words = ({ value, params, code }: ImportFinding) =>
	findingWords({ code, params: { value: value ?? '', ...params } });

function headersOf({ understood }: Import): string[] {
	const columns =
		typeof understood === 'object' && understood !== null && 'columns' in understood
			? understood.columns
			: [];
	return Array.isArray(columns) ? columns.map(({ header }: { header: string }) => header) : [];
}
