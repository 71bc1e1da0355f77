import type { Cell } from './grid.ts';
import { dateShape } from './dates.ts';
import type { DateOrder } from './result.ts';

/** How often the numeric dates of a column can be read in one order only. */
export type OrderEvidence = { dayFirst: number; monthFirst: number; open: number };

export const noOrderEvidence = (): OrderEvidence => ({ dayFirst: 0, monthFirst: 0, open: 0 });

/** @param times how often the column says it */
export function weighDate(evidence: OrderEvidence, cell: Cell, times = 1): void {
	if (typeof cell !== 'string') return;
	const shape = dateShape(cell);
	if (!shape || shape.is !== 'numeric') return;
	if (shape.first > 12) evidence.dayFirst += times;
	else if (shape.second > 12) evidence.monthFirst += times;
	else if (shape.first !== shape.second) evidence.open += times;
}

export type OrderDecision = {
	/** null: nothing decides; every open date is a question. */
	readonly order: DateOrder | null;
	readonly decidedBy: 'column' | 'cross-check' | 'told' | 'default';
	/** Somebody wrote some dates in the other order. */
	readonly mixed: boolean;
};

// One typing error among many does not turn a column.
const DISSENT = 0.1;

/** What was told counts most, then what the column proves, then what other facts of the file prove. */
export function decideOrder(
	evidence: OrderEvidence,
	told: DateOrder | undefined,
	proven: DateOrder | null,
): OrderDecision {
	const { dayFirst, monthFirst } = evidence;
	const against = told === 'month-day-year' ? dayFirst : monthFirst;
	if (told) return { order: told, decidedBy: 'told', mixed: against > 0 };
	if (dayFirst + monthFirst > 0) return byColumn(dayFirst, monthFirst, proven);
	return { order: proven, decidedBy: proven ? 'cross-check' : 'default', mixed: false };
}

function byColumn(dayFirst: number, monthFirst: number, proven: DateOrder | null): OrderDecision {
	const fewer = Math.min(dayFirst, monthFirst);
	const order: DateOrder = dayFirst >= monthFirst ? 'day-month-year' : 'month-day-year';
	if (fewer === 0) return { order, decidedBy: 'column', mixed: false };
	const clear = fewer / (dayFirst + monthFirst) < DISSENT;
	return { order: clear ? order : proven, decidedBy: 'column', mixed: true };
}
