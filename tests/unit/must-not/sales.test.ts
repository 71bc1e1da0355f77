import { describe, expect, test } from 'vitest';
import type { ReadResult } from '#lib/tables/result.ts';
import { allText, codesOf, readCase, rowOf } from '../../cases-in-process.ts';

/** The one day that has these keys. */
function dayOf({ daily }: ReadResult, keys: Record<string, string>) {
	return daily.find((day) => Object.entries(keys).every(([key, value]) => day[key] === value));
}

const isZero = ({ zeros }: ReadResult, keys: Record<string, string>) =>
	zeros.some((day) => Object.entries(keys).every(([key, value]) => day[key] === value));

describe('sales/barcode-scientific-with-plu', () => {
	test('must not read store code 1E05 as 100000', async () => {
		const read = await readCase('sales/barcode-scientific-with-plu');
		expect(dayOf(read, { store_code: '1E05' })).toMatchObject({ qty: 2 });
		expect(allText(read)).not.toContain('100000');
	});

	test('must not expand 8,99801E+12 to 8998010000000', async () => {
		const read = await readCase('sales/barcode-scientific-with-plu');
		expect(allText(read)).not.toContain('8998010000000');
	});

	test('must not match by name alone in row 5', async () => {
		const read = await readCase('sales/barcode-scientific-with-plu');
		expect(codesOf(read, 5)).toEqual(['scientific-notation']);
		expect(rowOf(read, 5).gtin ?? null).toBeNull();
	});
});

describe('sales/branch-report-comma-decimal', () => {
	test('must not drop rows 4 and 5 as duplicates: equal lines are separate transactions and must be added', async () => {
		const read = await readCase('sales/branch-report-comma-decimal');
		expect(dayOf(read, { date: '2024-01-01' })).toMatchObject({ qty: 225 });
	});

	test('must not read 220,0 as 2200', async () => {
		const read = await readCase('sales/branch-report-comma-decimal');
		expect(rowOf(read, 2).qty).toBe(220);
	});

	test('must not fail on two extra blank cells in row 6', async () => {
		const read = await readCase('sales/branch-report-comma-decimal');
		expect(rowOf(read, 6).qty).toBe(0.75);
		expect(read.errors.map(({ row }) => row)).not.toContain(6);
	});
});

describe('sales/cancellations-and-non-products', () => {
	test('must not silently remove row 3 as a duplicate', async () => {
		const read = await readCase('sales/cancellations-and-non-products');
		expect(dayOf(read, { date: '2020-11-01', sku: '85123A' })).toMatchObject({ qty: 11 });
		expect(codesOf(read, 3)).toContain('identical-line');
	});

	test('must not count discount and postage as products', async () => {
		const read = await readCase('sales/cancellations-and-non-products');
		expect(allText(read)).not.toMatch(/Discount|POSTAGE/);
	});

	test('must not treat stock codes as numbers (85123A)', async () => {
		const read = await readCase('sales/cancellations-and-non-products');
		expect(rowOf(read, 2).sku).toBe('85123A');
	});
});

describe('sales/dot-means-two-things', () => {
	test('must not read 2.000 as two thousand pieces', async () => {
		const read = await readCase('sales/dot-means-two-things');
		expect(rowOf(read, 2).qty).toBe(2);
	});

	test('must not decide cell by cell: 0.750 and 1.250.000 settle each column as a whole', async () => {
		const read = await readCase('sales/dot-means-two-things');
		expect(rowOf(read, 4)).toMatchObject({ qty: 1, price_idr: 62_500, value_idr: 62_500 });
		const understood = (header: string) =>
			read.columns.find((column) => column.header === header)?.understoodAs;
		expect(understood('Qty')).toMatchObject({ decimalMark: '.', decidedBy: 'column' });
	});
});

describe('sales/html-table-named-xls', () => {
	test('must not read "Rp 75,000" as 75', async () => {
		const read = await readCase('sales/html-table-named-xls');
		expect(rowOf(read, 3).value_idr).toBe(75_000);
	});

	test('must not run any script or style of the page', async () => {
		const read = await readCase('sales/html-table-named-xls');
		expect(allText(read)).not.toMatch(/mso-number-format|style/);
	});

	test('must not crash in the .xls reader', async () => {
		const read = await readCase('sales/html-table-named-xls');
		expect(read.format).toBe('html');
	});

	test('must not shift columns in row 5 (two cells come from the row above)', async () => {
		const read = await readCase('sales/html-table-named-xls');
		expect(rowOf(read, 5)).toMatchObject({ store_code: '0051', store: 'TOKO DUA', qty: 2 });
	});
});

