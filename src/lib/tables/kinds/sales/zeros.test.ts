import { expect, test } from 'vitest';
import { read } from '../../read.ts';

const zerosOf = async (...lines: readonly string[]) => {
	const text = ['Tanggal;Kode Toko;SKU;Qty', ...lines].join('\n');
	const { zeros } = await read('sales', new TextEncoder().encode(text), { told: {} });
	return zeros.map(({ date, sku }) => `${String(date)} ${String(sku)}`);
};

const FIRST = '13/03/2026;T1;K1;4';
const OTHER = ['13/03/2026;T1;K2;1', '14/03/2026;T1;K2;1', '15/03/2026;T1;K2;1'];

test('a day on which the store sold only something else is a zero', async () => {
	expect(await zerosOf(FIRST, ...OTHER)).toEqual(['2026-03-14 K1', '2026-03-15 K1']);
});

test('a day whose line waits is no zero: it may have sold', async () => {
	expect(await zerosOf(FIRST, '14/03/2026;T1;K1;rusak', ...OTHER)).toEqual(['2026-03-15 K1']);
});

test('a line without a certain day leaves no day of its product certain', async () => {
	expect(await zerosOf(FIRST, '31/02/2026;T1;K1;9', ...OTHER)).toEqual([]);
});
