/**
 * A day of business as text, `2026-03-02`. It has no hour and no zone: what was sold on the second of March
 * in Kayuagung was sold on the second of March.
 */
export type LocalDate = string;

const DAY_MS = 86_400_000;

const toMs = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const fromMs = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

/** The day, if year, month (1 to 12) and day exist together; otherwise null: there is no 31 February. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
	const pad = (n: number, width: number) => String(n).padStart(width, '0');
	const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
	return isLocalDate(text) ? text : null;
}

export function isLocalDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const ms = toMs(text);
	return Number.isFinite(ms) && fromMs(ms) === text;
}

export function addDays(date: LocalDate, days: number): LocalDate {
	return fromMs(toMs(date) + days * DAY_MS);
}

/** Days from `start` to `end`: 1 from a day to the next, negative when `end` lies before. */
export function daysBetween(start: LocalDate, end: LocalDate): number {
	return Math.round((toMs(end) - toMs(start)) / DAY_MS);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
	return new Date(toMs(date)).getUTCDay() || 7;
}

/** The Monday of the week in which `date` lies; weeks run Monday to Sunday. */
export function mondayOf(date: LocalDate): LocalDate {
	return addDays(date, 1 - weekday(date));
}

/** The business day of a moment, in the store's own zone: Asia/Jakarta (WIB) unless told otherwise. */
export function dayOf(moment: Date, zone = 'Asia/Jakarta'): LocalDate {
	return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(moment);
}

/** The moment of an hour (`16.00` or `16:00`) on a day of business in WIB, which is seven hours ahead all year. */
export function momentInWib(day: LocalDate, hour: string): Date {
	return new Date(`${day}T${hour.replace('.', ':')}:00+07:00`);
}

/** The hour of a moment in WIB, `16.00`. */
export function hourInWib(moment: Date): string {
	const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Jakarta' } as const;
	return new Intl.DateTimeFormat('en-GB', time).format(moment).replace(':', '.');
}

/** A week of the ISO calendar: the one with the year's first Thursday is week 1. */
export type IsoWeek = { readonly year: number; readonly week: number };

/** How many ISO weeks a year has: 53 when it begins on a Thursday, or is a leap year that begins on a Wednesday. */
export function isoWeeksIn(year: number): number {
	return isoWeekOf(`${String(year).padStart(4, '0')}-12-28`).week;
}

/** The ISO week in which a day lies: 1 January 2021 is in week 53 of 2020. */
export function isoWeekOf(date: LocalDate): IsoWeek {
	const thursday = addDays(mondayOf(date), 3);
	const year = Number(thursday.slice(0, 4));
	return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}

/** Monday of an ISO week; null when the year has no such week. */
export function mondayOfIsoWeek({ year, week }: IsoWeek): LocalDate | null {
	if (week < 1 || week > isoWeeksIn(year)) return null;
	return addDays(mondayOf(`${String(year).padStart(4, '0')}-01-04`), (week - 1) * 7);
}

/** The last day of a month (1 to 12). */
export function lastDayOfMonth(year: number, month: number): LocalDate {
	const next = month === 12 ? localDate(year + 1, 1, 1) : localDate(year, month + 1, 1);
	return addDays(next ?? '', -1);
}

/** The same day so many months later, or the last of that month where it is shorter: 31 August + 6 = 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const count = year * 12 + (month - 1) + months;
	const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
	return localDate(toYear, toMonth, day) ?? lastDayOfMonth(toYear, toMonth);
}
