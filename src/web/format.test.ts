import { expect, test } from 'vitest';
import { formatDay, formatFullDay, formatMoment, formatNumber, formatPercent } from './format.ts';
import { inLocale } from './locale.ts';

test('days, moments and numbers are written as people here write them', () => {
	expect(formatDay('2026-03-03')).toBe('3 Mar 2026');
	expect(formatFullDay('2026-03-03')).toBe('Selasa, 3 Maret 2026');
	expect(formatMoment(new Date('2026-03-03T01:14:00Z'))).toBe('3 Mar 2026, 08.14 WIB');
	expect(formatNumber(1250)).toBe('1.250');
	expect(formatNumber(-3.5, 1)).toBe('\u22123,5');
	expect(formatPercent(0.14)).toBe('14\u00a0%');
});

test('a moment shortly before midnight in London is the next day here', () => {
	expect(formatMoment(new Date('2026-03-03T23:30:00Z'))).toBe('4 Mar 2026, 06.30 WIB');
});

test('English has its own marks', () => {
	inLocale('en', () => {
		expect(formatNumber(1250.5, 1)).toBe('1,250.5');
		expect(formatFullDay('2026-03-03')).toBe('Tuesday, 3 March 2026');
	});
});
