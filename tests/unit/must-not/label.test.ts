import { describe, expect, test } from 'vitest';
import { allText, codesOf, isTaken, readCase, rowOf } from '../../cases-in-process.ts';

describe('label/digital-link-uris', () => {
	test('must not lose the leading zeros of the serial 00017', async () => {
		const read = await readCase('label/digital-link-uris');
		expect(rowOf(read, 3).ai).toMatchObject({ '21': '00017' });
	});

	test('must not keep %2F undecoded in the lot number', async () => {
		const read = await readCase('label/digital-link-uris');
		expect(rowOf(read, 5).ai).toMatchObject({ '10': 'AB/12' });
	});
});

describe('label/expiry-texts', () => {
	test('must not read 201226 as 2020-12-26', async () => {
		const read = await readCase('label/expiry-texts');
		expect(rowOf(read, 5).best_before).toBe('2026-12-20');
	});

	test('must not turn "12.26" into 12 days of something', async () => {
		const read = await readCase('label/expiry-texts');
		expect(rowOf(read, 11)).toMatchObject({ best_before: '2026-12-31', precision: 'month' });
	});

	test('must not take a production code as a date', async () => {
		const read = await readCase('label/expiry-texts');
		expect(isTaken(read, 13)).toBe(false);
		expect(codesOf(read, 13)).toEqual(['production-code-not-a-date']);
	});
});

describe('label/gtin-verdicts', () => {
	test('must not claim that prefix 899 means made in Indonesia: it says where the number was licensed', async () => {
		const read = await readCase('label/gtin-verdicts');
		expect(Object.keys(rowOf(read, 2))).not.toContain('country');
		expect(codesOf(read, 2)).toEqual([]);
	});

	test('must not pad 899800901061 with a zero and accept it', async () => {
		const read = await readCase('label/gtin-verdicts');
		expect(codesOf(read, 3)).toEqual(['missing-check-digit']);
		expect(rowOf(read, 3).gtin14 ?? null).toBeNull();
	});
});

describe('label/ingredient-lists', () => {
	test('must not split inside parentheses', async () => {
		const read = await readCase('label/ingredient-lists');
		expect(rowOf(read, 6)).toMatchObject({ count: 4 });
		expect(rowOf(read, 4)).toMatchObject({ nested: { terasi: ['udang', 'garam'] } });
	});

	test('must not count "Komposisi:" as an ingredient', async () => {
		const read = await readCase('label/ingredient-lists');
		expect(rowOf(read, 7)).toMatchObject({ count: 3, first: 'tepung' });
	});

	test('must not miss shrimp inside terasi', async () => {
		const read = await readCase('label/ingredient-lists');
		expect(rowOf(read, 4).allergens).toEqual(['crustacean']);
	});
});

describe('label/net-content-strings', () => {
	test('must not read 1.000 gr as 1 gram', async () => {
		const read = await readCase('label/net-content-strings');
		expect(rowOf(read, 11).total).toBe(1000);
	});

	test('must not read BOX 5X10.5G as 10.5 g', async () => {
		const read = await readCase('label/net-content-strings');
		expect(rowOf(read, 5)).toMatchObject({ total: 52.5, count: 5 });
	});

	test('must not read 2 ons as 2 ounces (56.7 g): ons is 100 g here', async () => {
		const read = await readCase('label/net-content-strings');
		expect(rowOf(read, 18).total).toBe(200);
	});
});

describe('label/nutrition-rounding', () => {
	test('must not use banker’s rounding (12.5 -> 12)', async () => {
		const read = await readCase('label/nutrition-rounding');
		expect(rowOf(read, 20).declared).toBe(13);
	});

	test('must not round binary noise: 0.75 and 137.5 are exact ties', async () => {
		const read = await readCase('label/nutrition-rounding');
		expect(rowOf(read, 13).declared).toBe(1);
		expect(rowOf(read, 24).declared).toBe(140);
	});
});

describe('label/scanner-strings', () => {
	test('must not strip leading zeros', async () => {
		const read = await readCase('label/scanner-strings');
		expect(rowOf(read, 4).ai).toMatchObject({ '01': '08998009010613', '21': '00017' });
	});

	test('must not treat the group separator as a space', async () => {
		const read = await readCase('label/scanner-strings');
		expect(rowOf(read, 3).ai).toEqual({ '01': '08998009010613', '10': 'L-2011A', '17': '261220' });
	});
});

describe('label/stems-without-check-digit', () => {
	test('must not judge row by row: four rows would pass as 12-digit codes and become different products', async () => {
		const read = await readCase('label/stems-without-check-digit');
		for (const row of [4, 5, 6, 7]) expect(String(rowOf(read, row).completed)).toMatch(/^899\d{10}$/);
		expect(allText(read)).not.toContain('gtin14');
	});

	test('must not reject the whole file without saying what is missing', async () => {
		const read = await readCase('label/stems-without-check-digit');
		expect(read.errors).toEqual([]);
		expect(rowOf(read, 2)).toMatchObject({ stem: '899800901061', completed: '8998009010613' });
	});
});
