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
