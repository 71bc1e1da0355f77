import { type Cell, isBlank, oneLine } from '../../grid.ts';
import { numberShape } from '../../numbers.ts';
import type { Field } from '../../spec.ts';
import { type CellReader, known, refused, UNKNOWN } from '../../understood.ts';

const NOTHING_FOUND =
	/^(nihil|nol|tt|t\.t\.?|ttd|td|tidak terdeteksi|tdk terdeteksi|tidak ada|nd|n\.d\.?|-|–|—)$/i;
const BELOW = /^[<≤]\s*(.+)$/;

/**
 * A share found in a laboratory. Words for "none found" are zero, and shown where they could mean something else;
 * `<0,05` counts as its limit, the worst it can be.
 */
export function labReader(field: Pick<Field, 'min' | 'max'>, absenceIsZero: boolean): () => CellReader {
	return () => (cell: Cell) => {
		if (isBlank(cell)) return UNKNOWN;
		if (typeof cell !== 'string') return typed(cell, field);
		const text = oneLine(cell);
		if (NOTHING_FOUND.test(text)) {
			if (!absenceIsZero) return UNKNOWN;
			return known(0, /^(nihil|nol)$/i.test(text) ? undefined : 'read-as-zero');
		}
		const below = BELOW.exec(text)?.[1];
		const read = shareOf(below ?? text);
		if (read === null) return refused('invalid-number');
		if (isOutside(read, field))
			return refused('out-of-range', { min: field.min ?? '', max: field.max ?? '' });
		return known(read, below === undefined ? undefined : 'below-detection');
	};
}

function typed(cell: Exclude<Cell, string>, field: Pick<Field, 'min' | 'max'>) {
	if (cell.type !== 'number') return refused('invalid-number');
	const value = cell.format.includes('%') ? Number((cell.value * 100).toPrecision(12)) : cell.value;
	return isOutside(value, field)
		? refused('out-of-range', { min: field.min ?? '', max: field.max ?? '' })
		: known(value);
}

const isOutside = (value: number, { min = -Infinity, max = Infinity }: Pick<Field, 'min' | 'max'>) =>
	value < min || value > max;

/** Shares have no thousands: before three digits, too, a mark is the decimal one. */
function shareOf(text: string): number | null {
	const shape = numberShape(text);
	if (shape === null || 'problem' in shape || shape.digits.readings === 'none') return null;
	const size = shape.digits.readings === 'one' ? shape.digits.value : shape.digits.asDecimal;
	return shape.negative ? -size : size;
}
