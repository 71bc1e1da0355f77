import { expect, test } from 'vitest';
import { parseDigitalLink } from './digital-link.ts';
import { parseScan } from './scan.ts';

const G = '09520123450014';
const code = (text: string) => {
	const link = parseDigitalLink(text);
	return link.ok ? link.ai : link.code;
};

test('a link keeps the leading zeros of its serial and decodes its lot', () => {
	expect(code(`https://contoh.id/p/01/${G}/10/AB%2F12/21/00017?17=261220&linkType=gs1:pip`)).toEqual({
		'01': G,
		'10': 'AB/12',
		'21': '00017',
		'17': '261220',
	});
});

test('a link that no scanner should trust is refused by its fault', () => {
	expect(code('https://contoh.id/01/9520123450014')).toBe('gtin-not-14-digits');
	expect(code(`https://contoh.id/01/${G}/`)).toBe('trailing-slash');
	expect(code(`https://contoh.id/01/${G}/10/`)).toBe('empty-value');
	expect(code(`https://contoh.id/01/${G}/21/7/10/L`)).toBe('qualifier-order');
	expect(code(`https://contoh.id/01/${G}?17=261320`)).toBe('invalid-date');
	expect(code('https://contoh.id/01/09520123450015')).toBe('bad-check-digit');
	expect(code('https://contoh.id/produk')).toBe('no-gs1-key');
	expect(code(G)).toBe('not-a-uri');
});

test('the group separator ends a lot; it is not a space', () => {
	expect(parseScan(`]Q301${G}10L-1\u001d17261220`)).toMatchObject({
		ai: { '01': G, '10': 'L-1', '17': '261220' },
	});
});

test('day 00 is the end of the month, and month 13 is none', () => {
	expect(parseScan(`]d201${G}17261200`)).toMatchObject({ ok: true, ai: { '17': '261200' } });
	expect(parseScan(`]d201${G}17261320`)).toEqual({ ok: false, code: 'invalid-date' });
});

test('a lot that swallowed the date behind it is shown', () => {
	expect(parseScan(`]Q301${G}10L-117261220`)).toMatchObject({ ok: true, swallowed: 'L-117261220' });
	expect(parseScan(`]Q301${G}10L-1`)).toMatchObject({ ok: true, swallowed: null });
});

test('a plain barcode is padded to fourteen digits, plain text is no code', () => {
	expect(parseScan(']E09520123450014')).toMatchObject({ ai: { '01': G } });
	expect(parseScan(']Q1KEMPLANG')).toEqual({ ok: false, code: 'plain-text' });
	expect(parseScan(']Q3')).toEqual({ ok: false, code: 'empty' });
});
