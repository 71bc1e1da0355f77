import type { Cell } from './grid.ts';
import { type Digits, type Mark, numberShape, type NumberShape } from './numbers.ts';

/** Whole rupiah and pieces have no thousandths; weights and shares have. */
export type NumberNature = 'money' | 'whole' | 'decimal';

type Role = 'decimal' | 'thousands' | 'both' | null;

/** What dot and comma mean in one column, and what said so. */
export type MarkRoles = {
	readonly '.': Role;
	readonly ',': Role;
	readonly decidedBy: 'column' | 'cross-check' | 'told' | 'default';
};

/** Counts, over a whole column, what its texts prove about dot and comma. */
export type MarkEvidence = {
	readonly decimal: Record<Mark, number>;
	readonly thousands: Record<Mark, number>;
	readonly open: Record<Mark, number>;
};

export const noEvidence = (): MarkEvidence => ({
	decimal: { '.': 0, ',': 0 },
	thousands: { '.': 0, ',': 0 },
	open: { '.': 0, ',': 0 },
});

/** @param times how often the column says it */
export function weigh(evidence: MarkEvidence, cell: Cell, times = 1): void {
	if (typeof cell !== 'string' || /^\d*$/.test(cell)) return;
	const shape = numberShape(cell);
	if (shape && 'digits' in shape) weighDigits(evidence, shape.digits, times);
}

function weighDigits(evidence: MarkEvidence, digits: Digits, times: number): void {
	if (digits.readings === 'two') evidence.open[digits.mark] += times;
	if (digits.readings !== 'one') return;
	if (digits.decimal) evidence.decimal[digits.decimal] += times;
	if (digits.thousands) evidence.thousands[digits.thousands] += times;
}

/** A reading that fewer than a quarter contradict is the column's; the others are asked about. */
const DISSENT = 0.25;

const other = (mark: Mark): Mark => (mark === '.' ? ',' : '.');

/** What the column itself proves; null where it is silent. */
function rolesByColumn(evidence: MarkEvidence, nature: NumberNature): Record<Mark, Role> {
	const role = (mark: Mark): Role => {
		const decimal = evidence.decimal[mark];
		const thousands = evidence.thousands[mark] + (nature === 'decimal' ? 0 : evidence.open[mark]);
		if (decimal + thousands > 0) return majority(decimal, thousands);
		if (evidence.decimal[other(mark)] > 0) return 'thousands';
		return evidence.thousands[other(mark)] > 0 ? 'decimal' : null;
	};
	return { '.': role('.'), ',': role(',') };
}

/** What most cells say, unless too many say the opposite. */
export function majority(decimal: number, thousands: number): Role {
	if (decimal + thousands === 0) return null;
	const share = Math.min(decimal, thousands) / (decimal + thousands);
	if (share >= DISSENT) return 'both';
	return decimal > thousands ? 'decimal' : 'thousands';
}

export type Decision = {
	readonly nature: NumberNature;
	/** Mark that the other number columns of the same file use for decimals, when they agree. */
	readonly neighbours?: Mark | null;
	/** Mark for decimals proven by sums over several columns. */
	readonly proven?: Mark | null;
	/** `id-ID` writes decimals with a comma, `en-US` with a dot. */
	readonly locale?: string | undefined;
};

/** Roles of the marks: by the column itself, by sums, by its neighbours, by the writer's country. */
export function decideMarks(evidence: MarkEvidence, decision: Decision): MarkRoles {
	const own = rolesByColumn(evidence, decision.nature);
	const settled = (own['.'] !== null || own[','] !== null) && own['.'] !== 'both' && own[','] !== 'both';
	if (settled) return { ...own, decidedBy: 'column' };
	if (decision.proven) return { ...rolesOf(decision.proven), decidedBy: 'cross-check' };
	if (own['.'] !== null || own[','] !== null) return { ...own, decidedBy: 'column' };
	if (decision.neighbours) return { ...rolesOf(decision.neighbours), decidedBy: 'column' };
	const told = localeMark(decision.locale);
	if (told) return { ...rolesOf(told), decidedBy: 'told' };
	return { '.': null, ',': null, decidedBy: 'default' };
}

const rolesOf = (decimal: Mark): Record<Mark, Role> =>
	decimal === '.' ? { '.': 'decimal', ',': 'thousands' } : { '.': 'thousands', ',': 'decimal' };

function localeMark(locale: string | undefined): Mark | null {
	if (!locale) return null;
	const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
	return parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.';
}

/** A number of a text under the roles of its column; null when the text stays ambiguous. */
export function valueUnder(shape: NumberShape, roles: MarkRoles, nature: NumberNature): number | null {
	const size = sizeUnder(shape, roles, nature);
	if (size === null) return null;
	return (shape.negative ? -1 : 1) * scaled(size, shape.factor);
}

function sizeUnder({ digits, closedByComma, factor }: NumberShape, roles: MarkRoles, nature: NumberNature) {
	if (digits.readings === 'none') return null;
	if (digits.readings === 'one') {
		const alone = digits.decimal && !digits.thousands && factor === 1;
		return alone && digits.decimal && roles[digits.decimal] === 'thousands' && nature !== 'decimal'
			? null // a dot that cuts thousands everywhere else in the column
			: digits.value;
	}
	if (closedByComma && digits.mark === '.') return digits.asThousands;
	const role = roles[digits.mark];
	if (role === 'decimal') return digits.asDecimal;
	if (role === 'thousands' || (role === null && nature !== 'decimal')) return digits.asThousands;
	return null;
}

/** 2,5 times a million is 2500000 exactly, not 2499999.9999. */
const scaled = (size: number, factor: number) =>
	factor === 1 ? size : Number((size * factor).toPrecision(15));
