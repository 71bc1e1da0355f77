import Papa from 'papaparse';
import type { Sheet } from './grid.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Csv = { readonly sheet: Sheet; readonly delimiter: string; readonly unclosedQuote: boolean };

/**
 * One sheet of text cells. Every record is a row, blank ones too; line breaks inside quotes stay in their cell.
 * A spreadsheet's `sep=;` line is obeyed and is not a row.
 */
export function readCsv(text: string): Csv {
	const told = /^\ufeff?sep=(.)\r?\n/i.exec(text);
	const body = told ? text.slice(told[0].length) : text.replace(/^\ufeff/, '');
	const delimiter = told?.[1] ?? guessDelimiter(body);
	const { data, errors } = Papa.parse<string[]>(body, { delimiter, header: false, skipEmptyLines: false });
	const last = data.at(-1);
	if (last && last.length === 1 && last[0] === '') data.pop(); // the file ended with a line break
	const unclosedQuote = errors.some((error) => error.code === 'MissingQuotes');
	return { sheet: { name: '', rows: data, merges: [], hidden: false }, delimiter, unclosedQuote };
}

/** The mark that cuts most of the first records into the same number of cells, and more than one. */
export function guessDelimiter(text: string): string {
	const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }));
	const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
	return best.score > 0 ? best.delimiter : NONE;
}

// A file of one column has no mark at all: its commas are text.
const NONE = '\u001f';

/** Above 0 when more records agree on a width than stay in one piece. */
function evenness(text: string, delimiter: string): number {
	const widths = Papa.parse<string[]>(text, { delimiter, header: false, preview: 100 })
		.data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
		.map((cells) => cells.length);
	const counts = new Map<number, number>();
	for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
	const whole = counts.get(1) ?? 0;
	counts.delete(1);
	const agreed = Math.max(0, ...counts.values());
	if (agreed === 0 || agreed < whole) return 0;
	const width = Math.max(...[...counts].filter(([, rows]) => rows === agreed).map(([cells]) => cells));
	return agreed / widths.length + Math.min(width, 50) / 1000; // of two even cuts, the finer one
}
