import type { Draft } from '../draft.ts';
import { addWarning, cellOf } from '../draft.ts';
import type { Table } from '../find-table.ts';
import { type Cell, isBlank, oneLine, textOf } from '../grid.ts';
import type { MappedColumn, Mapping } from '../map-columns.ts';
import { dateShape } from '../dates.ts';
import { withoutSeparators } from '../readers/identifiers.ts';
import type { RecordKind } from '../record-kind.ts';
import { field, type Field } from '../spec.ts';
import { judgeGtin } from '#lib/gs1/gtin.ts';

const FIELDS: readonly Field[] = [
	field('code', 'code', 'kode|code|kode wilayah|kode kecamatan|kode desa'),
	field('nik', 'nik', 'nik|nomor induk kependudukan|nomor ktp|ktp'),
	field('phone', 'phone', 'hp|nomor hp|telepon|nomor telepon|whatsapp|phone|kontak'),
	field('date', 'date', 'tanggal|date|hari tanggal'),
	field('price_idr', 'money', 'harga|price|harga jual|harga satuan', { small: 100 }),
	field('gtin', 'gtin', 'barcode|gtin|ean|kode barcode|upc'),
];

/** A table of no special kind: its columns are known by their headers, or by what stands in them. */
export const plainTable: RecordKind = {
	fields: FIELDS,
	choose: chooseByContent,
	listRule: doubtTypedDates,
};

/** Columns whose header says nothing, but whose cells can only be one thing. */
function chooseByContent(mapping: Mapping, table: Table): Mapping {
	const taken = new Set(mapping.columns.map((column) => column.field?.name));
	const columns = mapping.columns.map((column): MappedColumn => {
		if (column.field) return column;
		const name = contentOf(table.rows.map(({ cells }) => cells[column.index] ?? ''));
		const found = name === null || taken.has(name) ? null : (FIELDS.find((one) => one.name === name) ?? null);
		if (found) taken.add(found.name);
		return { ...column, field: found };
	});
	return { ...mapping, columns };
}

function contentOf(cells: readonly Cell[]): string | null {
	const full = cells.filter((cell) => !isBlank(cell));
	if (full.length === 0) return null;
	const most = (test: (cell: Cell) => boolean) => full.filter(test).length >= full.length * 0.8;
	const text = (cell: Cell) => withoutSeparators(oneLine(textOf(cell)));
	if (most((cell) => /^\d{16}$/.test(text(cell)))) return 'nik';
	if (most((cell) => /^(\+?62|0)8\d{8,11}$/.test(text(cell)))) return 'phone';
	if (most((cell) => text(cell).length === 13 && judgeGtin(text(cell)).ok)) return 'gtin';
	return most(isDay) ? 'date' : null;
}

function isDay(cell: Cell): boolean {
	if (typeof cell !== 'string') return cell.type === 'date';
	const shape = dateShape(cell);
	return shape !== null && shape.is !== 'problem' && !('serial' in shape && shape.serial);
}

/**
 * A machine set to month first turns 9/12 into 12 September and leaves 13/12 as text. Where some days of a column are
 * text and every typed one could be turned round, the typed ones are shown.
 */
function doubtTypedDates(drafts: readonly Draft[]): void {
	const cells = drafts.map((draft) => cellOf(draft, 'date'));
	const typed = cells.flatMap((cell) =>
		typeof cell !== 'string' && cell.type === 'date' ? [cell.date] : [],
	);
	const asText = cells.some((cell) => typeof cell === 'string' && isDay(cell));
	const turnable = typed.every((date) => Number(date.slice(8)) <= 12);
	if (!asText || !turnable) return;
	for (const draft of drafts) {
		const cell = cellOf(draft, 'date');
		const doubtful =
			typeof cell !== 'string' && cell.type === 'date' && cell.date.slice(5, 7) !== cell.date.slice(8);
		if (doubtful) addWarning(draft, 'date', { code: 'possibly-swapped-date' });
	}
}
