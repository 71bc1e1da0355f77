import { describe, expect, test } from 'vitest';
import { codesOf, readCase, rowOf } from '../../cases-in-process.ts';

describe('rice/lab-sheet-grading', () => {
	test('must not fail 0,1 + 0,2 style sums: 1,2+0,3+0,5+0,5 is exactly 2,5', async () => {
		const read = await readCase('rice/lab-sheet-grading');
		expect(rowOf(read, 3).other_sum).toBe(2.5);
	});

	test('must not treat a value equal to the limit as a failure', async () => {
		const read = await readCase('rice/lab-sheet-grading');
		expect(rowOf(read, 5)).toMatchObject({ head: 85, broken: 15, grade: 'premium' });
	});

	test('must not read 13.2 as 132', async () => {
		const read = await readCase('rice/lab-sheet-grading');
		expect(rowOf(read, 5).moisture).toBe(13.2);
	});
});

describe('rice/price-grid-json', () => {
	test('must not read "10,400" as 10.4', async () => {
		const read = await readCase('rice/price-grid-json');
		expect(read.rows).toContainEqual({
			item: 'Beras Kualitas Bawah I',
			date: '2020-11-27',
			price_idr: 10_400,
		});
	});

	test('must not count group headings', async () => {
		const read = await readCase('rice/price-grid-json');
		expect(read.rows.map(({ item }) => item)).not.toContain('Beras');
	});

	test('must not store a gap as price 0', async () => {
		const read = await readCase('rice/price-grid-json');
		expect(read.rows.map((row) => row.price_idr)).not.toContain(0);
	});
});

describe('rice/prices-in-many-units', () => {
	test('must not take 62.000 for a 5 kg sack as the price of a kilo', async () => {
		const read = await readCase('rice/prices-in-many-units');
		expect(rowOf(read, 4)).toMatchObject({ price_idr: 62_000, price_per_kg_idr: 12_400 });
	});

	test('must not read 12,600 as 12.6', async () => {
		const read = await readCase('rice/prices-in-many-units');
		expect(rowOf(read, 6).price_per_kg_idr).toBe(12_600);
	});
});

describe('rice/replicates-and-yield', () => {
	test('must not trust the written mean', async () => {
		const read = await readCase('rice/replicates-and-yield');
		expect(rowOf(read, 3).moisture).toBe(14);
		expect(codesOf(read, 3)).toContain('mean-mismatch');
	});

	test('must not read 812,5 kg as 8125 or "10.000" kg as 10', async () => {
		const read = await readCase('rice/replicates-and-yield');
		expect(rowOf(read, 6).rice_kg).toBe(812.5);
		expect(rowOf(read, 2).paddy_kg).toBe(10_000);
	});
});

describe('rice/weights-to-percent', () => {
	test('must not add the 2 grains of paddy to the weights', async () => {
		const read = await readCase('rice/weights-to-percent');
		expect(rowOf(read, 2)).toMatchObject({ recovered_g: 49.5, paddy: 4 });
	});

	test('must not mix both denominators', async () => {
		const read = await readCase('rice/weights-to-percent');
		const { head, broken, small_broken, yellow_damaged, chalky, foreign } = rowOf(read, 2);
		const shares = [head, broken, small_broken, yellow_damaged, chalky, foreign].map(Number);
		expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9);
	});
});
