import type { OrderDecision } from '../date-column.ts';
import { type DateShape, dateShape, inOrder, serialDay } from '../dates.ts';
import { type Cell, isBlank, textOf } from '../grid.ts';
import type { DateOrder } from '../result.ts';
import { type CellReader, known, refused, UNKNOWN, type Understood } from '../understood.ts';

/** Understands the days of one column, once their order is decided. `moments` keeps the time too. */
export function dateReader(decision: OrderDecision, moments: boolean): CellReader {
	return (cell) => {
		if (isBlank(cell)) return UNKNOWN;
		if (typeof cell !== 'string') return typedDay(cell, moments);
		const shape = dateShape(cell);
		return shape === null ? UNKNOWN : read(shape, decision, moments);
	};
}

const joined = (date: string, time: string | null, moments: boolean) =>
	moments && time ? `${date}T${time}` : date;

function typedDay(cell: Exclude<Cell, string>, moments: boolean): Understood {
	if (cell.type === 'date') return known(joined(cell.date, cell.time, moments));
	if (cell.type === 'formula') return refused('number/formula-without-result');
	if (cell.type === 'boolean') return refused('not-a-date');
	const shape = dateShape(textOf(cell).replace(/\..*$/, ''));
	if (shape?.is !== 'date') return refused(shape?.is === 'problem' ? shape.code : 'not-a-date');
	return known(shape.date, shape.serial ? 'spreadsheet-serial' : undefined);
}

function read(shape: DateShape, decision: OrderDecision, moments: boolean): Understood {
	if (shape.is === 'problem') return refused(shape.code);
	if (shape.is === 'date')
		return known(joined(shape.date, shape.time, moments), shape.serial ? 'spreadsheet-serial' : undefined);
	const readings = {
		dayFirst: inOrder(shape, 'day-month-year'),
		monthFirst: inOrder(shape, 'month-day-year'),
	};
	const only = onlyReading(readings);
	if (decision.order === null) {
		if (readings.dayFirst && readings.monthFirst && !only)
			return refused(decision.mixed ? 'mixed-date-order' : 'date/ambiguous-order');
		return only ? known(joined(only, shape.time, moments)) : refused('invalid-date');
	}
	const day = inOrder(shape, decision.order);
	if (day) return known(joined(day, shape.time, moments));
	const turned = inOrder(shape, otherOrder(decision.order));
	return turned ? refused('wrong-date-order', {}, turned) : refused('invalid-date');
}

type Readings = { dayFirst: string | null; monthFirst: string | null };

function onlyReading({ dayFirst, monthFirst }: Readings): string | null {
	if (dayFirst && monthFirst) return dayFirst === monthFirst ? dayFirst : null;
	return dayFirst ?? monthFirst;
}

export const otherOrder = (order: DateOrder): DateOrder =>
	order === 'day-month-year' ? 'month-day-year' : 'day-month-year';

/** A year by itself: 2015, `th 2015`, or the year of a day. */
export function readYear(cell: Cell): Understood {
	if (isBlank(cell)) return UNKNOWN;
	if (typeof cell !== 'string' && cell.type === 'date') return known(Number(cell.date.slice(0, 4)));
	const text = textOf(cell);
	const shape = dateShape(text);
	if (shape === null) return UNKNOWN;
	const year = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(text)?.[0];
	if (year !== undefined) return known(Number(year));
	if (shape.is === 'date' && shape.serial)
		return known(Number(serialDay(Number(text)).slice(0, 4)), 'spreadsheet-serial');
	return refused('date/not-a-year');
}
