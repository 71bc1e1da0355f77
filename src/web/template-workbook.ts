import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ImportKind } from '../journey/1-registry/import-kinds.ts';
import { type TemplateColumn, templateColumns } from './import-template.ts';
import { say } from './say.ts';

/** So many rows of a template are prepared: formats and lists reach that far. */
const ROWS = 1000;

const HEADING: CellStyle = {
	font: { bold: true },
	fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E8E3' } },
	alignment: { wrapText: true, vertical: 'top' },
};
const EXAMPLE: CellStyle = {
	font: { italic: true, color: { rgb: '6B6B6B' } },
	fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
};
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/** An XLSX file to fill in: a sheet with the columns and one example row, and a sheet that explains them. */
export async function templateFile(kind: ImportKind): Promise<Uint8Array<ArrayBuffer>> {
	const columns = templateColumns(kind);
	return Uint8Array.from(await writeXlsx({ sheets: [dataSheet(columns), explanations(kind, columns)] }));
}

/** What the file is called: `templat-daftar-toko.xlsx`. */
export const templateName = (kind: ImportKind): string =>
	say('import.template.file-name', {
		kind: say(`import.kind.${kind}`).toLowerCase().replaceAll(' ', '-'),
	});

function dataSheet(columns: readonly TemplateColumn[]): WriteSheet {
	return {
		name: 'Data',
		columns: columns.map(({ heading }) => ({ width: Math.max(14, heading.length + 4) })),
		rows: [columns.map(({ heading }) => heading), columns.map(({ example }) => example)],
		cells: new Map(columns.flatMap(columnCells)),
		freezePane: { rows: 1 },
		dataValidations: columns.flatMap(({ choices }, index) =>
			choices.length === 0
				? []
				: [{ type: 'list' as const, values: [...choices], range: below(index), allowBlank: true }],
		),
	};
}

type StyledCell = [string, Partial<Cell>];

/** Heading and example as they look; below them, cells that wait as text or as days. */
function columnCells({ isText, isDate }: TemplateColumn, index: number): StyledCell[] {
	const style: CellStyle = isText ? { numFmt: '@' } : isDate ? { numFmt: 'yyyy-mm-dd' } : {};
	const waiting: StyledCell[] =
		isText || isDate
			? Array.from({ length: ROWS - 2 }, (_, i) => [`${i + 2},${index}`, { value: null, style }])
			: [];
	return [
		[`0,${index}`, { style: HEADING }],
		[`1,${index}`, { style: { ...EXAMPLE, ...style } }],
		...waiting,
	];
}

const below = (index: number) => `${letters(index)}2:${letters(index)}${ROWS}`;

/** 0 is A, 26 is AA. */
const letters = (index: number): string =>
	index < 26 ? String.fromCodePoint(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);

function explanations(kind: ImportKind, columns: readonly TemplateColumn[]): WriteSheet {
	const head: CellValue[][] = [
		[say('import.template.title', { kind: say(`import.kind.${kind}`) })],
		[say('import.template.how')],
		[say('import.template.example-row')],
		[],
		['column', 'meaning', 'form', 'example', 'need'].map((name) => say(`import.template.column.${name}`)),
	];
	const lines = columns.map(({ heading, meaning, form, example, need }, i): CellValue[] => [
		heading,
		meaning,
		form,
		i === 0 ? null : example instanceof Date ? example.toISOString().slice(0, 10) : example,
		need,
	]);
	const rows = [...head, ...lines];
	return {
		name: 'Petunjuk',
		columns: [24, 52, 52, 24, 30].map((width) => ({ width })),
		rows,
		cells: new Map(
			rows.flatMap((cells, row) =>
				cells.map((_, column): StyledCell => [`${row},${column}`, { style: styleAt(row, head.length) }]),
			),
		),
	};
}

function styleAt(row: number, headRows: number): CellStyle {
	if (row === headRows - 1) return HEADING;
	return row === 0 ? { font: { bold: true } } : row < headRows ? {} : WRAPPED;
}
