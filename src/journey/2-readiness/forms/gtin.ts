import { bare } from './identity.ts';

/** Prefixes of the 13-digit form that never name a trade item: in-store numbers, publications, receipts, coupons. */
const RESTRICTED = /^(2|02|04|97[789]|98|99)/;

/** A GTIN of 8, 12, 13 or 14 digits with the right check digit, that may name a trade item. */
export function isTradeItemGtin(text: string): boolean {
	const digits = bare(text);
	if (!/^(\d{8}|\d{12,14})$/.test(digits) || Number(digits) === 0) return false;
	const weighted = [...digits].toReversed().map((digit, i) => Number(digit) * (i % 2 === 0 ? 1 : 3));
	if (weighted.reduce((sum, value) => sum + value, 0) % 10 !== 0) return false;
	return digits.length === 8 || !RESTRICTED.test(digits.padStart(14, '0').slice(1));
}
