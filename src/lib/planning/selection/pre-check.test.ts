import { expect, test } from 'vitest';
import { drawNormal } from '../../statistics/draws.ts';
import { seeded } from '../../statistics/random.ts';
import { preCheck } from './pre-check.ts';

/** Sixty stores in 26 weeks before a test, the last twelve of them test stores. */
function before(drift: number): Float64Array {
	const random = seeded(12);
	const stores = Float64Array.from({ length: 60 }, () => 100 + 10 * drawNormal(random));
	const weeks = Float64Array.from({ length: 26 }, () => 5 * drawNormal(random));
	return Float64Array.from({ length: 60 * 26 }, (_, cell) => {
		const [i, t] = [Math.floor(cell / 26), cell % 26];
		const extra = i >= 48 && t >= 18 ? drift : 0;
		return (stores[i] ?? 0) + (weeks[t] ?? 0) + extra + 2 * drawNormal(random);
	});
}

test('stores that go with their controls pass, and the smallest effect that can be found is told', () => {
	const check = preCheck(before(0), 60, 26, 48);
	expect(check.isClean).toBe(true);
	expect(check.method).toBe('jackknife');
	// Twelve stores and eight weeks of noise 2 on the treated side alone: 2 / sqrt(96) times 2.8 is 0.57.
	expect(check.detectable).toBeGreaterThan(0.5);
	expect(check.detectable).toBeLessThan(2);
});

test('chosen stores that already go their own way are found out', () => {
	const check = preCheck(before(4), 60, 26, 48);
	expect(check.isClean).toBe(false);
	expect(check.tau).toBeGreaterThan(3);
});
