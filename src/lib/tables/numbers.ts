import { clean } from './grid.ts';
import { wordsToNumber } from './number-words.ts';

export type Mark = '.' | ',';

/** How the digits of one text can be read. */
export type Digits =
	/** Only one reading: `1250`, `1.250,50`, `1.250.000`, `0.750`, `12,5`. `decimal` is the mark it proves. */
	| {
			readonly readings: 'one';
			readonly value: number;
			readonly decimal: Mark | null;
			readonly thousands: Mark | null;
	  }
	/** `12.500`: twelve thousand five hundred, or twelve and a half. */
	| {
			readonly readings: 'two';
			readonly mark: Mark;
			readonly asThousands: number;
			readonly asDecimal: number;
	  }
	| { readonly readings: 'none' };

export type NumberShape = {
	readonly digits: Digits;
	readonly negative: boolean;
	/** Times a thousand for `rb`, a million for `jt`. */
	readonly factor: number;
	readonly approximate: boolean;
	readonly percent: boolean;
	/** `,-` at the end: the comma is the decimal mark here. */
	readonly closedByComma: boolean;
	/** What stands behind the number: `kg`, `/bulan`. */
	readonly unit: string;
};

export type NumberProblem = { readonly problem: string; readonly offer?: number };

const UNKNOWN =
	/^(-+|–|—|_+|\.+|…|n\.?\/?a\.?|#n\/a|null|nan|kosong|belum( ada| diisi)?|(tidak|tdk|tak|gak|ga) ada|\?+)$/i;

/** Nothing, or a mark that people write for "not known": never zero. */
export function isUnknown(text: string): boolean {
	const tidy = clean(text);
	return tidy === '' || UNKNOWN.test(tidy);
}

/** `1,60205E+15`, `8.12E+10`: what a spreadsheet shows when a number is too long for its column. */
export function isScientific(text: string): boolean {
	return /^[-+]?\d+([.,]\d+)?e[+-]?\d{1,3}$/i.test(clean(text));
}

const FACTORS: Readonly<Record<string, number>> = {
	rb: 1e3,
	ribu: 1e3,
	k: 1e3,
	jt: 1e6,
	jta: 1e6,
	juta: 1e6,
	m: 1e9,
	miliar: 1e9,
	milyar: 1e9,
};

const APPROXIMATE =
	/^(±|\+\/-|\+-|~|≈|kira-kira|kira2|kurang lebih|krg lbh|sekitar|kisaran|rata-rata|hampir)\s*/i;
const CURRENCY = /^(rp\.?|idr|us\$|usd|\$|€)\s*/i;
const BODY = /^([\d][\d.,' ]*?)\s*(,--?|\.--?|,=)?\s*(%|[a-z/].*)?$/i;
const RANGE = /\d[\d.,]*\s*[a-z]*\.?\s*(-|–|—|s\/d|s\.d\.?|sd|sampai|hingga|to)\s*(rp\.?\s*)?\d/i;

/** What a text says as a number, before anybody decides what its dots and commas mean. null: unknown. */
export function numberShape(text: string): NumberShape | NumberProblem | null {
	const tidy = clean(text).replace(/^'/, '').replace(/−/g, '-');
	if (isUnknown(tidy)) return null;
	if (/^\d+$/.test(tidy)) return plain(Number(tidy)); // by far the most
	if (/^#(ref|value|div\/0|name|num|null)/i.test(tidy)) return { problem: 'number/formula-error' };
	if (isScientific(tidy)) return { problem: 'scientific-notation' };
	const { rest, negative, approximate } = stripSigns(tidy);
	if (RANGE.test(rest)) return { problem: 'range-not-a-number' };
	const [, body, closing, tail = ''] = BODY.exec(rest) ?? [];
	if (body === undefined) return wordsProblem(rest);
	return shapeOf(body, tail, { negative, approximate, closedByComma: closing !== undefined });
}

function stripSigns(text: string): { rest: string; negative: boolean; approximate: boolean } {
	const approximate = APPROXIMATE.test(text);
	let rest = text.replace(APPROXIMATE, '');
	const bracketed = /^\(.*\)$/.test(rest) || /^rp\.?\s*\(.*\)$/i.test(rest);
	if (bracketed) rest = rest.replace(/[()]/g, '').trim();
	const before = /^-/.test(rest) || /^(rp\.?|idr)\s*-\d/i.test(rest);
	rest = rest
		.replace(/^-\s*/, '')
		.replace(CURRENCY, '')
		.replace(/^[-+]\s*/, '');
	const after = /\d-$/.test(rest);
	if (after) rest = rest.slice(0, -1);
	return { rest, negative: bracketed || before || after, approximate };
}

type Signs = Pick<NumberShape, 'negative' | 'approximate' | 'closedByComma'>;

function shapeOf(body: string, tail: string, signs: Signs): NumberShape {
	const [, word = '', an = '', unit = ''] =
		/^(rb|ribu|k|jta?|juta|m|mil[iy]ar)?(an)?\b\.?\s*(.*)$/i.exec(tail) ?? [];
	const factor = FACTORS[word.toLowerCase()] ?? 1;
	return {
		...signs,
		digits: digitsOf(body.replace(/[' ](?=\d{3}(\D|$))/g, '').trim()),
		factor,
		approximate: signs.approximate || (factor > 1 && an !== ''),
		percent: tail.startsWith('%'),
		unit: factor > 1 ? unit.trim() : tail.trim(),
	};
}

const plain = (value: number): NumberShape => ({
	digits: { readings: 'one', value, decimal: null, thousands: null },
	negative: false,
	factor: 1,
	approximate: false,
	percent: false,
	closedByComma: false,
	unit: '',
});

function wordsProblem(text: string): NumberProblem {
	const said = wordsToNumber(text.replace(/\b(rupiah|rp|orang|kilo|kg|gram|buah)\b/gi, ''));
	return said === null ? { problem: 'invalid-number' } : { problem: 'number-in-words', offer: said };
}

const GROUPED: Readonly<Record<Mark, RegExp>> = { '.': /^\d{1,3}(\.\d{3})+$/, ',': /^\d{1,3}(,\d{3})+$/ };
const without = (text: string, mark: Mark) => text.replaceAll(mark, '');

/** Every way in which these digits and marks can be a number. */
export function digitsOf(body: string): Digits {
	if (/^\d+$/.test(body)) return { readings: 'one', value: Number(body), decimal: null, thousands: null };
	const marks = body.match(/[.,]/g) ?? [];
	const last = marks.at(-1) as Mark | undefined;
	if (!last || /[^\d.,]/.test(body) || !/\d$/.test(body)) return { readings: 'none' };
	const others = new Set(marks);
	if (others.size === 2) return twoMarks(body, last);
	return marks.length === 1 ? oneMark(body, last) : grouped(body, last);
}

function grouped(body: string, mark: Mark): Digits {
	if (!GROUPED[mark].test(body)) return { readings: 'none' };
	return { readings: 'one', value: Number(without(body, mark)), decimal: null, thousands: mark };
}

/** `1.250.000,50`: the last mark is the decimal one, and the others must cut groups of three. */
function twoMarks(body: string, decimal: Mark): Digits {
	const thousands: Mark = decimal === '.' ? ',' : '.';
	const [whole = '', part = '', ...more] = body.split(decimal);
	if (more.length > 0 || !GROUPED[thousands].test(whole)) return { readings: 'none' };
	return { readings: 'one', value: Number(`${without(whole, thousands)}.${part}`), decimal, thousands };
}

function oneMark(body: string, mark: Mark): Digits {
	const [whole = '', part = ''] = body.split(mark);
	const asDecimal = Number(`${whole}.${part}`);
	if (part.length !== 3 || whole.length > 3 || whole.startsWith('0'))
		return { readings: 'one', value: asDecimal, decimal: mark, thousands: null };
	return { readings: 'two', mark, asThousands: Number(whole + part), asDecimal };
}
