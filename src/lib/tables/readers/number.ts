import { type Cell, isBlank, oneLine } from '../grid.ts';
import { numberShape, type NumberShape } from '../numbers.ts';
import { type MarkRoles, type NumberNature, valueUnder } from '../number-column.ts';
import type { Field } from '../spec.ts';
import { type CellReader, known, refused, UNKNOWN, type Understood } from '../understood.ts';

export function natureOf(field: Field): NumberNature | null {
	switch (field.type) {
		case 'money':
			return 'money';
		case 'whole':
			return 'whole';
		case 'decimal':
		case 'percent':
		case 'latitude':
		case 'longitude':
			return 'decimal';
		default:
			return null;
	}
}

/** Understands the numbers of one column, once it is decided what its dots and commas mean. */
export function numberReader(field: Field, nature: NumberNature, roles: MarkRoles): CellReader {
	return (cell) => {
		if (isBlank(cell)) return UNKNOWN;
		if (typeof cell !== 'string') return typed(field, cell);
		const shape = numberShape(cell);
		if (shape === null) return UNKNOWN;
		if ('problem' in shape) return refused(shape.problem, {}, shape.offer);
		return read(field, nature, roles, shape);
	};
}

function typed(field: Field, cell: Exclude<Cell, string>): Understood {
	if (cell.type === 'number') {
		const share = field.type === 'percent' && cell.format.includes('%');
		const value = share ? Number((cell.value * 100).toPrecision(15)) : cell.value;
		return doubted(checked(field, value));
	}
	if (cell.type === 'formula') return refused('number/formula-without-result');
	return refused(cell.type === 'date' ? 'code-became-date' : 'invalid-number');
}

/**
 * A number cell with 12.5 rupiah held 12.500 before a spreadsheet read it with the other decimal mark: the amount stays
 * open, and what it may have been is offered.
 */
function doubted(understood: Understood): Understood {
	const { value, warning } = understood;
	if (warning?.code !== 'suspiciously-small' || typeof value !== 'number' || Number.isInteger(value)) return understood;
	return { warning: { ...warning, offer: Number((value * 1000).toPrecision(12)) } };
}

function read(field: Field, nature: NumberNature, roles: MarkRoles, shape: NumberShape): Understood {
	if (shape.digits.readings === 'none') return refused('invalid-number');
	const otherPeriod = field.type === 'money' && contradictsPeriod(field.name, shape.unit);
	if (otherPeriod) return refused('unit/other-period', { unit: shape.unit });
	const value = valueUnder(shape, roles, nature) ?? onlyPossible(field, shape);
	if (value === null) return refused('ambiguous-number', bothReadings(shape));
	const understood = checked(field, value);
	return shape.approximate && !understood.error
		? { ...understood, warning: { code: 'approximate' } }
		: understood;
}

/** Of two readings, the one that can be true where the other cannot: no share is above 100. */
function onlyPossible(field: Field, { digits, negative, factor }: NumberShape): number | null {
	if (digits.readings !== 'two' || field.max === undefined) return null;
	const sign = negative ? -factor : factor;
	const possible = [digits.asThousands * sign, digits.asDecimal * sign].filter((value) =>
		within(field, value),
	);
	return possible.length === 1 ? (possible[0] ?? null) : null;
}

const within = ({ min = -Infinity, max = Infinity }: Field, value: number) => value >= min && value <= max;

function bothReadings({ digits, factor }: NumberShape) {
	if (digits.readings !== 'two') return { first: '', second: '' };
	return { first: digits.asThousands * factor, second: digits.asDecimal * factor };
}

function checked(field: Field, value: number): Understood {
	if (value < 0 && !field.signed) return refused('negative-not-allowed');
	if (!within(field, value)) return refused('out-of-range', { min: field.min ?? '', max: field.max ?? '' });
	if (field.type === 'whole' && !Number.isInteger(value) && !field.signed) return refused('number/not-whole');
	const small = field.small !== undefined && value > 0 && value < field.small;
	return known(value, small ? 'suspiciously-small' : undefined);
}

/** `60 jt/tahun` in a column of monthly amounts. */
function contradictsPeriod(fieldName: string, unit: string): boolean {
	const said = oneLine(unit).toLowerCase();
	if (/month/.test(fieldName)) return /(tahun|thn|th|hari|minggu)\b/.test(said);
	return /year/.test(fieldName) && /(bulan|bln|hari|minggu)\b/.test(said);
}
