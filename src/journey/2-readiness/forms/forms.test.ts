import { expect, test } from 'vitest';
import { isTradeItemGtin } from './gtin.ts';
import { isNib, isNik, isNpwp16 } from './identity.ts';
import { isHalalNumber, isMdNumber, isPsatNumber, readPirt } from './permits.ts';

// All numbers below are invented; they follow the form of the real ones.
const today = '2026-11-25';

test.each(['9120000000017', '0220000000028', '9120-0000-00017'])('%s can be a NIB', (text) => {
	expect(isNib(text)).toBe(true);
});
test.each([
	'912000000001',
	'91200000000170',
	'9120-0000-0001',
	'AB12000000001',
	'0000000000000',
	'8120000000001X',
])('%s cannot be a NIB', (text) => expect(isNib(text)).toBe(false));

test.each([
	'1602110101019991',
	'1602114101019992',
	'16.02.12.310785.9993',
	'1602052902009994',
	'1602187112999995',
])('%s can be a NIK', (text) => expect(isNik(text, today)).toBe(true));
test.each([
	'160211010101999',
	'1602113201019991',
	'1602113002019991',
	'1602117201019992',
	'1602112902019991',
	'1602110101010000',
	'0002110101019991',
	'16021101O1019991',
])('%s cannot be a NIK', (text) => expect(isNik(text, today)).toBe(false));

test('nobody is born tomorrow', () => {
	expect(isNik('1602112611260001', today)).toBe(true); // 26 November 1926
	expect(isNik('1602112902240001', '2023-01-01')).toBe(true); // 29 February 1924, not yet 2024
	expect(isNik('1602112902000001', '1999-12-31')).toBe(false); // only 2000 had that day
});

test.each(['0029999927312000', '1602110101019991', '0029999927312000 000001'])(
	'%s can be a tax number of 16 digits',
	(text) => expect(isNpwp16(text, today)).toBe(true),
);
test.each([
	'01.999.991.1-312.000',
	'0019999912312000',
	'00.000.000.0-000.000',
	'1602113201019991',
	'0199999A1312000',
	'',
])('%s cannot be a tax number of 16 digits', (text) => expect(isNpwp16(text, today)).toBe(false));

test.each([
	['P-IRT No. 2061602010001-29', { pack: '2', group: '06', regency: '1602', expiryYear: 2029 }],
	['P-IRT 2021602010002–30', { pack: '2', group: '02', regency: '1602', expiryYear: 2030 }],
	['5091602010003-28', { pack: '5', group: '09', regency: '1602', expiryYear: 2028 }],
	['PIRT: 7111602020004-31', { pack: '7', group: '11', regency: '1602', expiryYear: 2031 }],
])('%s is taken apart', (text, parts) => expect(readPirt(text)).toEqual(parts));
test.each([
	'P-IRT 206160201000-29',
	'P-IRT 9061602010001-29',
	'MD 2061602010001-29',
	'P-IRT 2061602010001',
	'',
])('%s cannot be a P-IRT number', (text) => expect(readPirt(text)).toBeNull());

test.each(['BPOM RI MD 020662000100999', 'MD240662000300997', 'BPOM RI MD 200006999001'])(
	'%s can be an MD number',
	(text) => expect(isMdNumber(text)).toBe(true),
);
test.each(['MD 2000069990', 'ML 200006999001', 'BPOM RI MD 92711600010012', 'MD 24066200030099A'])(
	'%s cannot be an MD number',
	(text) => expect(isMdNumber(text)).toBe(false),
);

test.each(['ID16110000012340922', 'ID 1611 0000012360126', 'id16110000012381026'])(
	'%s can be a halal certificate',
	(text) => expect(isHalalNumber(text)).toBe(true),
);
test.each([
	'ID1611000001234092',
	'ID161100000123409225',
	'ID16110000012341322',
	'ID16110000012340018',
	'KH-00123-2023',
	'16110000012340922',
	'ID1611000001234O922',
])('%s cannot be a halal certificate', (text) => expect(isHalalNumber(text)).toBe(false));

test.each([
	'KEMTAN RI PD 16.02-II.I.00-00001-12/2024',
	'PD-UK 16.02-II.I.00-00002-01/2025',
	'912000000001700010001',
	'PSAT-1602-2026-001',
])('%s can be a PSAT registration', (text) => expect(isPsatNumber(text)).toBe(true));
test.each([
	'KEMTAN RI PD 16.02-00001',
	'KEMTAN RI PH-16-02-0099-0124',
	'PD 1602-II.I.00-00001-12/2024',
	'KEMTAN RI PD 16.02-II.I.00-00001-13/2024',
	'91200000000170001',
	'P-IRT 2061602010001-29',
	'',
])('%s cannot be a PSAT registration', (text) => expect(isPsatNumber(text)).toBe(false));

test.each(['9520123450014', '9520123450021', '8990000123453', '19520123450011'])(
	'%s can name a trade item',
	(text) => expect(isTradeItemGtin(text)).toBe(true),
);
test.each([
	'9520123450015',
	'8990000123454',
	'899000012345',
	'89900001234530',
	'899000O123453',
	'8990000123435',
	'2000000000008',
	'0000000000000',
])('%s cannot name a trade item', (text) => expect(isTradeItemGtin(text)).toBe(false));
