import { expect, test } from 'vitest';
import { matchStores } from './match-stores.ts';

const ours = [
	{ id: 'a', code: '0047', name: 'Toko Satu' },
	{ id: 'b', code: '0051', name: 'Toko Dua' },
	{ id: 'c', code: '0052', name: 'Toko Dua' },
];
const match = (code: string | null, name: string | null, chosen = {}) =>
	matchStores([{ key: code ?? name ?? '', code, name }], ours, chosen).get(code ?? name ?? '');

test('a store is known by its code, with the zeros in front', () => {
	expect(match('0047', null)).toBe('a');
	expect(match('47', null)).toBeNull();
});

test('a store without a code is known by a name that only one of our stores bears', () => {
	expect(match(null, ' TOKO  satu ')).toBe('a');
	expect(match(null, 'Toko Dua')).toBeNull();
});

test('what a person chose goes first, also that it is none of ours', () => {
	expect(match('0047', null, { '0047': 'b' })).toBe('b');
	expect(match('0047', null, { '0047': '' })).toBeNull();
	expect(match('0047', null, { '0047': 'elsewhere' })).toBeNull();
});
