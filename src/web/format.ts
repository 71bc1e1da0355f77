import { getLocale } from '#messages/runtime.js';
import type { LocalDate } from '../lib/calendar.ts';

// How numbers and days are written for the reader of this page. Business days have no zone; moments are shown in WIB.

const ZONE = 'Asia/Jakarta';
const MINUS = '\u2212';
const tag = () => (getLocale() === 'en' ? 'en-GB' : 'id-ID');

/** `3 Mar 2026` */
export function formatDay(day: LocalDate): string {
	return written(day, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `Selasa, 3 Maret 2026` */
export function formatFullDay(day: LocalDate): string {
	return written(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

function written(day: LocalDate, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat(tag(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** `3 Mar 2026, 08.14 WIB` */
export function formatMoment(moment: Date): string {
	const day = new Intl.DateTimeFormat(tag(), {
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		timeZone: ZONE,
	});
	const time = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
	return `${day.format(moment)}, ${time.format(moment)} WIB`;
}

/** `1.250` and `3,5`; in English `1,250` and `3.5`. */
export function formatNumber(value: number, decimals = 0): string {
	const text = new Intl.NumberFormat(tag(), {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
	}).format(value);
	return text.replace('-', MINUS);
}

/** A share between 0 and 1 as `14 %` in tables. */
export function formatPercent(ratio: number, decimals = 0): string {
	return `${formatNumber(ratio * 100, decimals)}\u00a0%`;
}
