import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit, judgeGtin } from './gtin.ts';

const code = (text: string) => {
	const verdict = judgeGtin(text);
	return verdict.ok ? verdict.gtin14 : verdict.code;
};

test('the check digits of the GS1 syntax dictionary come out', () => {
	// gs1/gs1-syntax-dictionary: lint_csum.c
	expect(checkDigit('0234567')).toBe(3);
	expect(checkDigit('41600033610')).toBe(8);
	expect(checkDigit('123456789012')).toBe(8);
	expect(checkDigit('1234567890123')).toBe(1);
});

test('all lengths are one number once padded to fourteen digits', () => {
	expect(judgeGtin('416000336108')).toMatchObject({ type: 'GTIN-12', gtin14: '00416000336108' });
	expect(judgeGtin('0416000336108')).toMatchObject({ type: 'GTIN-12', gtin14: '00416000336108' });
	expect(judgeGtin('9520-1234-5001-4')).toMatchObject({ type: 'GTIN-13', gtin14: '09520123450014' });
	expect(judgeGtin('02345673')).toMatchObject({ type: 'GTIN-8', gtin14: '00000002345673' });
	expect(judgeGtin('19520123450011')).toMatchObject({ type: 'GTIN-14' });
});

test('twelve digits of a thirteen-digit prefix are not padded with a zero and accepted', () => {
	expect(judgeGtin('899000012345')).toEqual({
		ok: false,
		code: 'missing-check-digit',
		expected: '8990000123453',
	});
});

test('a wrong digit, a letter, zeros and numbers for inside one shop are no trade items', () => {
	expect(judgeGtin('9520123450015')).toEqual({ ok: false, code: 'bad-check-digit', expected: '4' });
	expect(code('899000O123453')).toBe('non-digit');
	expect(code('0000000000000')).toBe('reserved');
	expect(code('2112345678900')).toBe('restricted-circulation');
	expect(code('95201234')).toBe('bad-check-digit');
	expect(code('9520')).toBe('wrong-length');
});

test('every stem becomes valid by its check digit, and by no other last digit', () => {
	const stem = fc.stringMatching(/^[1-9]\d{11}$/).filter((digits) => !/^(2|97[789]|98|99)/.test(digits));
	fc.assert(
		fc.property(stem, (digits) => {
			const right = checkDigit(digits);
			for (let last = 0; last < 10; last++) expect(judgeGtin(`${digits}${last}`).ok).toBe(last === right);
		}),
	);
});
