import type { LocalDate } from '#lib/calendar.ts';

/** A cell in which a spreadsheet keeps a number: what it holds, how the sheet shows it. */
export type NumberCell = {
	readonly type: 'number';
	readonly value: number;
	/** The spreadsheet's number format, such as `0000` or `0%`; '' when there is none. */
	readonly format: string;
	readonly formula?: boolean;
};

/** A cell in which a spreadsheet keeps a day (with or without a time). */
export type DateCell = {
	readonly type: 'date';
	readonly date: LocalDate;
	/** `13:45` or `13:45:30`; null at midnight. */
	readonly time: string | null;
	readonly format: string;
};

export type BooleanCell = { readonly type: 'boolean'; readonly value: boolean };

/** A formula whose result was never stored: some programs write such files. */
export type FormulaCell = { readonly type: 'formula'; readonly formula: string };

/** Text is a plain string exactly as written, '' an empty cell; everything else was typed by a spreadsheet. */
export type Cell = string | NumberCell | DateCell | BooleanCell | FormulaCell;

/** A merged area, ends included, counted from 0. */
export type Merge = {
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
};

export type Sheet = {
	readonly name: string;
	/** Rows as the file has them; `rows[0]` is row 1. A row may be shorter than its neighbours. */
	readonly rows: readonly (readonly Cell[])[];
	readonly merges: readonly Merge[];
	readonly hidden: boolean;
	/** Records of keys and values (JSON): the keys are the header, and rows count from the first record. */
	readonly keys?: readonly string[];
};

// White space of every kind, and the marks that show nothing: byte order mark, zero width, soft hyphen.
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** Text without the marks that nobody sees; no-break and thin spaces become plain ones. Line breaks stay. */
export function clean(text: string): string {
	return text
		.replace(INVISIBLE, '')
		.replace(/[^\S\n\r]+/g, ' ')
		.trim();
}

/** One line, single spaces: for comparing and for recognising. */
export function oneLine(text: string): string {
	return clean(text).replace(/\s+/g, ' ');
}

export function isBlank(cell: Cell | undefined): boolean {
	if (typeof cell === 'string' && /^[!-~]/.test(cell)) return false; // nearly every cell: no need to clean it
	return cell === undefined || (typeof cell === 'string' && clean(cell) === '');
}

/** What a person sees in the cell, near enough to recognise it by. */
export function textOf(cell: Cell | undefined): string {
	if (cell === undefined) return '';
	if (typeof cell === 'string') return cell;
	switch (cell.type) {
		case 'number':
			return numberText(cell);
		case 'date':
			return cell.time ? `${cell.date} ${cell.time}` : cell.date;
		case 'boolean':
			return cell.value ? 'TRUE' : 'FALSE';
		case 'formula':
			return `=${cell.formula}`;
	}
}

/** A number with the leading zeros its format shows: 47 in format `0000` is 0047. */
export function numberText({ value, format }: NumberCell): string {
	if (/^0+$/.test(format) && Number.isInteger(value) && value >= 0)
		return plainNumber(value).padStart(format.length, '0');
	return plainNumber(value);
}

/** Digits without exponent, however large: the text of a whole number is its digits. */
function plainNumber(value: number): string {
	return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** `A`, `Z`, `AA`: the letters of a column counted from 0. */
export function columnLetters(index: number): string {
	const rest = Math.floor(index / 26);
	return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** `D37` for column 3 and row 37. */
export function cellAddress(index: number, row: number): string {
	return `${columnLetters(index)}${row}`;
}
