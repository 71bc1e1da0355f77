// Small whole workbooks that a test spoils in one place.
import { type Part, type ZipLies, buildZip } from './zip.ts';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const rels = (links: readonly (readonly [id: string, type: string, target: string])[]) =>
	`<Relationships>${links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

export const row = (number: number, ...cells: string[]): string =>
	`<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

export const sheetOf = (rows: string, after = ''): string =>
	`<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

const HONEST = row(1, 'nama', 'telepon') + row(2, 'CONTOH Sari', '0812');

/** The parts of a workbook with one sheet; `sheet` is its document, `also` are parts beside it. */
export const xlsxParts = (
	sheet: string | Uint8Array = sheetOf(HONEST),
	also: readonly Part[] = [],
): Part[] => [
	{ name: '[Content_Types].xml', content: '<Types/>' },
	{ name: '_rels/.rels', content: rels([['r1', 'officeDocument', 'xl/workbook.xml']]) },
	{
		name: 'xl/workbook.xml',
		content: `<workbook xmlns:r="${REL}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
	},
	{
		name: 'xl/_rels/workbook.xml.rels',
		content: rels([
			['r1', 'worksheet', 'worksheets/sheet1.xml'],
			['r2', 'sharedStrings', 'sharedStrings.xml'],
			['r3', 'styles', 'styles.xml'],
		]),
	},
	{ name: 'xl/worksheets/sheet1.xml', content: sheet },
	...also,
];

export const xlsx = (
	sheet?: string | Uint8Array,
	also: readonly Part[] = [],
	lies: ZipLies = {},
): Uint8Array => buildZip(xlsxParts(sheet, also), lies);

/** A workbook whose part `name` is changed. */
export const spoilt = (name: string, change: Partial<Part>): Uint8Array =>
	buildZip(xlsxParts().map((part) => (part.name === name ? { ...part, ...change } : part)));

export const SHEET = 'xl/worksheets/sheet1.xml';

export const ods = (table: string, also: readonly Part[] = []): Uint8Array =>
	buildZip([
		{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
		{
			name: 'content.xml',
			content: `<office:document-content><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
		},
		...also,
	]);

export const odsTable = (rows: string): string => `<table:table table:name="Data">${rows}</table:table>`;
export const odsRow = (...cells: string[]): string =>
	`<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;
