import { type Cell, clean, isBlank, numberText, textOf } from '../grid.ts';
import { isUnknown } from '../numbers.ts';
import { known, refused, UNKNOWN, type Understood } from '../understood.ts';

/** Text as written; `-` and its like are unknown, not text. */
export function readText(cell: Cell): Understood {
	if (isBlank(cell)) return UNKNOWN;
	if (typeof cell !== 'string') return known(textOf(cell));
	const text = unwrap(clean(cell).normalize('NFC'));
	return isUnknown(text) ? UNKNOWN : known(text);
}

/** What a spreadsheet wraps round text to keep it text: `'0812`, `="0812"`. */
export function unwrap(text: string): string {
	const formula = /^=\s*"(.*)"$/s.exec(text);
	return formula ? (formula[1] ?? '') : text.replace(/^'(?=[\d+=-])/, '');
}

/**
 * Codes of stores and products: text, with the leading zeros the sheet shows. A code that a spreadsheet turned into
 * a day or shortened to powers of ten is gone.
 */
export function readCode(cell: Cell): Understood {
	if (isBlank(cell)) return UNKNOWN;
	if (typeof cell === 'string') {
		const text = unwrap(clean(cell).normalize('NFC'));
		if (isUnknown(text)) return UNKNOWN;
		return isPowerOfTen(text) ? refused('scientific-notation') : known(text);
	}
	if (cell.type === 'number')
		return cell.format.includes('E+') ? refused('scientific-notation') : known(numberText(cell));
	if (cell.type === 'date') return refused('code-became-date', {}, codeFromDate(cell.date));
	return cell.type === 'formula' ? refused('number/formula-without-result') : known(textOf(cell));
}

/** Spreadsheets always write the sign: `1E05` is a code, `1,5E+05` is none. */
export function isPowerOfTen(text: string): boolean {
	return /^\d([.,]\d+)?E[+-]\d{1,3}$/i.test(clean(text));
}

/** 16.02.05 was read as 16 February 2005: it can be offered back. */
function codeFromDate(date: string): string {
	const [year = '', month = '', day = ''] = date.split('-');
	return `${day}.${month}.${year.slice(2)}`;
}
