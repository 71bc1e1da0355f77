import { addDays, isoWeeksIn, mondayOfIsoWeek } from '#lib/calendar.ts';
import type { Context } from '../../context.ts';
import { addError, type Draft, numberValue, rawText } from '../../draft.ts';
import { monthNumber } from '../../dates.ts';
import { oneLine } from '../../grid.ts';
import { isUnknown } from '../../numbers.ts';

/** What a text says as a week. `iso`: by the letter W with a year, or as somebody told. */
export type WeekText =
	| {
			readonly is: 'week';
			readonly year: number;
			readonly week: number;
			readonly written: 'iso' | 'letter' | 'plain';
	  }
	| { readonly is: 'month-week' }
	| { readonly is: 'no-year'; readonly week: number }
	| null;

/** `2020-W53` is ISO's own form; `W44 2020` and `Minggu 44 2020` need to be told whose weeks they are. */
export function weekText(text: string): WeekText {
	const tidy = oneLine(text);
	const iso = /^(\d{4})-?W(\d{1,2})$/i.exec(tidy);
	if (iso) return { is: 'week', year: Number(iso[1]), week: Number(iso[2]), written: 'iso' };
	const letter = /^W(?:k|eek)?\.?\s*(\d{1,2})[\s/-]+(\d{4})$/i.exec(tidy);
	if (letter) return { is: 'week', year: Number(letter[2]), week: Number(letter[1]), written: 'letter' };
	const plain = /^(?:minggu|mgg|pekan)?\s*(?:ke)?[\s-]*(\d{1,2})[\s/-]+(?:tahun\s*)?(\d{4})$/i.exec(tidy);
	if (plain) return { is: 'week', year: Number(plain[2]), week: Number(plain[1]), written: 'plain' };
	const words = tidy.split(/[\s/-]+/);
	if (/\d/.test(tidy) && words.some((word) => /^\p{L}{3,}$/u.test(word) && monthNumber(word)))
		return { is: 'month-week' };
	const bare = /^(?:minggu|mgg|pekan|w|wk|week)?\.?\s*(?:ke)?[\s-]*(\d{1,2})$/i.exec(tidy);
	return bare ? { is: 'no-year', week: Number(bare[1]) } : null;
}

/** Gives a line the first and last day of its week, or says what is missing. Nothing is spread over days. */
export function settleWeek(draft: Draft, { told }: Context): void {
	const text = rawText(draft, 'week');
	if (isUnknown(text)) return addError(draft, 'week', { code: 'missing-required' });
	const said = withYear(weekText(text), numberValue(draft, 'year'));
	if (said === null) return addError(draft, 'week', { code: 'date/not-a-week' });
	if (said.is === 'month-week') return addError(draft, 'week', { code: 'needs-retail-calendar' });
	if (said.is === 'no-year') return addError(draft, 'week', { code: 'year-missing' });
	if (said.written !== 'iso' && !/iso/i.test(told.week_system ?? ''))
		return addError(draft, 'week', { code: 'needs-retail-calendar' });
	const monday = mondayOfIsoWeek(said);
	if (!monday)
		return addError(draft, 'week', { code: 'no-such-week', params: { weeks: isoWeeksIn(said.year) } });
	draft.values.from = monday;
	draft.values.to = addDays(monday, 6);
}

function withYear(said: WeekText, year: number | null): WeekText {
	if (said?.is !== 'no-year' || year === null) return said;
	return { is: 'week', year, week: said.week, written: 'plain' };
}
