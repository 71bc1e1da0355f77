import { lastDayOfMonth } from '#lib/calendar.ts';
import type { Context } from '../context.ts';
import { decideOrder, noOrderEvidence, weighDate } from '../date-column.ts';
import { type DateShape, dateShape, monthNumber } from '../dates.ts';
import { addError, type Draft, rawText } from '../draft.ts';
import type { Issue } from '../findings.ts';
import { oneLine } from '../grid.ts';
import { dateReader } from '../readers/date.ts';
import { readText } from '../readers/text.ts';
import type { RecordKind } from '../record-kind.ts';
import type { DateOrder } from '../result.ts';
import { field } from '../spec.ts';

const PREFIX =
	/^(baik digunakan sebelum|baik sebelum|gunakan sebelum|kedaluwarsa|kadaluwarsa|kadaluarsa|kedaluarsa|best before|use by|best by|expiry date|expired date|expired|expiry|exp\.?\s*date|exp|ed|bb|bbd|tgl exp)\b[\s.:]*/i;

/** Best-before texts as they stand on packs. A month without a day ends on its last day. */
export const labelDate: RecordKind = {
	fields: [
		field(
			'text',
			'text',
			'text|teks|tanggal|kedaluwarsa|kadaluarsa|expired|exp|tanggal kedaluwarsa|tanggal kadaluarsa|best before|baik digunakan sebelum|masa simpan',
			{
				reader: () => readText,
			},
		),
	],
	listRule: settleAll,
};

function settleAll(drafts: readonly Draft[], context: Context): void {
	const evidence = noOrderEvidence();
	for (const draft of drafts) weighDate(evidence, bare(draft));
	const decision = decideOrder(evidence, context.told.date_order, null);
	for (const draft of drafts) {
		const read = bestBefore(bare(draft), decision.order, context);
		if ('code' in read) addError(draft, 'text', read);
		else Object.assign(draft.values, read);
		if ('code' in read && rawText(draft, 'text') !== '') draft.values.text = rawText(draft, 'text');
	}
}

const bare = (draft: Draft) => oneLine(rawText(draft, 'text')).replace(PREFIX, '');

type BestBefore = { readonly best_before: string; readonly precision: 'day' | 'month' };

/** The day up to which a text promises, or why it names none. */
export function bestBefore(text: string, order: DateOrder | null, { told }: Context): BestBefore | Issue {
	if (text === '') return { code: 'missing-required' };
	if (/\b(lihat|see|tertera|tercetak|terdapat)\b/i.test(text)) return { code: 'printed-elsewhere' };
	if (
		/\b(hari|minggu|bulan|tahun|days?|months?|years?)\b.*\b(dari|sejak|setelah|sesudah|from|after)\b/i.test(
			text,
		) ||
		/^\d+\s*(hari|bulan|tahun)$/i.test(text)
	)
		return { code: 'relative-date' };
	if (/^\p{L}{1,3}[-\s]?\d{4,}\p{L}?$/u.test(text) && !monthNumber(/^\p{L}+/u.exec(text)?.[0] ?? ''))
		return { code: 'production-code-not-a-date' };
	return monthOnly(text, told.today) ?? wholeDay(text, order);
}

/** `DES 2026`, `02 2028`, `12/2026`, `12.26`: a month. `20/12` is a day that lacks its year. */
function monthOnly(text: string, today: string | undefined): BestBefore | Issue | null {
	const named = /^(\p{L}{3,9})[\s./-]*(\d{4}|\d{2})$/u.exec(text);
	const month = named ? monthNumber(named[1] ?? '') : null;
	if (named && month) return endOfMonth(named[2] ?? '', month);
	const full =
		/^(\d{1,2})[\s./-]+(20\d{2})$/.exec(text) ?? reversed(/^(20\d{2})[\s./-]+(\d{1,2})$/.exec(text));
	if (full) return endOfMonth(full[2] ?? '', Number(full[1]));
	const short = /^(\d{1,2})[\s./-]+(\d{2})$/.exec(text);
	if (!short) return null;
	const [first, second] = [Number(short[1]), Number(short[2])];
	const yearNow = today === undefined ? 13 : Number(today.slice(2, 4));
	const canBeMonth = first >= 1 && first <= 12 && (second > 12 || (today !== undefined && second >= yearNow));
	return canBeMonth ? endOfMonth(short[2] ?? '', first) : { code: 'year-missing' };
}

const reversed = (found: RegExpExecArray | null): string[] | null =>
	found ? ['', found[2] ?? '', found[1] ?? ''] : null;

function endOfMonth(year: string, month: number): BestBefore | Issue {
	if (month < 1 || month > 12) return { code: 'invalid-date' };
	return { best_before: lastDayOfMonth(Number(year.padStart(4, '20')), month), precision: 'month' };
}

function wholeDay(text: string, order: DateOrder | null): BestBefore | Issue {
	const shape = sixDigits(text) ?? dateShape(text);
	if (shape === null) return { code: 'not-a-date' };
	const read = dateReader({ order, decidedBy: 'column', mixed: false }, false);
	const { value, error } = read(textAgain(shape, text));
	if (error) return error.code === 'wrong-date-order' ? { code: 'invalid-date' } : error;
	return typeof value === 'string' ? { best_before: value, precision: 'day' } : { code: 'not-a-date' };
}

/** `201226` on a pack is day, month and year, two digits each. */
function sixDigits(text: string): DateShape | null {
	const found = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
	return found ? dateShape(`${found[1]}/${found[2]}/${found[3]}`) : null;
}

const textAgain = (shape: DateShape, text: string) =>
	shape.is === 'numeric' ? `${shape.first}/${shape.second}/${shape.year}` : text;
