import { localDate } from '#lib/calendar.ts';
import { type Cell, clean, isBlank, textOf } from '../grid.ts';
import { isUnknown } from '../numbers.ts';
import { known, refused, UNKNOWN, type Understood } from '../understood.ts';
import { isPowerOfTen, unwrap } from './text.ts';

/** Text of an identifier, or why the cell no longer holds one. */
export type IdentifierText = { readonly text: string } | { readonly problem: string } | null;

/** A number cell keeps 15 digits: a longer identifier in one cannot be trusted even when it looks whole. */
const DIGITS_KEPT = 15;

export function identifierText(cell: Cell): IdentifierText {
	if (isBlank(cell)) return null;
	if (typeof cell === 'string') {
		const text = unwrap(clean(cell).normalize('NFC'));
		if (isUnknown(text)) return null;
		return isPowerOfTen(text) ? { problem: 'scientific-notation' } : { text };
	}
	if (cell.type === 'date') return { problem: 'code-became-date' };
	if (cell.type === 'formula') return { problem: 'number/formula-without-result' };
	const text = textOf(cell);
	const lost = cell.type === 'number' && cell.format !== 'json' && text.length > DIGITS_KEPT;
	return lost ? { problem: 'stored-as-number' } : { text };
}

/** Without the marks people group digits by; what remains may still hold letters. */
export const withoutSeparators = (text: string): string => text.replace(/[\s.\-–—_/]/g, '');

/** Letters that are typed for digits: O for 0, I or l for 1. Offered, never put in silently. */
export function letterProblem(text: string): Understood {
	const offered = text
		.replace(/[oO]/g, '0')
		.replace(/[iIl|]/g, '1')
		.replace(/[sS]/g, '5')
		.replace(/[bB]/g, '8');
	return /^\d+$/.test(offered) ? refused('letter-for-digit', {}, offered) : refused('non-digit');
}

/** A number of exactly so many digits. */
function digitsOfLength(cell: Cell, length: number): Understood {
	const found = identifierText(cell);
	if (found === null) return UNKNOWN;
	if ('problem' in found) return refused(found.problem);
	const digits = withoutSeparators(found.text);
	if (!/^\d+$/.test(digits)) return letterProblem(digits);
	return digits.length === length
		? known(digits)
		: refused('wrong-length', { found: digits.length, expected: length });
}

/**
 * Population number: 16 digits, of which six say the day of birth (women's days count from 41).
 * Source: validators of the programme, after Business::ID::NIK.
 */
export function readNik(cell: Cell): Understood {
	const read = digitsOfLength(cell, 16);
	if (typeof read.value !== 'string') return read;
	if (birthDays(read.value).length === 0 || read.value.endsWith('0000'))
		return refused('identifier/impossible-nik');
	return read;
}

/** Family card: 16 digits, the first issue date where a NIK has the birth date. */
export function readFamilyCard(cell: Cell): Understood {
	return digitsOfLength(cell, 16);
}

/** The days on which the owner of this NIK can be born: in the last and in this century. */
export function birthDays(nik: string): string[] {
	const day = Number(nik.slice(6, 8));
	const [month, year] = [Number(nik.slice(8, 10)), Number(nik.slice(10, 12))];
	const days = [1900, 2000].map((century) => localDate(century + year, month, day > 40 ? day - 40 : day));
	return days.filter((date) => date !== null);
}

/** Business number: 13 digits. A village letter in its place is kept as another letter. */
export function readNib(cell: Cell): Understood {
	const found = identifierText(cell);
	if (found === null) return UNKNOWN;
	if ('problem' in found) return refused(found.problem);
	if (/\p{L}{2,}/u.test(found.text) && /\d/.test(found.text) && !/\bnib\b/i.test(found.text))
		return { value: null, also: { other_letter: found.text }, warning: { code: 'not-a-nib' } };
	const digits = withoutSeparators(found.text.replace(/nib|no(mor)?\.?|:/gi, ''));
	if (!/^\d+$/.test(digits)) return letterProblem(digits);
	if (/^(\d)\1+$/.test(digits)) return refused('reserved');
	if (typeof cell !== 'string' && digits.length === 12) return refused('leading-zero-lost', {}, `0${digits}`);
	return digits.length === 13
		? known(digits)
		: refused('wrong-length', { found: digits.length, expected: 13 });
}

/** Halal certificate: the number as it stands. Decision numbers of the scholars' council are not one. */
export function readHalal(cell: Cell): Understood {
	const found = identifierText(cell);
	if (found === null) return UNKNOWN;
	if ('problem' in found) return refused(found.problem);
	const text = found.text.replace(/^(no(mor)?\.?|sertifikat halal)\s*:?\s*/i, '');
	if (/^ID[\s\d.-]+$/i.test(text)) return known(withoutSeparators(text).toUpperCase());
	return known(text, 'identifier/not-a-halal-number');
}
