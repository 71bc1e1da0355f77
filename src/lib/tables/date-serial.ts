import { addDays, type LocalDate } from '#lib/calendar.ts';

/** Day and time of a spreadsheet's day count; the two systems begin in 1900 and in 1904. */
export function dateSerial(serial: number, epoch1904: boolean): { date: LocalDate; time: string | null } {
	const days = Math.floor(serial + 1e-9);
	const seconds = Math.round((serial - days) * 86_400);
	// The system of 1900 counts a 29 February that never was.
	const first = epoch1904 ? '1904-01-01' : days < 60 ? '1899-12-31' : '1899-12-30';
	return { date: addDays(first, days), time: seconds > 0 ? clock(seconds) : null };
}

function clock(seconds: number): string {
	const part = (value: number) => String(value).padStart(2, '0');
	const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return `${part(hour)}:${part(minute)}${second > 0 ? `:${part(second)}` : ''}`;
}
