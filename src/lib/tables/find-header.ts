import { type Cell, isBlank, type Merge, oneLine, type Sheet, textOf } from './grid.ts';
import { headerScore } from './headers.ts';
import type { Field } from './spec.ts';

/** `header` is what all levels say together, `own` what the lowest one says. */
export type HeaderCell = { readonly index: number; readonly header: string; readonly own: string };

export type Header = {
	/** Index of its first row, and how many rows it has. A list of keys has no row of its own. */
	readonly top: number;
	readonly levels: number;
	readonly columns: readonly HeaderCell[];
	/** Cells in the widest header row, blank ones at its end too. */
	readonly width: number;
};

const SEARCHED = 60; // a title block longer than this is no title block
const NAMED = 0.8; // a cell that surely names a field

/** The row whose cells name the most fields; above and below it the other levels of a header of several rows. */
export function findHeader(sheet: Sheet, fields: readonly Field[]): Header | null {
	if (sheet.keys) return keyHeader(sheet.keys);
	const named = namesCounter(fields);
	let best = { row: -1, names: 0 };
	for (let r = 0; r < Math.min(SEARCHED, sheet.rows.length); r++) {
		const names = named(sheet.rows[r] ?? []);
		if (names > best.names) best = { row: r, names };
	}
	const row = best.row >= 0 ? best.row : firstRowOfWords(sheet);
	return row === null ? null : withLevels(sheet, row, named);
}

const keyHeader = (keys: readonly string[]): Header => ({
	top: 0,
	levels: 0,
	columns: keys.map((header, index) => ({ index, header, own: header })),
	width: keys.length,
});

/** Counts the different fields that the cells of a row name. */
function namesCounter(fields: readonly Field[]): (cells: readonly Cell[]) => number {
	const known = new Map<string, string | null>();
	const nameOf = (text: string): string | null => {
		if (text.length > 60) return null;
		const seen = known.get(text);
		if (seen !== undefined) return seen;
		const found = fields.find((field) => headerScore(text, field.phrases) >= NAMED)?.name ?? null;
		known.set(text, found);
		return found;
	};
	return (cells) => {
		const names = cells.map((cell) => (typeof cell === 'string' ? nameOf(oneLine(cell)) : null));
		return new Set(names.filter((name) => name !== null)).size;
	};
}

/** Where nobody knows the headers: the first row that is as wide as the table and holds words only. */
function firstRowOfWords(sheet: Sheet): number | null {
	const width = Math.max(0, ...sheet.rows.slice(0, SEARCHED).map(filled));
	const row = sheet.rows.findIndex(
		(cells) => filled(cells) >= Math.max(1, width * 0.8) && cells.every(isWord),
	);
	return row >= 0 && row < SEARCHED ? row : null;
}

const filled = (cells: readonly Cell[]) => cells.filter((cell) => !isBlank(cell)).length;
const isWord = (cell: Cell) => isBlank(cell) || (typeof cell === 'string' && /\p{L}/u.test(cell));

type Counter = (cells: readonly Cell[]) => number;

function withLevels(sheet: Sheet, row: number, named: Counter): Header {
	let top = row;
	let bottom = row;
	while (bottom - row < 2 && isLowerLevel(sheet, bottom)) bottom++;
	if (isUpperLevel(sheet, row, named)) top = row - 1;
	const rows = sheet.rows.slice(top, bottom + 1);
	const width = Math.max(...rows.map((cells) => cells.length));
	const columns = Array.from({ length: width }, (_, index) => headerAt(sheet, top, bottom, index));
	return { top, levels: bottom - top + 1, columns: columns.filter(({ header }) => header !== ''), width };
}

/** The row below continues the header when its words stand only where the header left room: under a span or a gap. */
function isLowerLevel(sheet: Sheet, row: number): boolean {
	const above = sheet.rows[row] ?? [];
	const below = sheet.rows[row + 1] ?? [];
	if (filled(below) === 0 || !below.every(isWord)) return false;
	const room = (c: number) => isBlank(above[c]) || isBlank(above[c + 1]) || spanAt(sheet, row, c);
	const underWords = below.every((cell, c) => isBlank(cell) || room(c));
	const leavesBlank = above.some((cell, c) => !isBlank(cell) && isBlank(below[c]));
	const fillsGap = below.some(
		(cell, c) => !isBlank(cell) && isBlank(above[c]) && !isBlank(above[leftOf(above, c)]),
	);
	return underWords && leavesBlank && fillsGap;
}

function leftOf(cells: readonly Cell[], c: number): number {
	let left = c;
	while (left > 0 && isBlank(cells[left])) left--;
	return left;
}

const spanAt = (sheet: Sheet, row: number, c: number) =>
	sheet.merges.some(
		(merge) => merge.top === row && merge.left <= c && c <= merge.right && merge.right > merge.left,
	);

/** The row above belongs to the header when it names groups of columns and the columns become clearer by it. */
function isUpperLevel(sheet: Sheet, row: number, named: Counter): boolean {
	const above = sheet.rows[row - 1];
	const own = sheet.rows[row] ?? [];
	if (!above || filled(above) === 0 || !above.every(isWord)) return false;
	const widest = Math.max(
		0,
		...sheet.merges.filter((m) => m.top === row - 1).map((m) => m.right - m.left + 1),
	);
	const groups = above.some(
		(cell, c) => !isBlank(cell) && c > 0 && isBlank(above[c + 1]) && !isBlank(own[c + 1]),
	);
	if (!groups || widest > own.length * 0.7) return false;
	const combined = own.map((_, c) => wordsAt(sheet, row - 1, row, c).join(' '));
	return named(combined) >= named(own);
}

function headerAt(sheet: Sheet, top: number, bottom: number, index: number): HeaderCell {
	const words = wordsAt(sheet, top, bottom, index);
	return { index, header: words.join(' '), own: words.at(-1) ?? '' };
}

/** Words of all levels of a column's header, from the top; a group's words hold for all its columns. */
function wordsAt(sheet: Sheet, top: number, bottom: number, column: number): string[] {
	const words: string[] = [];
	for (let r = top; r <= bottom; r++) {
		const text = oneLine(textOf(headerCell(sheet, r, column, r < bottom)));
		if (text !== '' && text !== words.at(-1)) words.push(text);
	}
	return words;
}

function headerCell(sheet: Sheet, row: number, column: number, isGroup: boolean): Cell {
	const cells = sheet.rows[row] ?? [];
	const own = cells[column];
	if (!isBlank(own)) return own ?? '';
	const merge = sheet.merges.find((m) => covers(m, row, column));
	if (merge) return merge.top === row ? (cells[merge.left] ?? '') : '';
	// Without merged cells (CSV) a group name stands over its first column and holds until the next word.
	const below = sheet.rows[row + 1]?.[column];
	return isGroup && sheet.merges.length === 0 && !isBlank(below) ? (cells[leftOf(cells, column)] ?? '') : '';
}

export const covers = (merge: Merge, row: number, column: number): boolean =>
	merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right;
