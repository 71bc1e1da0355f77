import { expect, test } from 'vitest';
import { internationalPhone, plainEmail } from './contact.ts';

test.each(['081200000021', '6281200000021', '+62 812-0000-0021', '81200000021', '(0812) 0000 0021'])(
	'%s is one and the same phone',
	(text) => expect(internationalPhone(text)).toBe('+6281200000021'),
);

test('a landline and a foreign number are phones, a short number is not', () => {
	expect(internationalPhone('0712 321000')).toBe('+62712321000');
	expect(internationalPhone('+6591234567')).toBe('+6591234567');
	expect(internationalPhone('0812')).toBeNull();
	expect(internationalPhone('dinas@contoh.id')).toBeNull();
});

test('an e-mail address is compared without regard to capitals', () => {
	expect(plainEmail(' Dinas@Contoh.ID ')).toBe('dinas@contoh.id');
	expect(plainEmail('dinas')).toBeNull();
});
