import { expect, test } from 'vitest';
import { formFault } from './fact-form.ts';

// Invented numbers, from the tables of valid and invalid ones; the rest of those tables stands in forms.test.ts.
const today = '2026-11-25';

test.each([
	['producer.nib', '9120000000017', '912000000001', 'form.nib'],
	['producer.ownerNik', '1602110101019991', '1602113201019991', 'form.nik'],
	['producer.npwp', '0029999927312000', '0019999912312000', 'form.npwp'],
	['producer.npwp', '01.999.991.1-312.000', '01.999.991.2-312.000', 'form.npwp'],
	['producer.npwp', '90.999.994.8-312.000', '00.000.000.0-000.000', 'form.npwp'],
	['permit.pirtNumber', 'P-IRT No. 2061602010001-29', 'P-IRT 206160201000-29', 'form.pirt'],
	['permit.mdNumber', 'BPOM RI MD 020662000100999', 'ML 200006999001', 'form.md'],
	['permit.halalNumber', 'ID16110000012340922', 'KH-00123-2023', 'form.halal'],
	['permit.psatNumber', 'KEMTAN RI PD 16.02-II.I.00-00001-12/2024', 'P-IRT 2061602010001-29', 'form.psat'],
	['pack.gtin', '9520123450014', '9520123450015', 'form.gtin'],
])('%s takes %s, and says why not %s', (key, right, wrong, fault) => {
	expect(formFault(key, right, today)).toBeNull();
	expect(formFault(key, wrong, today)).toBe(fault);
});

test('that there is none is an answer, and other facts have no form', () => {
	expect(formFault('producer.nib', '', today)).toBeNull();
	expect(formFault('label.kindName', 'Kemplang', today)).toBeNull();
	expect(formFault('toString', 'x', today)).toBeNull();
});
