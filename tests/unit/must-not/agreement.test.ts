import { describe, expect, test } from 'vitest';
import { codesOf, isTaken, readCase, rowOf } from '../../cases-in-process.ts';

describe('agreement/document-numbers', () => {
	test('must not change the number that is shown: the key is for comparing only', async () => {
		const read = await readCase('agreement/document-numbers');
		expect(rowOf(read, 3)).toMatchObject({
			number: '119/ 13 /PKS/Bag. KS/2020',
			number_key: '119/13/PKS/BAG.KS/2020',
		});
	});

	test('must not read 119/12/… as 12 something of the year 119', async () => {
		const read = await readCase('agreement/document-numbers');
		expect(rowOf(read, 2)).toMatchObject({ number: '119/12/PKS/BAG.KS/2020', year: 2020, month: null });
	});
});

describe('agreement/duration-phrases', () => {
	test('must not add 6 months to 31 August and land in March', async () => {
		const read = await readCase('agreement/duration-phrases');
		expect(rowOf(read, 5).end).toBe('2021-02-28');
	});

	test('must not accept "2 (tiga) tahun" as 2 or as 3', async () => {
		const read = await readCase('agreement/duration-phrases');
		expect(isTaken(read, 13)).toBe(false);
		expect(rowOf(read, 13).end ?? null).toBeNull();
	});

	test('must not show an open-ended agreement as expired', async () => {
		const read = await readCase('agreement/duration-phrases');
		expect(codesOf(read, 15)).toEqual(['open-ended']);
		expect(rowOf(read, 15).status ?? null).toBeNull();
	});
});

describe('agreement/register-two-numbers', () => {
	test('must not join both numbers into one', async () => {
		const read = await readCase('agreement/register-two-numbers');
		expect(rowOf(read, 4).numbers).toEqual(['415.4/11/KB/BAG.KS/2020', '021/RC-CORP/XII/2020']);
	});

	test('must not store "-" as a number', async () => {
		const read = await readCase('agreement/register-two-numbers');
		expect(rowOf(read, 6).numbers).toEqual([]);
	});

	test('must not lose the number 1 of row 5 (merged cell)', async () => {
		const read = await readCase('agreement/register-two-numbers');
		expect(rowOf(read, 5).no).toBe(1);
	});
});

describe('agreement/status-on-a-day', () => {
	test('must not call row 3 expired on its last day', async () => {
		const read = await readCase('agreement/status-on-a-day');
		expect(rowOf(read, 3)).toMatchObject({ status: 'expires-today', days_left: 0 });
	});

	test('must not remind about row 2 while the addendum runs', async () => {
		const read = await readCase('agreement/status-on-a-day');
		expect(rowOf(read, 2)).toMatchObject({ end_effective: '2022-12-31', days_left: 752 });
	});
});

describe('agreement/vertical-merges-ods', () => {
	test('must not fill row 5 with Bank Dua: only merged cells carry down', async () => {
		const read = await readCase('agreement/vertical-merges-ods');
		expect(rowOf(read, 5).partner ?? null).toBeNull();
		expect(codesOf(read, 5)).toEqual(['missing-required']);
	});

	test('must not leave rows 3 and 4 without a unit', async () => {
		const read = await readCase('agreement/vertical-merges-ods');
		expect(rowOf(read, 3).unit).toBe('Dinas A');
		expect(rowOf(read, 4).unit).toBe('Dinas A');
	});
});
