import { expect, test } from 'vitest';
import { type Decided, decide } from './import-input.ts';

const importId = '0199c0de-0000-7000-8000-000000000001';
const undecided: Decided = { told: { today: '2026-11-25' }, decisions: {} };

test('answers of a form become decisions about the file, its rows and its columns', () => {
	const answers = { 'row.!7': 'readable', 'same.!8': 'new', 'column.Nama Toko': 'store', 'column.NO': '-' };
	expect(
		decide(undecided, { importId, date_order: 'day-month-year', allRows: 'nothing', ...answers }),
	).toEqual({
		told: { today: '2026-11-25', date_order: 'day-month-year', columns: { 'Nama Toko': 'store', NO: '' } },
		decisions: { allRows: 'nothing', rows: { '!7': 'readable' }, sameAs: { '!8': 'new' } },
	});
});

test('what is not sent stays decided, and an empty answer takes a decision back', () => {
	const first = decide(undecided, {
		importId,
		date_order: 'day-month-year',
		'row.!7': 'readable',
		'row.!9': 'nothing',
	});
	const second = decide(first, { importId, date_order: null, 'row.!7': '' });
	expect(second.decisions.rows).toEqual({ '!9': 'nothing' });
	expect(second.told).not.toHaveProperty('date_order');
	expect(second.told.today).toBe('2026-11-25');
});

test('a word that is no decision decides nothing', () => {
	expect(decide(undecided, { importId, 'row.!7': 'everything' }).decisions.rows).toEqual({});
});
