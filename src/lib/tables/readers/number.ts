import { type Cell, isBlank, oneLine } from '../grid.ts';
import { numberShape, type NumberShape } from '../numbers.ts';
import { type MarkRoles, type NumberNature, valueUnder } from '../number-column.ts';
import type { Field } from '../spec.ts';
import { weightFactor } from '../unit-factor.ts';
import { type CellReader, known, refused, UNKNOWN, type Understood } from '../understood.ts';

export function natureOf(field: Pick<Field, 'type'>): NumberNature | null {
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

/** How the numbers of one column are read. */
export type NumberColumn = {
	readonly field: Field;
	readonly nature: NumberNature;
	readonly roles: MarkRoles;
	/** Thousands for a column headed `(ribu Rp)`. */
	readonly factor: number;
};

/** Understands the numbers of one column, once it is decided what its dots and commas mean. */
export function numberReader(column: NumberColumn): CellReader {
	return (cell) => {
		if (isBlank(cell)) return UNKNOWN;
		if (typeof cell !== 'string') return typed(column, cell);
		const shape = numberShape(cell);
		if (shape === null) return UNKNOWN;
		if ('problem' in shape) return refused(shape.problem, {}, shape.offer);
		return read(column, shape);
	};
}

function typed({ field, factor }: NumberColumn, cell: Exclude<Cell, string>): Understood {
	if (cell.type === 'number') {
		const share = field.type === 'percent' && cell.format.includes('%');
		return doubted(checked(field, times(cell.value, share ? 100 : factor)));
	}
	if (cell.type === 'formula') return refused('number/formula-without-result');
	return refused(cell.type === 'date' ? 'code-became-date' : 'invalid-number');
}

const times = (value: number, factor: number) =>
	factor === 1 ? value : Number((value * factor).toPrecision(14));

/**
 * A number cell with 12.5 rupiah held 12.500 before a spreadsheet read it with the other decimal mark: the amount stays
 * open, and what it may have been is offered.
 */
function doubted(understood: Understood): Understood {
	const { value, warning } = understood;
	if (warning?.code !== 'suspiciously-small' || typeof value !== 'number' || Number.isInteger(value))
		return understood;
	return { warning: { ...warning, offer: Number((value * 1000).toPrecision(12)) } };
}

function read({ field, nature, roles, factor }: NumberColumn, shape: NumberShape): Understood {
	if (shape.digits.readings === 'none') return refused('invalid-number');
	const otherPeriod = field.type === 'money' && contradictsPeriod(field.name, shape.unit);
	if (otherPeriod) return refused('unit/other-period', { unit: shape.unit });
	const own = field.name.endsWith('_kg') && shape.unit !== '' ? weightFactor(shape.unit) : factor;
	if (own === null) return refused('unit-not-convertible');
	const value = valueUnder(shape, roles, nature) ?? onlyPossible(field, shape);
	if (value === null) return refused('ambiguous-number', bothReadings(shape));
	// `2 jt` under a header in millions says its own unit.
	const understood = checked(field, times(value, shape.factor > 1 ? 1 : own));
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
