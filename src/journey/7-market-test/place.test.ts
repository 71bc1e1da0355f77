import { expect, test } from 'vitest';
import { place, slotKey, type Kept } from './place.ts';
import type { Reported } from './sell-out.ts';

const report = (store: string, slot: string, units: number, amount: number | null = null): Reported => ({
	store,
	slot,
	units,
	daysOnSale: 1,
	amount,
});
const plan = {
	storeOf: new Map([
		['1', 'a'],
		['Toko Satu', 'a'],
		['2', 'b'],
		['9', null],
	]),
	planned: new Set(['a']),
	isInPlan: (slot: string | number) => slot >= '2026-01-05',
	known: new Map<string, Kept>(),
};
const knowing = (kept: readonly Kept[]) => ({
	...plan,
	known: new Map(kept.map((entry) => [slotKey(entry), entry])),
});

test('sales outside the plan’s stores and days are counted and left out', () => {
	const placed = place(
		[
			report('1', '2026-01-05', 2),
			report('1', '2026-01-04', 1),
			report('2', '2026-01-05', 1),
			report('9', '2026-01-05', 1),
		],
		plan,
	);
	expect(placed).toMatchObject({ outsideStores: 2, outsideDays: 1, unchanged: 0, restated: [] });
	expect(placed.added).toEqual([
		{ storeId: 'a', slot: '2026-01-05', units: 2, daysOnSale: 1, amountIdr: null },
	]);
});

test('the same file again adds nothing, and another number restates', () => {
	const first = place([report('1', '2026-01-05', 2, 50000), report('1', '2026-01-06', 1)], plan);
	const again = place(
		[report('1', '2026-01-05', 2, 50000), report('1', '2026-01-06', 4)],
		knowing(first.added),
	);
	expect(again).toMatchObject({
		added: [],
		unchanged: 1,
		restated: [{ was: { units: 1 }, becomes: { units: 4 } }],
	});
});

test('a later file without amounts leaves the amounts that are known', () => {
	const first = place([report('1', '2026-01-05', 2, 50000)], plan);
	expect(place([report('1', '2026-01-05', 2)], knowing(first.added))).toMatchObject({
		unchanged: 1,
		restated: [],
	});
});

test('two names of one store are one store, and money is rounded once, after adding', () => {
	const placed = place(
		[report('1', '2026-01-05', 2, 10.4), report('Toko Satu', '2026-01-05', 1, 10.4)],
		plan,
	);
	expect(placed.added).toEqual([
		{ storeId: 'a', slot: '2026-01-05', units: 3, daysOnSale: 1, amountIdr: 21 },
	]);
	expect(placed.rounded).toBe(2);
});
