import { describe, expect, test } from 'vitest';
import { codesOf, isTaken, readCase, rowOf } from '../../cases-in-process.ts';

describe('region/district-name-variants', () => {
	test('must not match Lempuing to Lempuing Jaya or Pedamaran to Pedamaran Timur by prefix', async () => {
		const read = await readCase('region/district-name-variants');
		expect(rowOf(read, 14).code).toBe('16.02.13');
		expect(codesOf(read, 31)).toEqual(['two-regions']);
	});

	test('must not match "Padang" to Sirah Pulau Padang', async () => {
		const read = await readCase('region/district-name-variants');
		expect(codesOf(read, 29)).toEqual(['unknown-region']);
	});

	test('must not match Mesuji Kab (a regency in Lampung) to the district Mesuji without asking', async () => {
		const read = await readCase('region/district-name-variants');
		expect(isTaken(read, 25)).toBe(false);
		expect(codesOf(read, 25)).toEqual(['ambiguous-region']);
	});
});

describe.each([
	'region/spreadsheet-damage-de',
	'region/spreadsheet-damage-en',
	'region/spreadsheet-damage-id',
])('%s', (name) => {
	test('must not accept 12.5 rupiah', async () => {
		const read = await readCase(name);
		expect([...read.rows, ...read.rows_pending].map((row) => row.price_idr)).not.toContain(12.5);
	});

	test('must not accept a NIK from a numeric cell', async () => {
		const read = await readCase(name);
		for (const row of [2, 3, 4]) expect(rowOf(read, row).nik ?? null).toBeNull();
		expect(read.rows).toEqual([]);
	});

	test('must not import 16 February 2005 as a district code', async () => {
		const read = await readCase(name);
		expect(rowOf(read, 2).code ?? '16.02.05').toBe('16.02.05');
	});
});

describe('region/two-code-systems', () => {
	test('must not take a bare ten-digit code without knowing the system', async () => {
		const read = await readCase('region/two-code-systems');
		expect(isTaken(read, 6)).toBe(false);
		expect(codesOf(read, 6)).toEqual(['ambiguous-code']);
	});
});

describe('region/villages-with-the-same-name', () => {
	test('must not pick the first of several places', async () => {
		const read = await readCase('region/villages-with-the-same-name');
		for (const row of [4, 7]) expect(codesOf(read, row)).toEqual(['ambiguous-region']);
		expect(rowOf(read, 4).code ?? null).toBeNull();
	});
});
