import { expect, test } from 'vitest';
import { completeKemplang } from '../journey/2-readiness/complete-dossier.ts';
import { withoutBlanks } from './address.ts';
import { answersFrom, selfCheck } from './self-check.ts';

const today = '2026-11-25';
const nobodySigned = new Set<string>();
const check = (address: string) =>
	selfCheck(answersFrom(new URLSearchParams(address), today), today, nobodySigned);
const asked = (address: string) => check(address).questions.map(({ key }) => key);

test('a visitor is first asked what everything hangs on, and then what open rules wait for', () => {
	expect(asked('')).toEqual(['product.category', 'producer.scale']);
	const next = asked('product.category=terasi&producer.scale=micro');
	expect(next).toHaveLength(8);
	expect(next[0]).toBe('producer.nib');
	expect(next.some((key) => key.startsWith('terms.listing'))).toBe(false); // the retailer knows it, so it comes later
});

test('answers are read as in every form: a comma, a day as people write it, and that there is none', () => {
	const { known, faults } = answersFrom(
		new URLSearchParams(
			'terms.listingFeeIdr=5.000&lab.proteinPercent=15,5&permit.skpExpiresOn=03/03/2028&permit.halalNumber-tidak-ada=on',
		),
		today,
	);
	expect(known).toEqual({
		'terms.listingFeeIdr': 5000,
		'lab.proteinPercent': 15.5,
		'permit.skpExpiresOn': '2028-03-03',
		'permit.halalNumber': '',
	});
	expect(faults).toEqual({});
});

test('what cannot be understood is asked again first, with what was typed and why', () => {
	const [first] = check('product.category=terasi&product.shelfLifeDays=enam').questions;
	expect(first).toMatchObject({
		key: 'product.shelfLifeDays',
		typed: 'enam',
		fault: expect.stringContaining('angka'),
	});
});

test('numbers that name a person are neither asked nor read: an address may be seen by others', () => {
	expect(
		answersFrom(new URLSearchParams('producer.ownerNik=1602114101019992&producer.npwp=1'), today).known,
	).toEqual({});
	const { 'producer.ownerNik': _nik, 'producer.npwp': _npwp, ...others } = completeKemplang;
	const address = new URLSearchParams(
		Object.entries(others).map(([key, value]) => [
			key,
			value === true ? 'yes' : value === false ? 'no' : String(value),
		]),
	);
	const { found, questions } = check(String(address).replace('ratio=0.67', 'ratio=0,67'));
	expect([found.ready, questions]).toEqual([true, []]);
});

test('every answer is sent along with the next ones, so that the address always holds them all', () => {
	expect(check('product.category=terasi&permit.halalNumber-tidak-ada=on').kept).toEqual([
		{ name: 'product.category', value: 'terasi' },
		{ name: 'permit.halalNumber-tidak-ada', value: 'on' },
	]);
});

test('an address holds no blanks, so that it can be kept', () => {
	expect(withoutBlanks({ pathname: '/siapkah', search: '?a=1&b=&c=%20' })).toBe('/siapkah?a=1');
	expect(withoutBlanks({ pathname: '/siapkah', search: '?a=1' })).toBeNull();
	expect(withoutBlanks({ pathname: '/siapkah', search: '?b=' })).toBe('/siapkah');
});
