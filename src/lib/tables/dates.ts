import { addDays, localDate, type LocalDate } from '#lib/calendar.ts';
import { clean, oneLine } from './grid.ts';
import { isUnknown } from './numbers.ts';
import type { DateOrder } from './result.ts';

export type DateShape =
	/** Only one reading. `serial`: a spreadsheet's day number. */
	| { readonly is: 'date'; readonly date: LocalDate; readonly time: string | null; readonly serial?: boolean }
	/** Two numbers and a year: the order of the column decides which is the month. */
	| {
			readonly is: 'numeric';
			readonly first: number;
			readonly second: number;
			readonly year: number;
			readonly time: string | null;
	  }
	| { readonly is: 'problem'; readonly code: string };

const MONTHS: readonly string[] = [
	'januari january jan jnr',
	'februari february pebruari feb peb pebr febr',
	'maret march mar mrt',
	'april apr avril',
	'mei may',
	'juni june jun',
	'juli july jul',
	'agustus august agt agu ags aug agus agst',
	'september sept sep',
	'oktober october okt oct',
	'november nopember nov nop',
	'desember december des dec',
];
const MONTH_OF = new Map(
	MONTHS.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

/** 1 to 12 for a month's name in Indonesian or English, old spellings and abbreviations too; null otherwise. */
export function monthNumber(word: string): number | null {
	return MONTH_OF.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}

const WEEKDAY =
	/^(senin|selasa|rabu|kamis|jum'?at|jumat|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|sen|sel|rab|kam|jum|sab|min)\b[\s,./]*/i;
const TIME =
	/[\sT,]+(?:pukul|jam|pkl\.?)?\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(?:wib|wita|wit|z|utc|gmt)?(?:[+-]\d{2}:?\d{2})?$/i;

/** What a text says as a day. null: nothing, or a mark for unknown; `00/00/0000` is one too. */
export function dateShape(text: string): DateShape | null {
	const tidy = clean(text).replace(/^'/, '');
	if (isUnknown(tidy) || /^0{1,4}([-/. ]0{1,4}){2}(\s+0?0:00(:00)?)?$/.test(tidy)) return null;
	const { rest, time } = takeTime(oneLine(tidy).replace(WEEKDAY, ''));
	const bare = rest.replace(/^(tgl|tanggal)\b\.?:?\s*/i, '');
	return (
		yearFirst(bare, time) ??
		numeric(bare, time) ??
		named(bare, time) ??
		digitsOnly(bare, time) ??
		incomplete(bare)
	);
}

function takeTime(text: string): { rest: string; time: string | null } {
	const found = TIME.exec(text);
	if (!found) return { rest: text, time: null };
	const [whole, hour = '', minute = '', second, half = ''] = found;
	const clock = clockTime(Number(hour), minute, second, half);
	return clock === null ? { rest: text, time: null } : { rest: text.slice(0, -whole.length), time: clock };
}

/** 12:05 AM is five past midnight, 12:05 PM five past noon. */
function clockTime(hour: number, minute: string, second: string | undefined, half: string): string | null {
	const twelve = half !== '';
	if (hour > (twelve ? 12 : 23) || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
	const full = twelve ? (hour % 12) + (/^p/i.test(half) ? 12 : 0) : hour;
	return `${String(full).padStart(2, '0')}:${minute}${second ? `:${second}` : ''}`;
}

const dated = (date: LocalDate | null, time: string | null): DateShape =>
	date ? { is: 'date', date, time } : { is: 'problem', code: 'invalid-date' };

function yearFirst(text: string, time: string | null): DateShape | null {
	const found = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text);
	return found ? dated(localDate(Number(found[1]), Number(found[2]), Number(found[3])), time) : null;
}

function numeric(text: string, time: string | null): DateShape | null {
	const found = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$/.exec(text);
	if (!found) return null;
	const [first, second] = [Number(found[1]), Number(found[2])];
	const year = fullYear(found[3] ?? '');
	if (first > 31 || second > 31 || (first > 12 && second > 12) || first === 0 || second === 0)
		return numericProblem(first, second, year, time);
	return { is: 'numeric', first, second, year, time };
}

/** 32/06 is still written day first: it proves the order although no such day exists. */
function numericProblem(first: number, second: number, year: number, time: string | null): DateShape {
	const provesOrder =
		(first > 31 && second >= 1 && second <= 12) || (second > 31 && first >= 1 && first <= 12);
	return provesOrder ? { is: 'numeric', first, second, year, time } : { is: 'problem', code: 'invalid-date' };
}

/** 26 is 2026, 85 is 1985. */
function fullYear(digits: string): number {
	const year = Number(digits);
	return digits.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function named(text: string, time: string | null): DateShape | null {
	const parts = text.replace(/[.,]/g, ' ').match(/^(\d{1,2})[\s/-]*([a-z]{3,9})[\s/-]*'?(\d{4}|\d{2})$/i);
	if (parts) return dayMonthYear(Number(parts[1]), parts[2] ?? '', parts[3] ?? '', time);
	const american = text
		.replace(/[.,]/g, ' ')
		.match(/^([a-z]{3,9})[\s/-]*(\d{1,2})(?:st|nd|rd|th)?[\s/-]+(\d{4}|\d{2})$/i);
	if (american) return dayMonthYear(Number(american[2]), american[1] ?? '', american[3] ?? '', time);
	return null;
}

function dayMonthYear(day: number, name: string, year: string, time: string | null): DateShape {
	const month = monthNumber(name);
	return month === null
		? { is: 'problem', code: 'not-a-date' }
		: dated(localDate(fullYear(year), month, day), time);
}

// Day numbers of a spreadsheet between 1989 and 2064: outside, five digits are more likely something else.
const FIRST_SERIAL = 32_509;
const LAST_SERIAL = 60_000;

function digitsOnly(text: string, time: string | null): DateShape | null {
	if (/^\d{5}([.,]\d+)?$/.test(text)) {
		const serial = Math.floor(Number(text.replace(',', '.')));
		if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return { is: 'problem', code: 'not-a-date' };
		return { is: 'date', date: serialDay(serial), time: null, serial: true };
	}
	if (!/^\d{8}$/.test(text)) return null;
	const [a, b, c] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
	if (a >= 1900 && a < 2100 && b <= 12) return dated(localDate(a, b, c), time);
	return { is: 'numeric', first: Math.floor(a / 100), second: a % 100, year: b * 100 + c, time };
}

/** Day 44174 is 2020-12-09 in the 1900 system of spreadsheets. */
export function serialDay(serial: number): LocalDate {
	return addDays('1899-12-30', serial);
}

function incomplete(text: string): DateShape {
	const words = text.replace(/[.,]/g, ' ').trim();
	if (/^(19|20)\d{2}$/.test(words)) return { is: 'problem', code: 'incomplete-date' };
	if (/^(0?[1-9]|1[0-2])[-/ ](19|20)\d{2}$/.test(words) || /^(19|20)\d{2}[-/ ](0?[1-9]|1[0-2])$/.test(words))
		return { is: 'problem', code: 'incomplete-date' };
	const monthYear = /^([a-z]{3,9})[\s/-]*'?(\d{4}|\d{2})$/i.exec(words);
	if (monthYear && monthNumber(monthYear[1] ?? '')) return { is: 'problem', code: 'incomplete-date' };
	const dayMonth = /^\d{1,2}[\s/-]*([a-z]{3,9})$/i.exec(words);
	if ((dayMonth && monthNumber(dayMonth[1] ?? '')) || /^\d{1,2}[-/]\d{1,2}$/.test(words))
		return { is: 'problem', code: 'year-missing' };
	return { is: 'problem', code: 'not-a-date' };
}

/** The day two numbers mean in this order; null when no such day exists. */
export function inOrder(
	shape: { first: number; second: number; year: number },
	order: DateOrder,
): LocalDate | null {
	const [day, month] = order === 'day-month-year' ? [shape.first, shape.second] : [shape.second, shape.first];
	return localDate(shape.year, month, day);
}
