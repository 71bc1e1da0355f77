import { expect, test } from 'vitest';
import { dummies, salesFeatures, sideBySide, type DayKinds } from './store-features.ts';

const DAYS = 91;
const kinds: DayKinds = {
	isWeekend: Uint8Array.from({ length: DAYS }, (_, t) => Number(t % 7 >= 5)),
	isPayday: Uint8Array.from({ length: DAYS }, (_, t) => Number(t % 30 >= 24)),
	isLebaran: new Uint8Array(DAYS),
};
const sales = (...rows: ((t: number) => number)[]) => ({
	n: rows.length,
	days: DAYS,
	units: Float64Array.from(rows.flatMap((row) => Array.from({ length: DAYS }, (_, t) => row(t)))),
	exposure: new Float64Array(rows.length * DAYS).fill(1),
});

test('a store that sells the same every day is plain', () => {
	const { names, X, K } = salesFeatures(
		sales(() => 10),
		kinds,
	);
	expect(names).toEqual(['log-volume', 'trend', 'weekday-share', 'payday-ratio']);
	expect(K).toBe(4);
	expect([...X]).toEqual([
		Math.log(10),
		expect.closeTo(0, 12),
		expect.closeTo(5 / 7, 12),
		expect.closeTo(1, 12),
	]);
});

test('growth, weekends, paydays and Lebaran each show in their own column', () => {
	const week = (t: number) => Math.floor(t / 7);
	const isLebaran = kinds.isLebaran.map((_, t) => Number(t >= 70));
	const { X, K } = salesFeatures(
		sales(
			(t) => 10 + week(t),
			(t) => (kinds.isWeekend[t] ? 25 : 10),
			(t) => (kinds.isPayday[t] ? 30 : 10),
			(t) => (isLebaran[t] ? 40 : 10),
		),
		{ ...kinds, isLebaran },
	);
	expect(X[1]).toBeCloseTo(1 / 16, 12);
	expect(X[K + 2]).toBeCloseTo(0.5, 12);
	expect(X[2 * K + 3]).toBeCloseTo(3, 12);
	expect(X[3 * K + 4]).toBeCloseTo(4, 12);
});

test('missing days change no rate, and a store that sold nothing has no ratios', () => {
	const whole = sales(
		(t) => 10 + (t % 7),
		() => 0,
	);
	const { X, K } = salesFeatures(whole, kinds);
	const holes = { ...whole, units: whole.units.slice(), exposure: whole.exposure.slice() };
	for (let t = 7; t < 21; t++) [holes.units[t], holes.exposure[t]] = [0, 0];
	expect(salesFeatures(holes, kinds).X[0]).toBeCloseTo(X[0] ?? 0, 12);
	expect([...X.subarray(K)]).toEqual([Math.log(0.5 / DAYS), 0, 5 / 7, 1]);
});

test('too few weeks say too little, and a hole that is no number is named', () => {
	expect(() => salesFeatures({ ...sales(() => 1), days: 90 }, kinds)).toThrow('fewer than 13 weeks');
	const broken = sales(
		() => 1,
		() => 1,
	);
	broken.units[DAYS + 3] = Number.NaN;
	expect(() => salesFeatures(broken, kinds)).toThrow('units: row 1, column 3 holds NaN');
});

test('kinds become columns, one fewer than there are', () => {
	const region = dummies('region', ['b', 'a', 'c', 'b']);
	expect(region).toEqual({
		names: ['region:b', 'region:c'],
		K: 2,
		X: Float64Array.of(1, 0, 0, 0, 0, 1, 1, 0),
	});
	expect(dummies('format', ['mini', 'mini'])).toMatchObject({ names: [], K: 0 });
	const both = sideBySide(4, [region, { names: ['size'], K: 1, X: Float64Array.of(7, 8, 9, 6) }]);
	expect(both).toMatchObject({ names: ['region:b', 'region:c', 'size'], K: 3 });
	expect([...both.X.subarray(0, 6)]).toEqual([1, 0, 7, 0, 0, 8]);
});
