import { expect, test } from 'vitest';
import { completeKemplang } from './complete-dossier.ts';
import { comparePirt, pirtYearIsPlausible } from './pirt-comparison.ts';

const agreement = (facts: typeof completeKemplang) =>
	Object.fromEntries(comparePirt(facts).map(({ part, agrees }) => [part, agrees]));

test('a P-IRT number is compared with pack, group, regency and year, part by part', () => {
	const kemplang = { ...completeKemplang, 'pack.material': 'plastic' as const };
	expect(agreement({ ...kemplang, 'permit.pirtExpiresOn': '2029-03-03' })).toEqual({
		pack: true,
		group: true,
		regency: true,
		expiry: true,
	});
	expect(
		agreement({
			...kemplang,
			'pack.material': 'foil',
			'product.category': 'terasi',
			'producer.regencyCode': '16.71',
			'permit.pirtExpiresOn': '2030-03-03',
		}),
	).toEqual({ pack: false, group: false, regency: false, expiry: false });
});

test('what the dossier does not say is not held against the number', () => {
	expect(agreement({ 'permit.pirtNumber': 'P-IRT 2061602010001-29' })).toEqual({
		pack: null,
		group: null,
		regency: null,
		expiry: null,
	});
	expect(comparePirt({ 'permit.pirtNumber': 'P-IRT 9' })).toEqual([]);
});

test('a year more than five ahead is a slip of the pen', () => {
	const plausible = (number: string) => pirtYearIsPlausible({ 'permit.pirtNumber': number }, '2026-11-25');
	expect(plausible('P-IRT 2061602010001-31')).toBe(true);
	expect(plausible('P-IRT 2061602010001-99')).toBe(false);
	expect(plausible('MD 1')).toBeNull();
});
