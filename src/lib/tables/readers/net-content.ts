import { type Cell, isBlank, oneLine, textOf } from '../grid.ts';
import { wordsToNumber } from '../number-words.ts';
import { digitsOf } from '../numbers.ts';

/** What a pack holds: in all, in how many pieces, and each of them. */
export type NetContent = {
	readonly total: number;
	readonly unit: 'g' | 'ml';
	readonly count: number;
	readonly each: number;
	readonly approximate: boolean;
};

export type NetContentProblem = { readonly problem: string; readonly offer?: number };

type Unit = { readonly unit: 'g' | 'ml'; readonly size: number };

const units = (unit: Unit['unit'], size: number, names: string) =>
	names.split(' ').map((name) => [name, { unit, size }] as const);

// Grams or millilitres in one of each unit. An Indonesian ons is 100 g, no ounce.
const UNITS: Readonly<Record<string, Unit>> = Object.fromEntries([
	...units('g', 1, 'g gr gram grm gm'),
	...units('g', 1000, 'kg kilo kilogram kgs'),
	...units('g', 100, 'ons'),
	...units('ml', 1, 'ml mili mililiter cc'),
	...units('ml', 1000, 'l lt ltr liter litre'),
]);

const UNIT = '(kilogram|kilo|kgs?|gram|grm?|gm|g|ons|mililiter|mili|ml|cc|liter|litre|ltr|lt|l)(?![a-z])';
const NUMBER = '(\\d+\\s+\\d\\/\\d+|\\d+\\/\\d+|\\d[\\d.,]*)';
const QUANTITY = new RegExp(`${NUMBER}\\s*${UNIT}`, 'gi');
const TIMES_BEFORE = /(\d+)\s*[x×*]\s*$/i;
const TIMES_AFTER = /^\s*[x×*]\s*(\d+)/i;
const PIECES = /(\d+)\s*(pcs|pc|buah|bh|butir|biji|lembar|sachet|sct|bungkus|bks|pack|potong)\b/i;
const FRACTIONS: Readonly<Record<string, string>> = { '½': '1/2', '¼': '1/4', '¾': '3/4', '⅓': '1/3' };

/** Net content as people and retailers write it: `Isi 10 x 20g`, `1/2 kg`, `BOX 5X10.5G`. null: nothing is written. */
export function netContent(text: string): NetContent | NetContentProblem | null {
	const tidy = oneLine(text)
		.replace(/[½¼¾⅓]/g, (sign) => ` ${FRACTIONS[sign] ?? ''} `)
		.trim();
	if (/^[-–—]*$/.test(tidy)) return null;
	const found = [...tidy.matchAll(QUANTITY)];
	const [first] = found;
	if (!first) return withoutQuantity(tidy);
	const sizes = found.map((match) => sizeOf(match[1] ?? '', match[2] ?? ''));
	const problem = sizes.find((size) => 'problem' in size);
	if (problem && 'problem' in problem) return problem;
	return assemble(tidy, first, sizes as Size[]);
}

type Size = { readonly amount: number; readonly unit: 'g' | 'ml' };

function sizeOf(number: string, unitName: string): Size | NetContentProblem {
	const unit = UNITS[unitName.toLowerCase()];
	if (!unit) return { problem: 'unit-missing' };
	const fraction = /^(?:(\d+)\s+)?(\d+)\/(\d+)$/.exec(number);
	if (fraction) return fractionSize(fraction, unit);
	const digits = digitsOf(number.replace(/[.,]$/, ''));
	if (digits.readings === 'none') return { problem: 'invalid-number' };
	if (digits.readings === 'one') return { amount: round(digits.value * unit.size), unit: unit.unit };
	// Thousandths of a gram stand on no pack; of a kilogram they may.
	return unit.size === 1 ? { amount: digits.asThousands, unit: unit.unit } : { problem: 'ambiguous-number' };
}

/** 1/2 is a half; 238/250 are two sizes. */
function fractionSize([, whole = '0', above, below]: RegExpExecArray, unit: Unit): Size | NetContentProblem {
	const [top, bottom] = [Number(above), Number(below)];
	if (bottom > 10 || top >= bottom) return { problem: 'two-quantities' };
	return { amount: round((Number(whole) + top / bottom) * unit.size), unit: unit.unit };
}

const round = (amount: number) => Number(amount.toPrecision(12));

function assemble(
	text: string,
	first: RegExpExecArray,
	sizes: readonly Size[],
): NetContent | NetContentProblem {
	const [{ amount, unit } = { amount: 0, unit: 'g' as const }] = sizes;
	const times = timesOf(text, first);
	const total = round(amount * (times ?? 1));
	const same = sizes
		.slice(1)
		.every((other) => other.unit === unit && (other.amount === total || other.amount === amount));
	if (!same) return { problem: 'two-quantities' };
	if (amount === 0) return { problem: 'invalid-number' };
	const approximate = /^(±|\+\/-|~|≈|kira|sekitar|kurang lebih)/i.test(text);
	const count = times ?? Number(PIECES.exec(text)?.[1] ?? 1);
	return { total, unit, count, each: times ? amount : round(total / count), approximate };
}

function timesOf(text: string, match: RegExpExecArray): number | null {
	const before = TIMES_BEFORE.exec(text.slice(0, match.index))?.[1];
	const after = TIMES_AFTER.exec(text.slice(match.index + match[0].length))?.[1];
	const times = Number(before ?? after ?? 0);
	return times > 0 ? times : null;
}

function withoutQuantity(text: string): NetContentProblem {
	if (PIECES.test(text)) return { problem: 'count-not-weight' };
	const [, words = '', unitName = ''] = new RegExp(`^([a-z ]+?)\\s*${UNIT}`, 'i').exec(text) ?? [];
	const said = words === '' ? null : wordsToNumber(words);
	const unit = UNITS[unitName.toLowerCase()];
	if (said !== null && unit) return { problem: 'number-in-words', offer: said * unit.size };
	return { problem: /\d/.test(text) ? 'unit-missing' : 'unit/not-a-net-content' };
}

/** Grams of a cell, its unit written in it or in its header (`Isi (gr)`). */
export function gramsOf(cell: Cell, unit: string): NetContent | NetContentProblem | null {
	if (isBlank(cell)) return null;
	const text = textOf(cell);
	const bare = /^[\s\d.,/½¼¾]+$/.test(text) && UNITS[unit] !== undefined;
	return netContent(bare ? `${typeof cell === 'string' ? text : text.replace('.', ',')} ${unit}` : text);
}
