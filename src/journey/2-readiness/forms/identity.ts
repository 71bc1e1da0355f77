import { localDate, type LocalDate } from '#lib/calendar.ts';

/** The digits as they count, without the spaces, dots and dashes people write between them. */
export const bare = (text: string): string => text.replace(/[\s.-]/g, '');

/** Nomor Induk Berusaha: 13 digits issued by OSS, without a public check digit; never all the same. */
export function isNib(text: string): boolean {
	return /^(?!(\d)\1{12}$)\d{13}$/.test(bare(text));
}

/**
 * Nomor Induk Kependudukan: area (6), day of birth DDMMYY with 40 added for women, serial from 0001. There is no check
 * digit; the day must exist in 19YY or 20YY and not lie after `today`.
 */
export function isNik(text: string, today: LocalDate): boolean {
	const parts = /^(?!00)\d{6}(\d\d)(\d\d)(\d\d)(?!0000)\d{4}$/.exec(bare(text));
	if (!parts) return false;
	const [day = 0, month = 0, year = 0] = parts.slice(1).map(Number);
	const born = [1900, 2000].map((century) => localDate(century + year, month, day > 40 ? day - 40 : day));
	return born.some((date) => date !== null && date <= today);
}

/**
 * The tax number in its form of 16 digits: the NIK of a person, or 0 and the old 15 digits of an entity, whose ninth
 * is a Luhn digit; a place of business (NITKU) adds six digits.
 */
export function isNpwp16(text: string, today: LocalDate): boolean {
	const digits = bare(text);
	const number = /^\d{22}$/.test(digits) ? digits.slice(0, 16) : digits;
	return isNik(number, today) || isEntityNpwp(number);
}

/** The old form of 15 digits; the ninth is a Luhn digit. It may still be written down, though the law asks for 16. */
export function isNpwp15(text: string): boolean {
	const digits = bare(text);
	return /^(?!0{9})\d{15}$/.test(digits) && luhnHolds(digits.slice(0, 9));
}

function isEntityNpwp(digits: string): boolean {
	return /^0(?!0{9})\d{15}$/.test(digits) && luhnHolds(digits.slice(1, 10));
}

/** Luhn (mod 10), the last digit being the check digit. */
function luhnHolds(digits: string): boolean {
	const values = [...digits].toReversed().map((digit, i) => Number(digit) * (i % 2 === 0 ? 1 : 2));
	return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}
