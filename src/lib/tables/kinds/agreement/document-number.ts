import { type Cell, clean, isBlank, oneLine, textOf } from '../../grid.ts';

/** A document's number as it is shown, the key by which it is compared, and what the number says by itself. */
export type DocumentNumber = {
	readonly number: string;
	readonly key: string;
	readonly year: number | null;
	readonly month: number | null;
};

export type NumberIssue = { readonly code: string; readonly found: string };

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Reads a document's number. The number shown is never changed: the key is for comparing only. */
export function documentNumber(cell: Cell): DocumentNumber | NumberIssue | null {
	const damaged = damage(cell);
	if (damaged) return damaged;
	const raw = textOf(cell);
	if (isBlank(cell) || /^[\s–—-]+$/.test(raw)) return null;
	const number = clean(raw);
	const key = keyOf(number);
	if (hasEmptySlot(clean(raw.replace(/^\s+(?=\/)/, '')), raw))
		return { code: 'number-not-filled', found: number };
	const wrong = wrongRoman(key);
	return wrong ? { code: 'invalid-roman-month', found: wrong } : { number, key, ...saidByItself(key) };
}

/** What a spreadsheet makes of `12/11/2020` or of a number it takes for a day. */
function damage(cell: Cell): NumberIssue | null {
	const found = oneLine(textOf(cell));
	if (typeof cell !== 'string' && cell.type === 'date') return { code: 'code-became-date', found };
	const days = Number(found);
	if (/^\d{5}$/.test(found) && days >= 20_000 && days <= 60_000)
		return { code: 'number-became-a-serial', found };
	return /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(found) && !/^\d{3}[-/.]/.test(found)
		? { code: 'looks-like-a-date', found }
		: null;
}

/** `Nomor : 283/C3 /2026` → `283/C3/2026`: capitals, and no spaces where slashes part the number. */
export function keyOf(text: string): string {
	const bare = oneLine(text)
		.toUpperCase()
		.replace(/^(NOMOR|NO)\b\.?\s*:?\s*/, '');
	return bare.includes('/') ? bare.replace(/\s+/g, '') : bare;
}

/** A form whose number nobody filled in: nothing, dots or a line before or between its slashes. */
function hasEmptySlot(text: string, raw: string): boolean {
	if (/^\s*(nomor|no\.?)?\s*:?\s*\//i.test(raw)) return true;
	return text.includes('/') && text.split('/').some((part) => /^[\s.…_-]*$/.test(part));
}

const segments = (key: string) => key.split('/');

/** The part before the year, when it is written like a Roman number but is no month. */
function wrongRoman(key: string): string | null {
	const parts = segments(key);
	const before = parts.at(-2) ?? '';
	const isYear = /^(19|20)\d{2}$/.test(parts.at(-1) ?? '');
	return isYear && parts.length > 2 && /^[IVXL]{2,}$/.test(before) && !ROMAN.includes(before) ? before : null;
}

function saidByItself(key: string): { year: number | null; month: number | null } {
	const parts = segments(key);
	const year = /(?:^|[/\s.-])((?:19|20)\d{2})$/.exec(key)?.[1];
	const month = ROMAN.indexOf(parts.at(-2) ?? '') + 1;
	return {
		year: year === undefined ? null : Number(year),
		month: year !== undefined && month > 0 ? month : null,
	};
}
