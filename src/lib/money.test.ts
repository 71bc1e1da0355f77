import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRupiah, wholeRupiah } from './money.ts';

test('half a rupiah goes where the caller says', () => {
	expect(wholeRupiah(1750000.5, 'half-up')).toBe(1750001);
	expect(wholeRupiah(1750000.5, 'down')).toBe(1750000);
	expect(wholeRupiah(-0.2, 'half-up')).toBe(0);
	expect(wholeRupiah(-1.5, 'half-up')).toBe(-2);
	expect(() => wholeRupiah(Number.NaN, 'down')).toThrow(RangeError);
});

test('rounding never moves an amount by more than a rupiah', () => {
	fc.assert(
		fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (amount) => {
			for (const way of ['half-up', 'down', 'up'] as const)
				expect(Math.abs(wholeRupiah(amount, way) - amount)).toBeLessThanOrEqual(1);
		}),
	);
});

test('rupiah are written with a dot for thousands and a true minus', () => {
	expect(formatRupiah(14500)).toBe('Rp\u00a014.500');
	expect(formatRupiah(-14500)).toBe('\u2212Rp\u00a014.500');
});
