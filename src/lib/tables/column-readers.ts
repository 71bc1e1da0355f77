import { findDistrict, type AreaProblem, type Found } from './areas/find-district.ts';
import type { Context } from './context.ts';
import {
	decideOrder,
	noOrderEvidence,
	type OrderDecision,
	type OrderEvidence,
	weighDate,
} from './date-column.ts';
import { type Cell, isBlank, textOf } from './grid.ts';
import { headerUnit } from './headers.ts';
import {
	decideMarks,
	majority,
	type MarkEvidence,
	type MarkRoles,
	noEvidence,
	weigh,
} from './number-column.ts';
import type { Mark } from './numbers.ts';
import { isUnknown } from './numbers.ts';
import { dateReader, readYear } from './readers/date.ts';
import { readFamilyCard, readHalal, readNib, readNik } from './readers/identifiers.ts';
import { readBarcode } from './readers/gtin.ts';
import { readMark, readYesNo } from './readers/marks.ts';
import { natureOf, numberReader } from './readers/number.ts';
import { readPhone } from './readers/phone.ts';
import { readLicences, readNames } from './readers/lists.ts';
import { readPirt } from './readers/pirt.ts';
import { readCode, readText } from './readers/text.ts';
import type { DateOrder } from './result.ts';
import type { Field } from './spec.ts';
import { unitFactor } from './unit-factor.ts';
import { type CellReader, known, refused, UNKNOWN } from './understood.ts';

/** What a scan over a column found out, before any value is understood. */
export type ColumnScan = {
	readonly field: Field;
	/** The unit that the header names in brackets. */
	readonly unit: string;
	/** By how much a written number has to be taken to be in the field's own unit. */
	readonly factor: number;
	readonly marks: MarkEvidence;
	readonly order: OrderEvidence;
};

export function startScan(field: Field, header = '', titles: readonly string[] = []): ColumnScan {
	const unit = headerUnit(header);
	const factor = unitFactor(field, unit, titles);
	return { field, unit, factor, marks: noEvidence(), order: noOrderEvidence() };
}

/** Columns of words are read cell by cell: nothing has to be found out about them first. */
export const isScanned = ({ type }: Field): boolean =>
	type === 'date' || type === 'moment' || natureOf({ type }) !== null;

/** @param times how often the column says it */
export function scanCell(scan: ColumnScan, cell: Cell, times = 1): void {
	if (scan.field.type === 'date' || scan.field.type === 'moment') weighDate(scan.order, cell, times);
	else if (natureOf(scan.field) !== null) weigh(scan.marks, cell, times);
}

/** What other facts of the file prove: sums over columns, days said twice. */
export type Proofs = {
	readonly order: (field: Field) => DateOrder | null;
	readonly mark: (field: Field) => Mark | null;
};

export const noProofs: Proofs = { order: () => null, mark: () => null };

/** A column with its way of reading, and how that was decided. */
export type ReadyColumn = {
	readonly field: Field;
	readonly read: CellReader;
	readonly order?: OrderDecision;
	readonly roles?: MarkRoles;
};

/** Decides for all columns of a table how their cells are read: each from the whole column, then from its neighbours. */
export function readyColumns(scans: readonly ColumnScan[], context: Context, proofs: Proofs): ReadyColumn[] {
	const neighbours = agreedMark(scans);
	return scans.map((scan) => ready(scan, context, proofs, neighbours));
}

function ready(
	{ field, unit, factor, marks, order }: ColumnScan,
	context: Context,
	proofs: Proofs,
	neighbours: Mark | null,
): ReadyColumn {
	if (field.reader) return { field, read: field.reader(context, unit) };
	// In millions, money has decimals.
	const nature = field.type === 'money' && factor > 1 ? 'decimal' : natureOf(field);
	if (nature) {
		const { locale } = context.told;
		const roles = decideMarks(marks, { nature, neighbours, proven: proofs.mark(field), locale });
		return { field, read: numberReader({ field, nature, roles, factor }), roles };
	}
	if (field.type === 'date' || field.type === 'moment') {
		const decision = decideOrder(order, context.told.date_order, proofs.order(field));
		return { field, read: dateReader(decision, field.type === 'moment'), order: decision };
	}
	return { field, read: readerOf(field, context) };
}

function readerOf(field: Field, context: Context): CellReader {
	switch (field.type) {
		case 'code':
			return readCode;
		case 'year':
			return readYear;
		case 'mark':
			return readMark;
		case 'yes-no':
			return readYesNo;
		case 'nik':
			return field.name === 'nik' ? readNik : readFamilyCard;
		case 'phone':
			return readPhone;
		case 'nib':
			return readNib;
		case 'pirt':
			return readPirt;
		case 'halal':
			return readHalal;
		case 'gtin':
			return readBarcode;
		case 'licences':
			return field.name === 'licences' ? readLicences : readNames;
		case 'district':
			return districtReader(context);
		default:
			return readText;
	}
}

/** The decimal mark of the file, when its number columns show one and hardly any cell contradicts it. */
function agreedMark(scans: readonly ColumnScan[]): Mark | null {
	const uses = (mark: Mark, other: Mark) =>
		scans.reduce((sum, { marks }) => sum + marks.decimal[mark] + marks.thousands[other], 0);
	const role = majority(uses('.', ','), uses(',', '.'));
	return role === 'decimal' ? '.' : role === 'thousands' ? ',' : null;
}

function districtReader({ areas }: Context): CellReader {
	if (!areas) return readText;
	const seen = new Map<string, Found | AreaProblem>();
	return (cell) => {
		const text = textOf(cell);
		if (isBlank(cell) || isUnknown(text)) return UNKNOWN;
		const found = seen.get(text) ?? findDistrict(text, areas);
		seen.set(text, found);
		if ('problem' in found) return refused(found.problem, { candidates: found.candidates.join(', ') });
		return known(found.area.name, found.remark ?? undefined);
	};
}