describe('sales/only-days-with-sales', () => {
	test('must not fill store 2 on 2 November with zero', async () => {
		const read = await readCase('sales/only-days-with-sales');
		expect(isZero(read, { date: '2020-11-02', store_code: '2' })).toBe(false);
		expect(read.gaps).toContainEqual(
			expect.objectContaining({ date: '2020-11-02', store_code: '2', reason: 'unknown' }),
		);
	});

	test('must not treat blank onpromotion as False without saying so', async () => {
		const read = await readCase('sales/only-days-with-sales');
		expect(rowOf(read, 2).promo).toBeNull();
	});
});

describe('sales/pos-items-us-dates-refund-cancel', () => {
	test('must not read 11/7/20 as 11 July: 11/28/20 in the same file proves month first', async () => {
		const read = await readCase('sales/pos-items-us-dates-refund-cancel');
		expect(rowOf(read, 2).date).toBe('2020-11-07');
	});

	test('must not count the cancelled receipt', async () => {
		const read = await readCase('sales/pos-items-us-dates-refund-cancel');
		expect(dayOf(read, { date: '2020-11-08', sku: '10001' })).toMatchObject({ qty: 2 });
	});

	test('must not put 12:05 AM on the 27th or at noon', async () => {
		const read = await readCase('sales/pos-items-us-dates-refund-cancel');
		expect(rowOf(read, 7).date).toBe('2020-11-28');
	});

	test('must not read 50000.00 as 5000000', async () => {
		const read = await readCase('sales/pos-items-us-dates-refund-cancel');
		expect(rowOf(read, 2).net_idr).toBe(50_000);
	});
});

describe('sales/pos-receipts-two-refund-signs', () => {
	test('must not add a refund as a sale because its gross is positive', async () => {
		const read = await readCase('sales/pos-receipts-two-refund-signs');
		expect(rowOf(read, 3)).toMatchObject({ value_idr: -25_000, net_idr: -25_000 });
		expect(dayOf(read, { date: '2020-11-28' })).toMatchObject({ net_idr: 65_000 });
	});

	test('must not count receipt 2-0002 twice', async () => {
		const read = await readCase('sales/pos-receipts-two-refund-signs');
		expect(dayOf(read, { date: '2020-11-29' })).toMatchObject({ net_idr: 12_500 });
	});
});

describe('sales/printed-report-subtotals', () => {
	test('must not import subtotals', async () => {
		const read = await readCase('sales/printed-report-subtotals');
		expect(read.control).toMatchObject({ sum_qty: 8, sum_value_idr: 125_000 });
	});

	test('must not keep the apostrophe in codes', async () => {
		const read = await readCase('sales/printed-report-subtotals');
		expect(rowOf(read, 7)).toMatchObject({ store_code: '0047', sku: '00123' });
	});

	test('must not ignore that the grand total does not add up', async () => {
		const read = await readCase('sales/printed-report-subtotals');
		expect(codesOf(read, 15)).toEqual(['control-total-mismatch']);
	});
});

describe('sales/week-numbers', () => {
	test('must not spread a weekly figure over days without saying so', async () => {
		const read = await readCase('sales/week-numbers');
		expect(read.daily).toEqual([]);
	});

	test('must not put 1 January 2021 in week 1 of 2021 (ISO: 2020-W53)', async () => {
		const read = await readCase('sales/week-numbers');
		expect(read.weekly).toContainEqual(
			expect.objectContaining({ from: '2020-12-28', to: '2021-01-03', qty: 7 }),
		);
	});
});

describe('sales/wide-dates-swapped-xlsx', () => {
	test('must not file three days under 11 January, 11 February and 11 March', async () => {
		const read = await readCase('sales/wide-dates-swapped-xlsx');
		expect(read.daily.map(({ date }) => String(date)).filter((date) => !date.startsWith('2020-11'))).toEqual(
			[],
		);
	});

	test('must not lose the zeros of store 0047 (cell value 47, format 0000)', async () => {
		const read = await readCase('sales/wide-dates-swapped-xlsx');
		expect(new Set(read.daily.map((day) => day.store_code))).toEqual(new Set(['0047', '1203']));
	});

	test('must not import GRAND TOTAL or the TOTAL column', async () => {
		const read = await readCase('sales/wide-dates-swapped-xlsx');
		expect(read.control.sum_qty).toBe(20);
	});

	test('must not turn an empty cell or "-" into a recorded zero without saying so', async () => {
		const read = await readCase('sales/wide-dates-swapped-xlsx');
		expect(dayOf(read, { date: '2020-11-03', store_code: '0047', sku: '410515' })).toBeUndefined();
		expect(dayOf(read, { date: '2020-11-14', store_code: '0047', sku: '410516' })).toBeUndefined();
	});
});
