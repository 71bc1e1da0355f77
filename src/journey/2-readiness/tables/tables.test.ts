import { expect, test } from 'vitest';
import { kbliOf } from './kbli.ts';
import { figureHeightMm, shortPacksAllowed, tolerance } from './net-content.ts';
import { nutriLevelOf } from './nutri-level.ts';

test('the tolerated shortage is that of the examples: 50 g of gula puan, 250 g of terasi, 5 kg of rice', () => {
	expect([50, 250, 5_000].map(tolerance)).toEqual([4.5, 9, 75]);
});

test('bands of the tolerance meet without a step down, and percentages round up to a tenth', () => {
	expect([100, 200, 300, 500, 1_000, 10_000, 15_000, 50_000].map(tolerance)).toEqual([
		4.5, 9, 9, 15, 15, 150, 150, 500,
	]);
	expect(tolerance(45)).toBe(4.1); // 4.05
	expect(tolerance(333)).toBe(10); // 9.99
	expect(() => tolerance(Number.NaN)).toThrow(RangeError);
});

test('figures grow with the content of the pack', () => {
	expect([50, 51, 200, 201, 1_000, 1_001].map(figureHeightMm)).toEqual([2, 3, 3, 4, 4, 6]);
});

test('fewer than twenty packs prove nothing', () => {
	expect([19, 20, 49, 50, 80, 125].map(shortPacksAllowed)).toEqual([null, 1, 1, 3, 5, 7]);
});

test('the worst of sugar, sodium and fat gives the Nutri-Level, limits included', () => {
	const still = { sugarG: 0.5, sodiumMg: 5, fatG: 0.5 };
	expect(nutriLevelOf(still)).toBe('A');
	expect(nutriLevelOf({ ...still, sodiumMg: 5.1 })).toBe('B');
	expect(nutriLevelOf({ ...still, fatG: 17 })).toBe('C');
	expect(nutriLevelOf({ ...still, sugarG: 12.6 })).toBe('D');
});

test('codes of activity are only judged for the edition whose list was read', () => {
	expect(kbliOf('terasi', '2020')).toContain('10295');
	expect(kbliOf('terasi', '2025')).toBeNull();
	expect(kbliOf('craft_textile', '2020')).toBeNull();
});
