import { expect, test } from 'vitest';
import { designBasis, designTable, type DesignQuestion } from './test-designs.ts';

const question: DesignQuestion = {
	...{ hurdle: 3, lift: 0.3, r: 4, k: 5, cs: 0.05, rho: 0, minWeeks: 4, alpha: 0.05 },
	...{ burnIn: 4, weeklyCapacity: 160 },
};

test('more stores help, more weeks hardly', () => {
	const [few, long, many] = designTable(question, [20, 40], [12, 52]);
	expect(few?.power).toBeLessThan(0.6);
	expect((long?.power ?? 0) - (few?.power ?? 0)).toBeLessThan(0.15);
	expect((many?.power ?? 0) - (few?.power ?? 0)).toBeGreaterThan(0.2);
});

test('a design that the producers cannot stock is refused, and a small one is a pilot', () => {
	const [pilot, fits, tooMuch] = designTable(question, [11, 40, 42], [12]);
	expect(pilot).toMatchObject({ isPilot: true, isStockable: true });
	expect(fits).toMatchObject({ isPilot: false, isStockable: true, weeksOnShelf: 16 });
	expect(fits?.unitsPerWeek).toBeCloseTo(156, 10);
	expect(fits?.units).toBeCloseTo(2496, 10);
	expect(tooMuch).toMatchObject({ isStockable: false });
});

test('one finished test changes no default, two do', () => {
	const one = { stores: 30, weeks: 12, r: 2, k: 4, cs: 0.1 };
	expect(designBasis([one])).toEqual({ r: 3, k: 3, cs: 0.1 });
	const both = designBasis([one, { ...one, r: 6, k: 4, cs: 0.2, weeks: 36 }]);
	expect(both.r).toBeCloseTo(3, 12);
	expect(both.k).toBeCloseTo(4, 12);
	expect(both.cs).toBeCloseTo(Math.sqrt((12 * 0.01 + 36 * 0.04) / 48), 12);
});
