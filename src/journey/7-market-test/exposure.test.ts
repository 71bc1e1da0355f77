import fc from 'fast-check';
import { expect, test } from 'vitest';
import { panelFromDays, panelFromWeeks, type StoreDay, type StoreWeek } from './exposure.ts';
import { netReturns } from './net-returns.ts';
import { missingRatio, totalsAfterBurnIn } from './totals.ts';
import { weeklyPicture } from './weekly.ts';

const frame = { stores: ['T01', 'T02'], firstDay: '2026-01-05', weeks: 2 };
const day = (store: string, date: string, units: number, onSale = true): StoreDay => ({
	store,
	day: date,
	units,
	onSale,
});

test('a zero, a day off the shelf and an unknown day stay three different things', () => {
	const { panel } = panelFromDays(
		[day('T01', '2026-01-05', 0), day('T01', '2026-01-06', 0, false), day('T01', '2026-01-08', 3)],
		frame,
	);
	expect(panel.units[0]).toBe(3);
	expect(panel.daysOnSale[0]).toBe(2);
	expect(panel.missingDays[0]).toBe(4);
	expect(missingRatio(panel, 0)).toBe(25 / 28);
});

test('what cannot be right is left out and named, and its day stays unknown', () => {
	const { panel, leftOut } = panelFromDays(
		[
			day('T01', '2026-01-05', 2),
			day('T01', '2026-01-05', 2),
			day('T02', '2026-01-06', 4, false),
			day('T99', '2026-01-06', 1),
		],
		frame,
	);
	expect(leftOut.map(({ why }) => why)).toEqual(['given-twice', 'sold-while-off-sale', 'unknown-store']);
	expect(panel.units).toEqual(Float64Array.of(2, 0, 0, 0));
	expect(panel.missingDays).toEqual(Float64Array.of(6, 7, 7, 7));
});

test('days before the test and after its whole weeks are no part of it', () => {
	const { panel, leftOut } = panelFromDays([day('T01', '2026-01-04', 9), day('T01', '2026-01-19', 9)], frame);
	expect([...panel.units, ...leftOut]).toEqual([0, 0, 0, 0]);
});

test('a quantity that is no number is never swallowed', () => {
	expect(() => panelFromDays([day('T01', '2026-01-05', Number.NaN)], frame)).toThrow('T01, 2026-01-05');
	expect(() => panelFromWeeks([{ store: 'T01', week: 1, units: 1, daysOnSale: 8 }], frame)).toThrow(
		RangeError,
	);
});

test('a return is taken off the sale before it, and never makes a store fall below zero', () => {
	expect(netReturns([5, 2, -3])).toEqual([4, 0, 0]);
	expect(netReturns([1, -4, 6])).toEqual([0, 0, 6]);
	const { panel } = panelFromDays([day('T01', '2026-01-12', -1), day('T01', '2026-01-05', 2)], frame);
	expect(panel.units).toEqual(Float64Array.of(1, 0, 0, 0));
});

test('returns never change what was sold in all, as long as sales cover them', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(50)), fc.array(fc.nat(50)), (sold, returned) => {
			const total = sold.reduce((a, b) => a + b, 0) - returned.reduce((a, b) => a + b, 0);
			const net = netReturns([...sold, ...returned.map((quantity) => -quantity)]);
			expect(net.every((quantity) => quantity >= 0)).toBe(true);
			expect(net.reduce((a, b) => a + b, 0)).toBe(Math.max(0, total));
		}),
	);
});

test('a store that started late has its own burn-in', () => {
	const week = (store: string, number: number, daysOnSale: number, units: number): StoreWeek => ({
		store,
		week: number,
		units,
		daysOnSale,
	});
	const { panel } = panelFromWeeks(
		[
			week('T01', 1, 7, 9),
			week('T01', 2, 7, 4),
			week('T01', 3, 7, 5),
			week('T02', 1, 0, 0),
			week('T02', 2, 7, 8),
			week('T02', 3, 3, 2),
		],
		{ ...frame, weeks: 3 },
	);
	expect(totalsAfterBurnIn(panel, 1)).toEqual({
		units: Float64Array.of(9, 2),
		exposure: Float64Array.of(2, 3 / 7),
	});
	expect(missingRatio(panel, 1)).toBe(0);
});

test('a store that never had the product has no exposure', () => {
	const { panel } = panelFromWeeks([{ store: 'T01', week: 1, units: 0, daysOnSale: 0 }], frame);
	expect(totalsAfterBurnIn(panel, 1).exposure).toEqual(Float64Array.of(0, 0));
	expect(totalsAfterBurnIn(panel, 0).exposure).toEqual(Float64Array.of(0, 0));
});

test('days and weeks of the same sales make the same panel', () => {
	const units = fc.array(fc.nat(20), { minLength: 28, maxLength: 28 });
	fc.assert(
		fc.property(units, (sold) => {
			const days = sold.map((quantity, i) =>
				day(i < 14 ? 'T01' : 'T02', `2026-01-${String(5 + (i % 14)).padStart(2, '0')}`, quantity),
			);
			const weeks = [0, 1, 2, 3].map((i) => ({
				store: i < 2 ? 'T01' : 'T02',
				week: (i % 2) + 1,
				units: sold.slice(7 * i, 7 * i + 7).reduce((a, b) => a + b, 0),
				daysOnSale: 7,
			}));
			expect(panelFromDays(days, frame).panel).toEqual(panelFromWeeks(weeks, frame).panel);
		}),
	);
});

test('the weekly picture gives each week its days, its rate and its doubt', () => {
	const { panel } = panelFromWeeks([{ store: 'T01', week: 2, units: 6, daysOnSale: 5 }], frame);
	const [first, second] = weeklyPicture(panel, frame.firstDay, 1);
	expect(first).toMatchObject({
		from: '2026-01-05',
		to: '2026-01-11',
		rate: null,
		missingRatio: 1,
		isBurnIn: true,
	});
	expect(second).toMatchObject({ week: 2, units: 6, storesOnSale: 1, missingRatio: 0.5, isBurnIn: false });
	expect(second?.rate).toBeCloseTo(8.4, 12);
});
