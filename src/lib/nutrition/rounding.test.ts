import fc from 'fast-check';
import { expect, test } from 'vitest';
import { declared, declaredServings, energyFromMacros } from './rounding.ts';

test('a tie goes up, never to the even neighbour', () => {
	expect(declared('carbohydrate_g', 12.5)).toBe(13);
	expect(declared('energy_kcal', 47.5)).toBe(50);
	expect(declared('sodium_mg', 137.5)).toBe(140);
	expect(declared('fat_g', 0.75)).toBe(1);
});

test('binary noise moves no tie', () => {
	expect(declared('protein_g', 0.1 + 0.2 + 0.2)).toBe(1); // 0.5 in decimals
	expect(declared('fat_g', 1.1 * 2.5)).toBe(3); // 2.75 is a tie between 2.5 and 3
});

test('the step changes above its limit, and the limit itself keeps the finer one', () => {
	expect([50, 54.9, 55].map((kcal) => declared('energy_kcal', kcal))).toEqual([50, 50, 60]);
	expect([4.76, 5.4, 5.5].map((g) => declared('fat_g', g))).toEqual([5, 5, 6]);
	expect([140, 144.9, 145].map((mg) => declared('sodium_mg', mg))).toEqual([140, 140, 150]);
	expect([1.9, 2.4, 7.5].map((mg) => declared('cholesterol_mg', mg))).toEqual([0, 2, 10]);
});

test('what is declared is never more than one step from the truth', () => {
	fc.assert(
		fc.property(fc.double({ min: 5, max: 2000, noNaN: true }), (kcal) => {
			expect(Math.abs(declared('energy_kcal', kcal) - kcal)).toBeLessThanOrEqual(5 + 1e-6);
		}),
	);
});

test('servings are declared to the half, and energy comes from the unrounded grams', () => {
	expect(declaredServings(250, 30)).toBe(8.5);
	expect(energyFromMacros(0.5, 7.49, 12.5)).toBe(84.46);
});
