import Papa from 'papaparse';
import { fromCsvText } from './escapes.ts';
import type { Sheet } from './grid.ts';
import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Csv = { readonly sheet: Sheet; readonly delimiter: string; readonly unclosedQuote: boolean };

/**
 * One sheet of text cells. Every record is a row, blank ones too; line breaks inside quotes stay in their cell.
 * A spreadsheet's `sep=;` line is obeyed and is not a row.
 * @throws Refusal
 */
export function readCsv(text: string): Csv {
	const splitter = new CsvSplitter();
	const rows: string[][] = [];
	for (let at = 0; at < text.length; at += PIECE)
		for (const row of splitter.push(text.slice(at, at + PIECE))) rows.push(row.map(fromCsvText));
	for (const row of splitter.end()) rows.push(row.map(fromCsvText));
	const { delimiter, unclosedQuote } = splitter;
	return { sheet: { name: '', rows, merges: [], hidden: false }, delimiter, unclosedQuote };
}

const PIECE = 256 * 1024;

/** Cuts text that comes piece by piece into records, their cells as they are written, holding no more than the record at hand. */
export class CsvSplitter {
	delimiter = '';
	unclosedQuote = false;
	#parser: Papa.Parser | null = null;
	#rest = '';

	push(text: string): string[][] {
		this.#rest += text;
		if (!this.#parser && this.#rest.length < PIECE) return []; // the first piece decides how all is cut
		return this.#cut(true);
	}

	/** What is left; a line break at the end begins no new record. */
	end(): string[][] {
		return this.#cut(false);
	}

	#cut(isMore: boolean): string[][] {
		this.#parser ??= this.#begin();
		if (this.#rest === '') return [];
		const parsed: Parsed = this.#parser.parse(this.#rest, 0, isMore);
		if (isMore) this.#rest = this.#rest.slice(parsed.meta.cursor);
		else if (parsed.data.at(-1)?.join('\n') === '' && parsed.data.at(-1)?.length === 1) parsed.data.pop();
		if (isMore && this.#rest.length > LIMITS.row) throw new Refusal('structure/cell-too-large');
		if (!isMore) this.unclosedQuote = parsed.errors.some((error) => error.code === 'MissingQuotes');
		return parsed.data.map(guarded);
	}

	#begin(): Papa.Parser {
		const told = /^\ufeff?sep=(.)\r?\n/i.exec(this.#rest);
		this.#rest = told ? this.#rest.slice(told[0].length) : this.#rest.replace(/^\ufeff/, '');
		this.delimiter = told?.[1] ?? guessDelimiter(this.#rest);
		return new Papa.Parser({ delimiter: this.delimiter, newline: guessLineBreak(this.#rest) });
	}
}

type Parsed = {
	readonly data: string[][];
	readonly errors: readonly { readonly code: string }[];
	readonly meta: { readonly cursor: number };
};

/** A record within its limits; blank cells beyond the last column are left out. */
function guarded(row: string[]): string[] {
	let letters = 0;
	for (const cell of row) letters += cell.length;
	if (letters > LIMITS.row) throw new Refusal('structure/cell-too-large');
	if (row.length <= LIMITS.columns) return row;
	if (row.slice(LIMITS.columns).some((cell) => cell.trim() !== ''))
		throw new Refusal('structure/too-many-columns');
	return row.slice(0, LIMITS.columns);
}

/** The line break outside quotes: the first kind that is met, unless a lone return ends most lines. */
function guessLineBreak(text: string): '\n' | '\r' | '\r\n' {
	const bare = text.slice(0, 1024 * 1024).replace(/"[^"]*"/g, '');
	const [returns, lines] = [bare.split('\r'), bare.split('\n')];
	const lineComesFirst = lines.length > 1 && (lines[0]?.length ?? 0) < (returns[0]?.length ?? 0);
	if (returns.length === 1 || lineComesFirst) return '\n';
	const both = returns.filter((part) => part.startsWith('\n')).length;
	return both >= returns.length / 2 ? '\r\n' : '\r';
}

/** The mark that cuts most of the first records into the same number of cells, and more than one. */
export function guessDelimiter(text: string): string {
	const head = text.slice(0, PIECE);
	const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(head, delimiter) }));
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
