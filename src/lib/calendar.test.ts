import { expect, test } from 'vitest';
import {
	addDays,
	addMonths,
	dayOf,
	daysBetween,
	isLocalDate,
	isoWeekOf,
	isoWeeksIn,
	lastDayOfMonth,
	localDate,
	mondayOf,
	mondayOfIsoWeek,
	weekday,
} from './calendar.ts';

test('a day that no calendar has is not a day', () => {
	expect(localDate(2026, 2, 29)).toBeNull();
	expect(localDate(2024, 2, 29)).toBe('2024-02-29');
	expect(isLocalDate('2026-13-01')).toBe(false);
	expect(isLocalDate('2026-3-1')).toBe(false);
});

test('days are counted across months, leap days and years', () => {
	expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
	expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
	expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
});

test('a week runs from Monday to Sunday', () => {
	expect(weekday('2026-11-25')).toBe(3);
	expect(mondayOf('2026-11-29')).toBe('2026-11-23');
});

test('shortly after midnight in Jakarta it is already the new day', () => {
	expect(dayOf(new Date('2026-11-24T17:30:00Z'))).toBe('2026-11-25');
	expect(dayOf(new Date('2026-11-24T16:30:00Z'))).toBe('2026-11-24');
});

test('ISO weeks begin on Monday and belong to the year of their Thursday', () => {
	expect(mondayOfIsoWeek({ year: 2020, week: 44 })).toBe('2020-10-26');
	expect(isoWeekOf('2021-01-01')).toEqual({ year: 2020, week: 53 });
	expect(mondayOfIsoWeek({ year: 2021, week: 1 })).toBe('2021-01-04');
	expect(mondayOfIsoWeek({ year: 2021, week: 53 })).toBeNull();
	expect(isoWeeksIn(2026)).toBe(53);
});

test('months are added to the same day, or to the last one a shorter month has', () => {
	expect(addMonths('2020-08-31', 6)).toBe('2021-02-28');
	expect(addMonths('2020-02-29', 12)).toBe('2021-02-28');
	expect(addMonths('2020-12-07', 36)).toBe('2023-12-07');
	expect(addMonths('2020-01-15', -1)).toBe('2019-12-15');
	expect(lastDayOfMonth(2028, 2)).toBe('2028-02-29');
});
