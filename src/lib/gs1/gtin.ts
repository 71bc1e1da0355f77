/**
 * Global Trade Item Numbers, after the GS1 General Specifications: 8, 12, 13 or 14 digits of which the last checks
 * the others. All four are one number: padded with zeros to 14 digits they can be compared.
 */
export type GtinType = 'GTIN-8' | 'GTIN-12' | 'GTIN-13' | 'GTIN-14';

export type Gtin = {
	readonly ok: true;
	readonly gtin14: string;
	readonly type: GtinType;
	readonly remark: GtinRemark | null;
};

/** Well formed, yet odd: an in-store number of the 12-digit family. */
export type GtinRemark = 'in-store-prefix';

export type GtinProblem = {
	readonly ok: false;
	readonly code:
		| 'non-digit'
		| 'wrong-length'
		| 'bad-check-digit'
		| 'missing-check-digit'
		| 'reserved'
		| 'restricted-circulation';
	/** The check digit that would fit, or the whole number where it is only incomplete. */
	readonly expected: string;
};

const TYPES: Readonly<Record<number, GtinType>> = {
	8: 'GTIN-8',
	12: 'GTIN-12',
	13: 'GTIN-13',
	14: 'GTIN-14',
};

/**
 * Check digit of the digits before it: from the right, weights 3, 1, 3, 1 …, up to the next ten.
 * Example: 899800901061 → 3.
 */
export function checkDigit(stem: string): number {
	let sum = 0;
	for (let i = 0; i < stem.length; i++) sum += Number(stem[stem.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
	return (10 - (sum % 10)) % 10;
}

export const hasValidCheckDigit = (digits: string): boolean =>
	checkDigit(digits.slice(0, -1)) === Number(digits.at(-1));

/** Hyphens and spaces by which people group the digits of a barcode. */
export const withoutGrouping = (text: string): string => text.replace(/[\s\-–.]/g, '');

/** Judges a number as a trade item's. The prefix says where it was licensed, never where the goods were made. */
export function judgeGtin(text: string): Gtin | GtinProblem {
	const digits = withoutGrouping(text);
	if (!/^\d+$/.test(digits)) return problem('non-digit');
	const type = TYPES[digits.length];
	if (!type) return problem('wrong-length');
	if (/^0+$/.test(digits)) return problem('reserved');
	if (!hasValidCheckDigit(digits))
		return incomplete(digits) ?? problem('bad-check-digit', checkDigit(digits.slice(0, -1)));
	const gtin14 = digits.padStart(14, '0');
	if (isRestricted(type, gtin14)) return problem('restricted-circulation');
	return {
		ok: true,
		gtin14,
		type: shortest(type, gtin14),
		remark: isInStore(type, gtin14) ? 'in-store-prefix' : null,
	};
}

const problem = (code: GtinProblem['code'], expected: string | number = ''): GtinProblem => ({
	ok: false,
	code,
	expected: String(expected),
});

// Prefixes licensed by the GS1 offices of Indonesia and the countries it trades with most: their numbers have 13 digits.
const THIRTEEN_DIGIT_PREFIX = /^(899|955|888|885|893|880|480|471|489|69\d|4[59]\d)/;

/** Twelve digits that fail as such and begin like a GTIN-13 of the region: its check digit was left off. */
function incomplete(digits: string): GtinProblem | null {
	if (digits.length !== 12 || !THIRTEEN_DIGIT_PREFIX.test(digits)) return null;
	return problem('missing-check-digit', digits + checkDigit(digits));
}

/** A GTIN-13 that begins with a zero is a GTIN-12 written with one digit more. */
const shortest = (type: GtinType, gtin14: string): GtinType =>
	type === 'GTIN-13' && gtin14.startsWith('00') ? 'GTIN-12' : type;

/** Only numbers of 12 and 13 digits are judged by their prefix. */
const hasPrefix = (type: GtinType) => type === 'GTIN-12' || type === 'GTIN-13';

/** Prefixes (of the 13-digit form) for use inside one shop, for books and papers, for coupons and refunds. */
function isRestricted(type: GtinType, gtin14: string): boolean {
	return hasPrefix(type) && /^0(2\d|97[7-9]|98|99)/.test(gtin14);
}

const isInStore = (type: GtinType, gtin14: string) => hasPrefix(type) && /^00[24]/.test(gtin14);
