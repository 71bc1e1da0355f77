import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import type { Sheet } from './grid.ts';
import { readHtml } from './html.ts';
import { readJson } from './json.ts';
import { recogniseBytes, recogniseText } from './recognise.ts';
import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Format } from './result.ts';
import { readWorkbook } from './workbook.ts';
import { readXls } from './xls/read-xls.ts';

/** A file laid open: its sheets, or the reason why it cannot be read. */
export type Opened = {
	readonly format: Format;
	readonly encoding: string | null;
	readonly sheets: readonly Sheet[];
	/** Code of what stops the reading: `unsupported-format`, `empty`, `structure/damaged-file`. */
	readonly problem: string | null;
	/** Codes of what the user should see. */
	readonly remarks: readonly string[];
};

const closed = (format: Format, problem: string): Opened => ({
	format,
	encoding: null,
	sheets: [],
	problem,
	remarks: [],
});

/** Recognises a file by its content and opens it. */
export async function open(bytes: Uint8Array): Promise<Opened> {
	if (bytes.length === 0) return closed('unknown', 'empty');
	const format = recogniseBytes(bytes);
	if (format === 'text') return guarded('csv', () => openText(bytes));
	if (format !== 'xlsx' && format !== 'ods' && format !== 'xls')
		return closed('unknown', 'unsupported-format');
	return guarded(format, async () => {
		const sheets = format === 'xls' ? readXls(bytes) : await readWorkbook(bytes, format);
		return { format, encoding: null, sheets, problem: sheets.length === 0 ? 'empty' : null, remarks: [] };
	});
}

/** What a damaged or hostile file makes a reader throw becomes the problem of this file, and of nothing else. */
async function guarded(format: Format, work: () => Opened | Promise<Opened>): Promise<Opened> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal) return closed(format, error.code);
		if (!(error instanceof RangeError)) throw error; // a place beyond the end of the file
		return closed(format, 'structure/damaged-file');
	}
}

function openText(bytes: Uint8Array): Opened {
	const { text, encoding, repaired } = decode(bytes);
	const format = recogniseText(text);
	const remarks = repaired ? ['structure/double-encoded'] : [];
	if (text.trim() === '') return closed(format, 'empty');
	if (format === 'csv') {
		const { sheet, unclosedQuote } = readCsv(text);
		if (unclosedQuote) remarks.push('structure/unclosed-quote');
		return { format, encoding, sheets: [sheet], problem: null, remarks };
	}
	if (text.length > LIMITS.wholeText) return closed(format, 'structure/too-much-to-hold');
	if (format === 'html') return { format, encoding, sheets: readHtml(text), problem: null, remarks };
	const sheet = readJson(text, format === 'jsonl');
	if (!sheet) return closed(format, 'structure/damaged-file');
	return { format, encoding, sheets: [sheet], problem: null, remarks };
}
