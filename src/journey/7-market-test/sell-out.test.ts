import { expect, test } from 'vitest';
import { daysOf, productsIn, storesIn, weeksOf } from './sell-out.ts';

const day = (date: string, store_code: string, sku: string, qty: number, more = {}) => ({
	date,
	store_code,
	sku,
	qty,
	...more,
});
const said = {
	rows: [{ store_code: '1', store: 'CONTOH Satu', sku: 'A', product: 'Kemplang CONTOH' }],
	daily: [
		day('2026-01-05', '1', 'A', 2, { net_idr: 50000 }),
		day('2026-01-05', '2', 'B', 1),
		day('2026-01-06', '1', 'B', 3),
	],
	zeros: [{ date: '2026-01-06', store_code: '1', sku: 'A' }],
	gaps: [
		{ date: '2026-01-07', store_code: '1', sku: 'A', reason: 'unknown' },
		{ date: '2026-01-08', store_code: '1', sku: 'A', reason: 'not-on-sale' },
	],
};
const ours = new Set(['sku:A']);

test('a file shows its products with what it holds of each, named as its lines name them', () => {
	expect(productsIn(said)).toEqual([
		{ key: 'sku:B', name: null, storeDays: 2, units: 4 },
		{ key: 'sku:A', name: 'Kemplang CONTOH', storeDays: 1, units: 2 },
	]);
});

test('sold nothing, not on sale and unknown are three things', () => {
	expect(daysOf(said, ours).said).toEqual([
		{ store: '1', slot: '2026-01-05', units: 2, daysOnSale: 1, amount: 50000 },
		{ store: '1', slot: '2026-01-06', units: 0, daysOnSale: 1, amount: null },
		{ store: '1', slot: '2026-01-08', units: 0, daysOnSale: 0, amount: null },
	]);
});

test('a store that sold only other things is silent about the product', () => {
	expect(daysOf(said, ours).silent).toEqual([
		{ store: '2', slot: '2026-01-05', units: 0, daysOnSale: 1, amount: null },
	]);
});

test('a product under two codes is added up, and the codes that are not ours are not', () => {
	const daily = [
		day('2026-01-05', '1', 'A', 2, { value_idr: 100 }),
		day('2026-01-05', '1', 'xxx.A', 1, { value_idr: 50.5 }),
	];
	const both = daysOf({ ...said, daily }, new Set(['sku:A', 'sku:xxx.A']));
	expect(both.said[0]).toMatchObject({ units: 3, amount: 150.5 });
});

test('a file that names no store has one', () => {
	expect(
		storesIn({
			...said,
			rows: [],
			zeros: [],
			gaps: [],
			daily: [{ date: '2026-01-05', product: 'X', qty: 1 }],
		}),
	).toEqual([{ key: '', code: null, name: null }]);
});

test('a week without a number or without its days on the shelf is unknown', () => {
	const line = (week: number, qty: number | null, days: number | null = 7) => ({
		store_code: '1',
		week,
		days,
		qty,
	});
	expect(weeksOf({ rows: [line(1, 4), line(2, 0, 0), line(3, null), line(4, 2, null)] })).toEqual([
		{ store: '1', slot: 1, units: 4, daysOnSale: 7, amount: null },
		{ store: '1', slot: 2, units: 0, daysOnSale: 0, amount: null },
	]);
});
