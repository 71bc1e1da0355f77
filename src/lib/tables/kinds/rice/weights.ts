import type { Answer } from '../../assemble.ts';
import { finding } from '../../findings.ts';
import { findTable, type Table } from '../../find-table.ts';
import { type Cell, isBlank, oneLine, type Sheet, textOf } from '../../grid.ts';
import { headerUnit } from '../../headers.ts';
import { numberShape } from '../../numbers.ts';
import type { Value } from '../../result.ts';
import { field } from '../../spec.ts';
import { exactSum } from './grading.ts';
import { isGiven } from '../../given.ts';

const FIELDS = [
	field('line', 'text', 'pengamatan|komponen|parameter|uraian|fraksi'),
	field('weight', 'decimal', 'berat|berat kg|berat g|bobot|massa|hasil'),
];

const SAMPLE = /^(sampel|sampel awal|berat awal|berat sampel|contoh|berat contoh)/i;

// The parts of a sample, by the words of the sheet.
const PARTS: readonly (readonly [string, RegExp])[] = [
	['head', /kepala/i],
	['small_broken', /menir/i],
	['broken', /patah/i],
	['red', /merah/i],
	['yellow_damaged', /kuning|rusak/i],
	['chalky', /kapur/i],
	['foreign', /benda (asing|lain)|kotoran/i],
];

/**
 * A sheet that describes one sample line by line, in weights. Percentages are over what was recovered, all of them; paddy
 * is counted in grains and is no weight. null when the sheets hold no such list.
 */
export function readWeights(sheets: readonly Sheet[]): Answer | null {
	for (const sheet of sheets) {
		const table = findTable(sheet, FIELDS);
		const lines = table ? linesOf(table) : [];
		const named = lines.filter(({ name }) => SAMPLE.test(name) || partOf(name) !== null);
		if (!table || table.header.columns.length > 3 || named.length < 3) continue;
		return answer(table, lines);
	}
	return null;
}

type Line = { readonly name: string; readonly value: number | null; readonly row: number };

function linesOf({ header, rows }: Table): Line[] {
	const [first, second] = header.columns.filter(({ own }) => !/^no\.?$/i.test(own));
	if (!first || !second) return [];
	return rows.map(({ cells, row }) => ({
		name: oneLine(textOf(cells[first.index])),
		value: weight(cells[second.index] ?? ''),
		row,
	}));
}

/** Weights below a kilogram: the mark is the decimal one. */
function weight(cell: Cell): number | null {
	if (isBlank(cell)) return null;
	if (typeof cell !== 'string') return cell.type === 'number' ? cell.value : null;
	const shape = numberShape(cell);
	if (shape === null || 'problem' in shape || shape.digits.readings === 'none') return null;
	return shape.digits.readings === 'one' ? shape.digits.value : shape.digits.asDecimal;
}

const partOf = (name: string) =>
	/gabah/i.test(name) ? null : (PARTS.find(([, pattern]) => pattern.test(name))?.[0] ?? null);

function answer(table: Table, lines: readonly Line[]): Answer {
	const grams = /kg|kilo/i.test(headerUnit(table.header.columns.at(-1)?.header ?? '')) ? 1000 : 1;
	const inGrams = (value: number) => Number((value * grams).toFixed(6));
	const sample = lines.find(({ name }) => SAMPLE.test(name))?.value;
	const parts = lines.flatMap(({ name, value }) => {
		const part = partOf(name);
		return part === null || value === null ? [] : [[part, inGrams(value)] as const];
	});
	const recovered = exactSum(parts.map(([, value]) => value));
	const sampleG = isGiven(sample) ? inGrams(sample) : null;
	const paddy = lines.find(({ name }) => /gabah/i.test(name))?.value;
	const values: Record<string, Value> = {
		sample_g: sampleG,
		recovered_g: recovered,
		lost_g: sampleG === null ? null : exactSum([sampleG, -recovered]),
		basis: 'recovered',
		...Object.fromEntries(
			parts.map(([part, value]) => [part, recovered > 0 ? (value / recovered) * 100 : null]),
		),
		...(!isGiven(paddy) || !sampleG ? {} : { paddy: Number(((paddy * 100) / sampleG).toFixed(6)) }),
	};
	return {
		sheets: [table.sheet.name],
		rows: [{ _row: lines[0]?.row ?? 1, ...values }],
		warnings: [
			finding({ row: null, column: null }, { code: 'state-the-basis', params: { basis: `${recovered} g` } }),
		],
		skipped: table.skipped,
	};
}
