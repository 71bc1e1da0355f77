import { addDays, addMonths, type LocalDate } from '#lib/calendar.ts';
import { dateShape, inOrder } from '../../dates.ts';
import { oneLine } from '../../grid.ts';
import { wordsToNumber } from '../../number-words.ts';
import type { DateOrder } from '../../result.ts';

/** How long an agreement runs: so many months and days, or until a day (and perhaps from one). */
export type Duration =
	| { readonly is: 'length'; readonly months: number; readonly days: number }
	| { readonly is: 'until'; readonly from: LocalDate | null; readonly until: LocalDate };

export type DurationIssue = { readonly code: string };

const UNIT = '(tahun|thn|th|bulan|bln|minggu|hari|years?|months?|days?)';
const PART = new RegExp(`(\\d+)?\\s*(?:\\(\\s*([a-z ]+?)\\s*\\))?\\s*([a-z ]*?)\\s*\\b${UNIT}\\b`, 'gi');
const UNTIL = /(?:^|\s)(?:s\/d|s\.d\.?|sd|sampai(?: dengan)?|hingga|until|to|[-–—])\s+(.+)$/i;

/** Reads `3 (tiga) tahun`, `1 Tahun 6 Bulan`, `s/d 31 Des 2023`. null: nothing is written. */
export function duration(text: string, order: DateOrder | null): Duration | DurationIssue | null {
	const tidy = oneLine(text).replace(/^selama\s+(?=\d)/i, '');
	if (/^[-–—]*$/.test(tidy)) return null;
	if (
		/dibutuhkan|tidak terbatas|tanpa batas|seterusnya|selamanya|tidak ditentukan|indefinite|open/i.test(tidy)
	)
		return { code: 'open-ended' };
	if (/^(19|20)\d{2}\s*[-–—/]\s*(19|20)\d{2}$/.test(tidy)) return { code: 'incomplete-date' };
	return (
		lengthOf(tidy) ??
		untilOf(tidy, order) ?? { code: /^\d+$/.test(tidy) ? 'unit-missing' : 'date/not-a-duration' }
	);
}

function lengthOf(text: string): Duration | DurationIssue | null {
	const parts = [...text.matchAll(PART)];
	if (parts.length === 0) return null;
	let [months, days] = [0, 0];
	for (const [, digits, bracket, words = '', unit = ''] of parts) {
		const count = countOf(digits, bracket ?? words);
		if (count === null) return { code: 'date/not-a-duration' };
		if (count === 'mismatch') return { code: 'digit-word-mismatch' };
		if (/^(t|y)/i.test(unit)) months += 12 * count;
		else if (/^(b|mo)/i.test(unit)) months += count;
		else days += /^mi/i.test(unit) ? 7 * count : count;
	}
	return { is: 'length', months, days };
}

/** Digits and words must say the same number. */
function countOf(digits: string | undefined, words: string): number | 'mismatch' | null {
	const said = words.trim() === '' ? null : wordsToNumber(words);
	if (digits === undefined) return said;
	return said !== null && said !== Number(digits) ? 'mismatch' : Number(digits);
}

function untilOf(text: string, order: DateOrder | null): Duration | DurationIssue | null {
	const last = UNTIL.exec(` ${text}`)?.[1];
	if (last === undefined) return null;
	const until = day(last, order);
	if (until === null) return { code: 'invalid-date' };
	const first = oneLine(
		text
			.slice(0, text.lastIndexOf(last))
			.replace(/(s\/d|s\.d\.?|sd|sampai(?: dengan)?|hingga|[-–—])\s*$/i, ''),
	);
	return { is: 'until', from: day(first.replace(/^(sejak|mulai|dari|from)\s+/i, ''), order), until };
}

function day(text: string, order: DateOrder | null): LocalDate | null {
	const shape = dateShape(text);
	if (shape?.is === 'date') return shape.date;
	return shape?.is === 'numeric' && order ? inOrder(shape, order) : null;
}

/** The last day: the same day of the month in which the term is over. */
export function endOf(start: LocalDate, term: Extract<Duration, { is: 'length' }>): LocalDate {
	return addDays(addMonths(start, term.months), term.days);
}
