import { localDate, weekday } from '#lib/calendar.ts';
import type { Context } from '../../context.ts';
import { dateShape, inOrder, monthNumber } from '../../dates.ts';
import { addError, addWarning, type Draft, rawText } from '../../draft.ts';
import { oneLine } from '../../grid.ts';
import { wordsToNumber } from '../../number-words.ts';
import { readText } from '../../readers/text.ts';
import type { RecordKind } from '../../record-kind.ts';
import { field } from '../../spec.ts';

const WEEKDAYS = ['senin', 'selasa', 'rabu', 'kamis', "jum'?at", 'sabtu', '(?:minggu|ahad)'];

/** The opening sentence of an agreement: `Pada hari ini, Senin, tanggal tujuh bulan Desember tahun dua ribu dua puluh`. */
export const agreementDate: RecordKind = {
	fields: [
		field('text', 'text', 'text|teks|kalimat|kalimat pembuka|pembuka|tanggal|tanggal huruf|bunyi', {
			required: true,
			reader: () => readText,
		}),
	],
	rowRule: settle,
};

function settle(draft: Draft, context: Context): void {
	const text = oneLine(rawText(draft, 'text'));
	if (text === '') return;
	const words = dateInWords(text);
	const digits = dateInDigits(text, context);
	const date = words ?? digits;
	draft.values.date = date;
	if (date === null) return wait(draft, text, saysDate(text) ? 'invalid-date' : 'not-a-date');
	if (words !== null && digits !== null && words !== digits) return wait(draft, text, 'digit-word-mismatch');
	const said = WEEKDAYS.findIndex((name) => new RegExp(`\\b${name}\\b`, 'i').test(text)) + 1;
	if (said > 0 && said !== weekday(date)) addWarning(draft, 'text', { code: 'date/wrong-weekday' });
}

function wait(draft: Draft, text: string, code: string): void {
	addError(draft, 'text', { code });
	draft.values.text = text;
	delete draft.values.date;
}

const saysDate = (text: string) => /\btanggal\b.*\bbulan\b/i.test(text);

/** `tanggal tujuh bulan Desember tahun dua ribu dua puluh`, digits allowed in each place. */
export function dateInWords(text: string): string | null {
	const bare = text.replace(/\([^)]*\)/g, ' ');
	const found = /tanggal\s+(.+?)\s*,?\s*bulan\s+(\p{L}+)\s*,?\s*tahun\s+([\p{L}\d\s-]+)/iu.exec(bare);
	if (!found) return null;
	const [day, month, year] = [
		numberSaid(found[1] ?? ''),
		monthNumber(found[2] ?? ''),
		yearSaid(found[3] ?? ''),
	];
	return day === null || month === null || year === null ? null : localDate(year, month, day);
}

const numberSaid = (text: string) =>
	/^\d+$/.test(text.trim()) ? Number(text) : wordsToNumber(text.replace(/-/g, ' '));

/** The words of the year end where other words begin. */
function yearSaid(text: string): number | null {
	const digits = /^\s*((?:19|20)\d{2})\b/.exec(text)?.[1];
	if (digits !== undefined) return Number(digits);
	const words = text.trim().split(/[\s-]+/);
	for (let count = words.length; count > 0; count--) {
		const year = wordsToNumber(words.slice(0, count).join(' '));
		if (year !== null && year >= 1900 && year < 2200) return year;
	}
	return null;
}

function dateInDigits(text: string, { told }: Context): string | null {
	const numbers =
		/\b\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2} \p{L}{3,9} \d{4}\b/u.exec(text)?.[0];
	const shape = numbers === undefined ? null : dateShape(numbers);
	if (shape?.is === 'date') return shape.date;
	if (shape?.is !== 'numeric') return null;
	const only = shape.first > 12 ? 'day-month-year' : shape.second > 12 ? 'month-day-year' : undefined;
	const order = told.date_order ?? only;
	return order ? inOrder(shape, order) : null;
}
