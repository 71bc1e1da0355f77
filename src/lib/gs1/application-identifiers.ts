import { localDate } from '#lib/calendar.ts';
import { hasValidCheckDigit } from './gtin.ts';

/** An application identifier says what the digits behind it are. Source: GS1 General Specifications, section 3. */
type Identifier = {
	/** Length of the value: exactly, or at most. */
	readonly fixed?: number;
	readonly most?: number;
	readonly kind?: 'digits' | 'date' | 'key';
};

const fixed = (length: number, kind: Identifier['kind'] = 'digits'): Identifier => ({ fixed: length, kind });
const upTo = (most: number, kind?: Identifier['kind']): Identifier => ({ most, ...(kind ? { kind } : {}) });

const IDENTIFIERS: Readonly<Record<string, Identifier>> = {
	'00': fixed(18, 'key'),
	'01': fixed(14, 'key'),
	'02': fixed(14, 'key'),
	'10': upTo(20),
	'11': fixed(6, 'date'),
	'12': fixed(6, 'date'),
	'13': fixed(6, 'date'),
	'15': fixed(6, 'date'),
	'16': fixed(6, 'date'),
	'17': fixed(6, 'date'),
	'20': fixed(2),
	'21': upTo(20),
	'22': upTo(20),
	'30': upTo(8, 'digits'),
	'37': upTo(8, 'digits'),
	'235': upTo(28),
	'240': upTo(30),
	'241': upTo(30),
	'242': upTo(6, 'digits'),
	'250': upTo(30),
	'251': upTo(30),
	'253': upTo(30),
	'254': upTo(20),
	'255': upTo(25, 'digits'),
	'400': upTo(30),
	'401': upTo(30),
	'402': fixed(17, 'key'),
	'403': upTo(30),
	'410': fixed(13, 'key'),
	'411': fixed(13, 'key'),
	'412': fixed(13, 'key'),
	'413': fixed(13, 'key'),
	'414': fixed(13, 'key'),
	'415': fixed(13, 'key'),
	'416': fixed(13, 'key'),
	'417': fixed(13, 'key'),
	'420': upTo(20),
	'421': upTo(12),
	'422': fixed(3),
	'423': upTo(15, 'digits'),
	'424': fixed(3),
	'425': upTo(15, 'digits'),
	'426': fixed(3),
	'427': upTo(3),
	'7003': fixed(10),
	'7006': fixed(6, 'date'),
	'7007': upTo(12, 'digits'),
	'8003': upTo(30),
	'8004': upTo(30),
	'8005': fixed(6),
	'8006': fixed(18),
	'8008': upTo(12, 'digits'),
	'8010': upTo(30),
	'8013': upTo(25),
	'8017': fixed(18, 'key'),
	'8018': fixed(18, 'key'),
	'8020': upTo(25),
	'8200': upTo(70),
	'90': upTo(30),
	...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(91 + i), upTo(90)])),
};

/** Weights, measures and amounts: four digits, of which the last says how many decimals follow. */
function measure(code: string): Identifier | undefined {
	if (/^3[1-6]\d\d$/.test(code)) return fixed(6);
	if (/^39[0-4]\d$/.test(code)) return upTo(/^39[13]/.test(code) ? 18 : 15, 'digits');
	return undefined;
}

export const identifier = (code: string): Identifier | undefined => IDENTIFIERS[code] ?? measure(code);

/** The identifier with which a text begins: the longest that is known. */
export function leadingIdentifier(text: string): string | null {
	return [4, 3, 2].map((n) => text.slice(0, n)).find((code) => identifier(code) !== undefined) ?? null;
}

/** Values of these first digits have a length of their own and need no separator behind them. */
const PREDEFINED = /^(0[0-4]|1[1-9]|20|3[1-6]|41)/;

export const needsSeparator = (code: string): boolean => !PREDEFINED.test(code);

export type ValueProblem = 'wrong-length' | 'non-digit' | 'bad-check-digit' | 'invalid-date';

/** What is wrong with a value for its identifier; null when nothing is. */
export function valueProblem(code: string, value: string): ValueProblem | null {
	const rule = identifier(code);
	if (!rule) return null;
	if (rule.fixed !== undefined && value.length !== rule.fixed) return 'wrong-length';
	if (rule.most !== undefined && value.length > rule.most) return 'wrong-length';
	if (rule.kind !== undefined && !/^\d+$/.test(value)) return 'non-digit';
	if (rule.kind === 'key' && code !== '402' && !hasValidCheckDigit(value)) return 'bad-check-digit';
	return rule.kind === 'date' && !isShortDate(value) ? 'invalid-date' : null;
}

/** YYMMDD; day 00 means the last day of the month. */
function isShortDate(value: string): boolean {
	const [year, month, day] = [value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)].map(Number);
	return localDate(2000 + (year ?? 0), month ?? 0, day || 1) !== null;
}
