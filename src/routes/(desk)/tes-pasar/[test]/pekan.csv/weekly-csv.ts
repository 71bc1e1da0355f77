import type { WeekShown } from '#market-test/server/overview.ts';
import { m } from '#messages/messages.js';
import { getLocale } from '#messages/runtime.js';

const BOM = '\uFEFF'; // without it Excel reads UTF-8 as Windows-1252

/** The weekly table as a spreadsheet of the reader's country opens it: semicolons and decimal commas in Indonesia. */
export function weeklyCsv(weeks: readonly WeekShown[]): string {
	const [separator, mark] = getLocale() === 'en' ? [',', '.'] : [';', ','];
	const number = (value: number | null) => (value === null ? '' : String(value).replace('.', mark));
	const head = [
		m['market-test.column.week'](),
		m['market-test.column.from'](),
		m['market-test.column.to'](),
		m['market-test.column.sold'](),
		m['market-test.column.exposure'](),
		m['market-test.column.rate'](),
		m['market-test.column.estimate'](),
		m['market-test.column.missing-share'](),
		m['market-test.column.burn-in'](),
	];
	const rows = weeks.map((week) => [
		String(week.week),
		week.from,
		week.to,
		number(week.units),
		number(week.exposure),
		number(week.rate),
		number(week.R),
		number(week.missingRatio),
		week.isBurnIn ? m['market-test.yes']() : m['market-test.no'](),
	]);
	return BOM + [head, ...rows].map((cells) => `${cells.join(separator)}\r\n`).join('');
}
