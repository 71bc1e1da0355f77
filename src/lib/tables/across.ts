import { localDate, type LocalDate } from '#lib/calendar.ts';
import type { Context } from './context.ts';
import { decideOrder, noOrderEvidence, weighDate } from './date-column.ts';
import { type DateShape, dateShape, inOrder, monthNumber } from './dates.ts';
import type { Table } from './find-table.ts';
import { type Cell, oneLine, textOf } from './grid.ts';
import type { DateOrder } from './result.ts';

/** A column whose header is a day or a month: rows and columns both carry keys. */
export type AcrossColumn = {
	readonly index: number;
	readonly header: string;
	/** `2020-11-03`, or `2020-11` where the header names a month. */
	readonly key: string;
	readonly swapped: boolean;
};

export type Across = { readonly columns: readonly AcrossColumn[]; readonly by: 'date' | 'month' };

/** Days or months across the page; null when fewer than two headers are such. */
export function findAcross(table: Table, context: Context): Across | null {
	const headers = table.header.columns.map(({ index, header }) => ({
		index,
		header,
		cell: headerCell(table, index, header),
	}));
	const days = dayColumns(headers, table, context);
	if (days.length >= 2) return { columns: days, by: 'date' };
	const months = monthColumns(headers, table);
	return months.length >= 2 ? { columns: months, by: 'month' } : null;
}

type HeaderWithCell = { readonly index: number; readonly header: string; readonly cell: Cell };

/** The lowest header cell that says something: there the days stand, as days or as text. */
function headerCell({ sheet, header: { top, levels } }: Table, index: number, header: string): Cell {
	for (let r = top + levels - 1; r >= top && levels > 0; r--) {
		const cell = sheet.rows[r]?.[index] ?? '';
		if (textOf(cell).trim() !== '') return cell;
	}
	return header;
}

function dayColumns(headers: readonly HeaderWithCell[], table: Table, context: Context): AcrossColumn[] {
	const evidence = noOrderEvidence();
	const period = periodTexts(table.titles);
	for (const text of [...headers.map(({ cell }) => cell), ...period]) weighDate(evidence, text);
	const { order } = decideOrder(evidence, context.told.date_order, null);
	const known = headers.flatMap(({ cell }) => textDay(cell, order) ?? []);
	const near = rangeOf([...known, ...period.flatMap((text) => textDay(text, order) ?? [])]);
	return headers.flatMap(({ index, header, cell }) => {
		const day = typeof cell !== 'string' && cell.type === 'date' ? cell.date : textDay(cell, order);
		if (!day) return [];
		const turned = typeof cell === 'string' ? null : turnedDay(day);
		const swapped = turned !== null && near !== null && !inside(near, day) && inside(near, turned);
		return [{ index, header, key: swapped ? turned : day, swapped }];
	});
}

function textDay(cell: Cell, order: DateOrder | null): LocalDate | null {
	const shape: DateShape | null = typeof cell === 'string' ? dateShape(cell) : null;
	if (shape?.is === 'date') return shape.serial ? null : shape.date;
	return shape?.is === 'numeric' && order ? inOrder(shape, order) : null;
}

/** 11 January was typed as 1 November and read by a machine set to month first. */
export function turnedDay(day: LocalDate): LocalDate | null {
	const [year = '', month = '', date = ''] = day.split('-');
	return localDate(Number(year), Number(date), Number(month));
}

type Range = { readonly from: LocalDate; readonly to: LocalDate };

function rangeOf(days: readonly LocalDate[]): Range | null {
	const sorted = [...days].sort();
	const [from, to] = [sorted[0], sorted.at(-1)];
	if (from === undefined || to === undefined) return null;
	// A report that names only some of its days reaches to the ends of their months.
	return { from: `${from.slice(0, 7)}-01`, to: `${to.slice(0, 7)}-31` };
}

const inside = ({ from, to }: Range, day: LocalDate) => from <= day && day <= to;

/** Days in the titles: `PERIODE 01/11/2020 - 14/11/2020`. */
export function periodTexts(titles: readonly string[]): string[] {
	return titles.flatMap(
		(title) => title.match(/\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} \p{L}{3,9} \d{4}/gu) ?? [],
	);
}

function monthColumns(headers: readonly HeaderWithCell[], table: Table): AcrossColumn[] {
	const year = /\b(19|20)\d{2}\b/.exec(table.titles.join(' '))?.[0] ?? null;
	return headers.flatMap(({ index, header, cell }) => {
		const key = monthKey(cell, year);
		return key === null ? [] : [{ index, header, key, swapped: false }];
	});
}

/** `Jan 2020`, `2020-01`, `01/2020`, or `Januari` with the year in the title. */
export function monthKey(cell: Cell, year: string | null): string | null {
	if (typeof cell !== 'string') return cell.type === 'date' ? cell.date.slice(0, 7) : null;
	const text = oneLine(cell).replace(/[.,]/g, '');
	const [, year4 = '', month2 = ''] = /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? [];
	if (year4 !== '') return validMonth(year4, Number(month2));
	const [, month1 = '', year1 = ''] = /^(\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
	if (year1 !== '') return validMonth(year1, Number(month1));
	const named = /^(\p{L}{3,9})[\s/-]*'?(\d{4}|\d{2})?$/u.exec(text);
	const month = monthNumber(named?.[1] ?? '');
	const said = named?.[2] === undefined ? year : named[2].padStart(4, '20');
	return month === null || said === null ? null : validMonth(said, month);
}

const validMonth = (year: string, month: number) =>
	month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
