import { describe, expect, test } from 'vitest';
import { allText, codesOf, isTaken, readCase, rowOf } from '../../cases-in-process.ts';

describe('msme/dates-every-spelling', () => {
	test('must not read row 2 as 12 September', async () => {
		const read = await readCase('msme/dates-every-spelling');
		expect(rowOf(read, 2).pirt_issued).toBe('2020-12-09');
	});

	test('must not read 31/06/2020 as 1 July', async () => {
		const read = await readCase('msme/dates-every-spelling');
		expect(codesOf(read, 9)).toEqual(['invalid-date']);
		expect(rowOf(read, 9).pirt_issued).toBeUndefined();
	});

	test('must not read "2020" as a serial in 1905', async () => {
		const read = await readCase('msme/dates-every-spelling');
		expect(codesOf(read, 17)).toEqual(['incomplete-date']);
		expect(rowOf(read, 17).pirt_issued).toBeUndefined();
	});
});

describe('msme/nik-scientific-excel-id', () => {
	test('must not expand 1,60205E+15 into 1602050000000000 and accept it', async () => {
		const read = await readCase('msme/nik-scientific-excel-id');
		expect(isTaken(read, 2)).toBe(false);
		expect(allText(read)).not.toContain('1602050000000000');
	});

	test('must not keep an apostrophe or ="" wrapper in the value', async () => {
		const read = await readCase('msme/nik-scientific-excel-id');
		expect(rowOf(read, 4).nik).toBe('1602130107799006');
		expect(rowOf(read, 5)).toMatchObject({ nik: '1602244506889007', phone: '+6281200000017' });
	});

	test('must not reject rows 6 and 7 for their separators', async () => {
		const read = await readCase('msme/nik-scientific-excel-id');
		expect(isTaken(read, 6)).toBe(true);
		expect(isTaken(read, 7)).toBe(true);
	});
});

describe('msme/ods-tick-marks', () => {
	test('must not read "x" as present', async () => {
		const read = await readCase('msme/ods-tick-marks');
		expect(rowOf(read, 5).has_pirt).toBe('no');
	});

	test('must not take the tick as the licence number', async () => {
		const read = await readCase('msme/ods-tick-marks');
		expect(rowOf(read, 4)).toMatchObject({ has_nib: 'yes' });
		expect(rowOf(read, 4).nib ?? null).toBeNull();
	});
});

describe('msme/phones-and-duplicates', () => {
	test('must not merge rows 4 and 5 (same name, different NIK)', async () => {
		const read = await readCase('msme/phones-and-duplicates');
		expect(isTaken(read, 4)).toBe(true);
		expect(isTaken(read, 5)).toBe(true);
	});

	test('must not keep both numbers of row 6 as one number', async () => {
		const read = await readCase('msme/phones-and-duplicates');
		expect(rowOf(read, 6)).toMatchObject({ phone: '+6281200000034', phone2: '+6281300000034' });
	});
});

describe('msme/pirt-number-shapes', () => {
	test('must not accept a letter O as zero silently', async () => {
		const read = await readCase('msme/pirt-number-shapes');
		expect(isTaken(read, 14)).toBe(false);
		expect(codesOf(read, 14)).toEqual(['letter-for-digit']);
	});

	test('must not store "Dalam proses" as a number', async () => {
		const read = await readCase('msme/pirt-number-shapes');
		expect(rowOf(read, 8)).toMatchObject({ pirt: null, status: 'in-process' });
	});
});

describe('msme/rupiah-every-spelling', () => {
	test('must not read "Rp 12.500,-" as 12.5 or as a negative number', async () => {
		const read = await readCase('msme/rupiah-every-spelling');
		expect(rowOf(read, 2).revenue_month_idr).toBe(12_500);
	});

	test('must not read "2,5 jt" as 25000000', async () => {
		const read = await readCase('msme/rupiah-every-spelling');
		expect(rowOf(read, 6).revenue_month_idr).toBe(2_500_000);
	});

	test('must not turn "-" into 0', async () => {
		const read = await readCase('msme/rupiah-every-spelling');
		expect(rowOf(read, 14).revenue_month_idr).toBeNull();
	});
});

describe('msme/semicolon-quotes-coordinates', () => {
	test('must not split "Sosis Basah ,Kenalkan" at its comma', async () => {
		const read = await readCase('msme/semicolon-quotes-coordinates');
		expect(rowOf(read, 3).business).toBe('Sosis Basah ,Kenalkan Bu Contoh');
	});

	test('must not read -3,2105 as -32105', async () => {
		const read = await readCase('msme/semicolon-quotes-coordinates');
		expect(rowOf(read, 5)).toMatchObject({ lat: -3.2105, lng: 105.1203 });
	});
});

describe('msme/template-dash-and-sku', () => {
	test('must not treat "-" as the value zero', async () => {
		const read = await readCase('msme/template-dash-and-sku');
		expect(rowOf(read, 4)).toMatchObject({ capital_own_idr: null, revenue_year_idr: null, phone: null });
	});

	test('must not store the SKU letter as the NIB', async () => {
		const read = await readCase('msme/template-dash-and-sku');
		expect(rowOf(read, 3)).toMatchObject({ nib: null, other_letter: '090/SKU/180/2020' });
	});

	test('must not drop the leading 0 of the NIB', async () => {
		const read = await readCase('msme/template-dash-and-sku');
		expect(rowOf(read, 2).nib).toBe('0220001234567');
	});
});

describe('msme/utf16-unicode-text', () => {
	test('must not show NUL characters or Chinese-looking text', async () => {
		const read = await readCase('msme/utf16-unicode-text');
		expect(allText(read)).not.toMatch(/\\u0000|[\u3400-\u9fff]/);
	});

	test('must not split the row at the line break inside quotes', async () => {
		const read = await readCase('msme/utf16-unicode-text');
		expect(rowOf(read, 2).address).toBe('Jl. Mawar No. 5\nRT 02/RW 01');
	});
});

describe('msme/windows-1252-curly', () => {
	test('must not decode as UTF-8 with replacement characters', async () => {
		const read = await readCase('msme/windows-1252-curly');
		expect(allText(read)).not.toContain('\ufffd');
	});

	test('must not decode as ISO-8859-1 (0x92 would become a control character)', async () => {
		const read = await readCase('msme/windows-1252-curly');
		expect(rowOf(read, 2).business).toBe('Dapur Mbok’e');
	});
});

describe('msme/xls-biff8-formulas', () => {
	test('must not show a formula text instead of its result', async () => {
		const read = await readCase('msme/xls-biff8-formulas');
		expect(rowOf(read, 3).stock_value_idr).toBe(1_000_000);
		expect(allText(read)).not.toContain('=');
	});

	test('must not refuse .xls without saying which format to save as', async () => {
		const read = await readCase('msme/xls-biff8-formulas');
		for (const { message } of read.errors) expect(message).toMatch(/\.xlsx|\.csv/);
		expect(read.rows.length + read.errors.length).toBeGreaterThan(0);
	});
});

describe('msme/xlsx-title-two-level-header', () => {
	test('must not import "JUMLAH" or the official who signs as a business', async () => {
		const read = await readCase('msme/xlsx-title-two-level-header');
		expect(allText(read)).not.toMatch(/JUMLAH|PEJABAT/);
	});

	test('must not take the row 1 2 3 4 … under the header as data', async () => {
		const read = await readCase('msme/xlsx-title-two-level-header');
		expect([...read.rows, ...read.rows_pending].map(({ _row }) => _row)).not.toContain(6);
	});
});
