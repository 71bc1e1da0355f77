import { expect, test } from 'vitest';
import { inLocale } from '#web/locale.ts';
import { weeklyCsv } from './weekly-csv.ts';

const week = {
	week: 1,
	from: '2026-01-05',
	to: '2026-01-11',
	units: 7.5,
	exposure: 2,
	rate: 3.75,
	R: null,
	lower: null,
	upper: null,
	storesOnSale: 2,
	missingRatio: 0.25,
	isBurnIn: true,
};

test('the weekly table opens in a spreadsheet of the reader’s country', () => {
	expect(inLocale('id', () => weeklyCsv([week])).split('\r\n')[1]).toBe(
		'1;2026-01-05;2026-01-11;7,5;2;3,75;;0,25;ya',
	);
	expect(inLocale('en', () => weeklyCsv([week])).split('\r\n')[1]).toBe(
		'1,2026-01-05,2026-01-11,7.5,2,3.75,,0.25,yes',
	);
});

test('it begins with a mark that tells Excel how letters are written', () => {
	expect(inLocale('id', () => weeklyCsv([]))).toMatch(/^\uFEFFPekan;Mulai;Sampai;/);
});
