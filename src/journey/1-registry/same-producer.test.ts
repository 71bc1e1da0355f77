import { expect, test } from 'vitest';
import { type Identity, likeness, nameKey } from './same-producer.ts';

const nobody: Identity = {
	name: 'Kemplang CONTOH',
	ownerName: null,
	nik: null,
	nib: null,
	pirt: null,
	phone: null,
	villageCode: null,
	districtCode: null,
};
const one = (known: Partial<Identity>): Identity => ({ ...nobody, ...known });

test('the same name, phone and village are one producer, however the name is written', () => {
	const a = one({ name: 'KEMPLANG "CONTOH"', phone: '+6281200000011', villageCode: '16.02.05.1001' });
	expect(likeness(a, one({ phone: '+6281200000011', villageCode: '16.02.05.1001' }))).toBe('same');
});

test('the same NIK with names that have nothing in common is a question: one owner may have two businesses', () => {
	const nik = '1602051501859001';
	expect(likeness(one({ nik }), one({ nik, name: 'KEMPLANG CONTOH' }))).toBe('same');
	expect(likeness(one({ nik }), one({ nik, name: 'Bengkel Las Jaya' }))).toBe('maybe');
});

test('two people of one name with different NIK are two', () => {
	const a = one({ nik: '1602110101809002', phone: '+6281200000032', districtCode: '16.02.11' });
	const b = one({ nik: '1602130202829003', phone: '+6281200000033', districtCode: '16.02.13' });
	expect(likeness(a, b)).toBe('different');
});

test('what is not known never counts as alike', () => {
	expect(likeness(one({ name: 'Terasi A' }), one({ name: 'Madu B' }))).toBe('different');
	expect(likeness(one({ phone: '+6281200000011' }), one({ nik: '1602051501859001' }))).toBe('maybe');
});

test('one name with another phone in the same village is a question', () => {
	const a = one({ phone: '+6281200000011', villageCode: '16.02.05.1001' });
	expect(likeness(a, one({ phone: '+6281200000012', villageCode: '16.02.05.1001' }))).toBe('maybe');
});

test('one name in two districts is two producers', () => {
	expect(likeness(one({ districtCode: '16.02.05' }), one({ districtCode: '16.02.11' }))).toBe('different');
});

test('a misspelt name with the same phone is a question', () => {
	const phone = '+6281200000011';
	expect(likeness(one({ phone }), one({ name: 'Kemplang CONTO', phone }))).toBe('maybe');
	expect(likeness(one({ phone }), one({ name: 'Gula Puan', phone }))).toBe('different');
});

test('titles make nobody another person', () => {
	expect(nameKey('Hj. Contoh Aminah')).toBe(nameKey('CONTOH AMINAH'));
	expect(nameKey('Dapur Mbok’e')).toBe('dapurmboke');
});
