// Files that mean harm, and honest ones that look as if they did. Long because it is a table of files.
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { SHEET, ods, odsRow, odsTable, row, sheetOf, spoilt, xlsx, xlsxParts } from './books.ts';
import { cellRecord, compoundFile, record, xls } from './xls.ts';
import { buildZip } from './zip.ts';

export const MB = 1024 * 1024;
export const text = (letters: number) => 'x'.repeat(letters);
export const bytes = (content: string) => Buffer.from(content);
export const small = buildZip([{ name: 'a.txt', content: 'a' }]);

/** Rows whose text deflates 20 to 60 times: below the ratio, so that other limits are met. */
export const bulky = (rows: number, cells = 8): string =>
	Array.from({ length: rows }, (_, i) =>
		row(i + 1, ...Array.from({ length: cells }, (__, c) => `${i * 7919 + c * 31}`)),
	).join('');

const long = randomBytes(350_000).toString('hex');
const unique = (letters: number) => randomBytes(letters / 2).toString('hex');

const columns = (count: number, from: number) =>
	Array.from({ length: count }, (_, c) => `${from} ${c} ${text(5000)}`);

type Hostile = readonly [what: string, code: string, build: () => Uint8Array];

const containers: readonly Hostile[] = [
	[
		'1,001 parts',
		'too-many-entries',
		() =>
			xlsx(
				undefined,
				Array.from({ length: 1001 }, (_, i) => ({ name: `p${i}`, content: '' })),
			),
	],
	['60,000 parts by its own count', 'too-many-entries', () => xlsx(undefined, [], { count: 60_000 })],
	[
		'more parts than it counts',
		'damaged-file',
		() => xlsx(undefined, [{ name: 'more', content: '' }], { count: 5 }),
	],
	['fewer parts than it counts', 'damaged-file', () => xlsx(undefined, [], { count: 9 })],
	['a part that climbs out', 'unsafe-name', () => xlsx(undefined, [{ name: '../evil', content: 'x' }])],
	[
		'a part that climbs out in the middle',
		'unsafe-name',
		() => xlsx(undefined, [{ name: 'xl/../../evil', content: 'x' }]),
	],
	[
		'a part that climbs out backwards',
		'unsafe-name',
		() => xlsx(undefined, [{ name: 'xl\\..\\evil', content: 'x' }]),
	],
	[
		'a part with an absolute name',
		'unsafe-name',
		() => xlsx(undefined, [{ name: '/etc/passwd', content: 'x' }]),
	],
	['a part on a drive', 'unsafe-name', () => xlsx(undefined, [{ name: 'C:\\evil', content: 'x' }])],
	['two parts of one name', 'unsafe-name', () => xlsx(undefined, [{ name: SHEET, content: 'x' }])],
	[
		'two parts whose names differ in capitals',
		'unsafe-name',
		() => xlsx(undefined, [{ name: SHEET.toUpperCase(), content: 'x' }]),
	],
	['a name of 300 letters', 'unsafe-name', () => xlsx(undefined, [{ name: text(300), content: 'x' }])],
	['a name with a NUL', 'unsafe-name', () => xlsx(undefined, [{ name: 'a\0b', content: 'x' }])],
	['a part without a name', 'unsafe-name', () => xlsx(undefined, [{ name: '', content: 'x' }])],
	['a part that declares 2 GB', 'too-large-inside', () => spoilt(SHEET, { size: 2 ** 31 })],
	[
		'parts that declare 1.2 GB together',
		'too-large-inside',
		() =>
			xlsx(
				undefined,
				[1, 2, 3].map((i) => ({ name: `p${i}`, content: 'x', size: 400 * MB })),
			),
	],
	[
		'parts that share their bytes',
		'size-mismatch',
		() =>
			xlsx(undefined, [
				{ name: 'a', content: text(5000) },
				{ name: 'b', content: text(5000), shared: true, ownName: 'a' },
			]),
	],
	['a part that reaches into the next', 'size-mismatch', () => spoilt('xl/workbook.xml', { packed: 5000 })],
	['a part with two names', 'size-mismatch', () => spoilt(SHEET, { ownName: 'xl/worksheets/sheet2.xml' })],
	['a sheet that inflates 1,000 times', 'compression-bomb', () => xlsx(sheetOf(row(1, text(20 * MB))))],
	[
		'a sheet of blanks that inflates 1,000 times',
		'compression-bomb',
		() => xlsx(sheetOf(' '.repeat(20 * MB))),
	],
	[
		'a bomb that lies about its size',
		'size-mismatch',
		() => spoilt(SHEET, { content: sheetOf(' '.repeat(20 * MB)), size: 1000 }),
	],
	[
		'a bomb that declares more than it holds',
		'compression-bomb',
		() => spoilt(SHEET, { content: sheetOf(' '.repeat(20 * MB)), size: 900 * MB }),
	],
	[
		'a bomb among the shared texts',
		'compression-bomb',
		() => xlsx(undefined, [{ name: 'xl/sharedStrings.xml', content: `<sst>${' '.repeat(20 * MB)}</sst>` }]),
	],
	[
		'a bomb among the styles',
		'compression-bomb',
		() => xlsx(undefined, [{ name: 'xl/styles.xml', content: `<a>${' '.repeat(20 * MB)}</a>` }]),
	],
	[
		'a bomb among the pictures',
		'compression-bomb',
		() => xlsx(undefined, [{ name: 'xl/media/a.png', content: Buffer.alloc(20 * MB) }]),
	],
	[
		'many small bombs',
		'compression-bomb',
		() =>
			xlsx(
				undefined,
				Array.from({ length: 40 }, (_, i) => ({ name: `p${i}`, content: Buffer.alloc(MB - 1) })),
			),
	],
	[
		'a sheet that holds more than it declares',
		'size-mismatch',
		() => spoilt(SHEET, { content: sheetOf(bulky(20_000)), size: 10_000 }),
	],
	['a sheet that holds less than it declares', 'damaged-file', () => spoilt(SHEET, { size: 5000 })],
	['a part whose check sum is wrong', 'damaged-file', () => spoilt(SHEET, { crc: 1 })],
	['a part packed in an unknown way', 'damaged-file', () => spoilt(SHEET, { method: 12 })],
	[
		'a part that is no deflated data',
		'damaged-file',
		() => spoilt(SHEET, { content: randomBytes(500), stored: true, method: 8 }),
	],
	['a part with a password', 'encrypted', () => spoilt(SHEET, { flags: 1 })],
	['a cut-off container', 'damaged-file', () => xlsx().slice(0, -40)],
	[
		'a ZIP inside',
		'nested-archive',
		() => xlsx(undefined, [{ name: 'xl/embeddings/a.bin', content: small, stored: true }]),
	],
	[
		'a deflated ZIP inside',
		'nested-archive',
		() => xlsx(undefined, [{ name: 'xl/embeddings/a.png', content: small }]),
	],
	['a GZIP inside', 'nested-archive', () => xlsx(undefined, [{ name: 'a', content: gzipSync('a') }])],
	['a RAR inside', 'nested-archive', () => xlsx(undefined, [{ name: 'a', content: 'Rar!\x1a\x07' }])],
	[
		'a 7z inside',
		'nested-archive',
		() => xlsx(undefined, [{ name: 'a', content: Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) }]),
	],
	['a ZIP as its sheet', 'nested-archive', () => xlsx(small)],
];

const DTD = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const LAUGHS = `<!DOCTYPE a [<!ENTITY a "ha">${[...'bcdefghij'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]>`;

const documents: readonly Hostile[] = [
	['an external entity', 'doctype', () => xlsx(DTD + sheetOf(row(1, '&e;')))],
	['entities of entities', 'doctype', () => xlsx(LAUGHS + sheetOf(row(1, '&j;')))],
	['a document type alone', 'doctype', () => xlsx(`<!DOCTYPE worksheet>${sheetOf('')}`)],
	['an entity nobody declared', 'doctype', () => xlsx(sheetOf(row(1, '&e;')))],
	[
		'an external entity in UTF-16',
		'doctype',
		() => xlsx(Buffer.from(`\ufeff${DTD}${sheetOf(row(1, '&e;'))}`, 'utf16le')),
	],
	[
		'an external entity among the shared texts',
		'doctype',
		() => xlsx(undefined, [{ name: 'xl/sharedStrings.xml', content: `${DTD}<sst/>` }]),
	],
	['an external entity in an OpenDocument', 'doctype', () => ods(`${DTD}${odsTable(odsRow('a'))}`)],
	[
		'10,000 columns',
		'too-many-columns',
		() => xlsx(sheetOf(row(1, ...Array.from({ length: 10_000 }, (_, i) => `${i}`)))),
	],
	[
		'something in the last column',
		'too-many-columns',
		() => xlsx(sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
	],
	[
		'a column beyond the last',
		'damaged-file',
		() => xlsx(sheetOf('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')),
	],
	['a row beyond the last', 'damaged-file', () => xlsx(sheetOf('<row r="99999999"><c><v>1</v></c></row>'))],
	['rows that run backwards', 'damaged-file', () => xlsx(sheetOf(row(2, 'a') + row(1, 'b')))],
	['a cell of 2 MB', 'cell-too-large', () => xlsx(sheetOf(row(1, unique(2 * MB))))],
	[
		'a cell of 2 MB in pieces',
		'cell-too-large',
		() =>
			xlsx(
				sheetOf(
					`<row r="1"><c t="inlineStr"><is>${`<r><t>${unique(200_000)}</t></r>`.repeat(11)}</is></c></row>`,
				),
			),
	],
	[
		'a row of 2 MB',
		'cell-too-large',
		() => xlsx(sheetOf(row(1, ...Array.from({ length: 100 }, () => unique(22_000))))),
	],
	[
		'a number of 2 MB',
		'cell-too-large',
		() => xlsx(sheetOf(`<row r="1"><c><v>${unique(2 * MB)}</v></c></row>`)),
	],
	[
		'a shared text of 2 MB',
		'cell-too-large',
		() =>
			xlsx(undefined, [
				{ name: 'xl/sharedStrings.xml', content: `<sst><si><t>${unique(2 * MB)}</t></si></sst>` },
			]),
	],
	[
		'an attribute of 2 MB',
		'cell-too-large',
		() => xlsx(sheetOf(`<row r="1"><c a="${unique(2 * MB)}"/></row>`)),
	],
	['elements 5,000 deep', 'too-deep', () => xlsx('<a>'.repeat(5000))],
	['a document that ends too early', 'damaged-file', () => xlsx('<worksheet><sheetData><row r="1">')],
	['tags that cross', 'damaged-file', () => xlsx('<worksheet><sheetData></worksheet></sheetData>')],
	[
		'letters that are no UTF-8',
		'damaged-file',
		() => xlsx(Buffer.from(sheetOf(row(1, 'caf\u00e9')), 'latin1')),
	],
	[
		'500,000 merged areas',
		'too-much-to-hold',
		() =>
			xlsx(
				sheetOf(
					'',
					Array.from({ length: 500_000 }, (_, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`).join(''),
				),
			),
	],
	[
		'a table of more than 50 MB',
		'too-much-to-hold',
		() =>
			spoilt(SHEET, {
				content: sheetOf(Array.from({ length: 900 }, (_, i) => row(i + 1, ...columns(8, i))).join('')),
				stored: true,
			}),
	],
	[
		'shared texts of more than 50 MB',
		'too-much-to-hold',
		() =>
			xlsx(undefined, [
				{
					name: 'xl/sharedStrings.xml',
					content: `<sst>${Array.from({ length: 80 }, () => `<si><t>${long}</t></si>`).join('')}</sst>`,
					stored: true,
				},
			]),
	],
	[
		'one full row, 1,000,000 times',
		'too-much-to-hold',
		() =>
			ods(
				odsTable(
					odsRow(...Array.from({ length: 20 }, () => 'a')).replace(
						'<table:table-row',
						'<table:table-row table:number-rows-repeated="1000000"',
					),
				),
			),
	],
	[
		'one cell, 16,000 times',
		'too-many-columns',
		() =>
			ods(
				odsTable(
					'<table:table-row><table:table-cell table:number-columns-repeated="16000"><text:p>a</text:p></table:table-cell></table:table-row>',
				),
			),
	],
	[
		'a billion spaces in a cell',
		'cell-too-large',
		() => ods(odsTable(odsRow('<text:s text:c="1000000000"/>'))),
	],
	[
		'a password on an OpenDocument',
		'encrypted',
		() =>
			ods(odsTable(odsRow('a')), [
				{
					name: 'META-INF/manifest.xml',
					content: '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
				},
			]),
	],
];

const loose: readonly Hostile[] = [
	[
		'a cell of 100 MB',
		'cell-too-large',
		() => Buffer.concat([bytes('a;b\n1;"'), Buffer.alloc(100 * MB, 120), bytes('"\n')]),
	],
	['a quote that never ends', 'cell-too-large', () => bytes(`a;b\n1;"${'x;y\n'.repeat(MB)}`)],
	[
		'10,000 columns of text',
		'too-many-columns',
		() => bytes(`${Array.from({ length: 10_000 }, (_, i) => `k${i}`).join(';')}\n`),
	],
	['a line of 2 MB without a break', 'cell-too-large', () => bytes(`a,b\n${text(2 * MB)},1\n`)],
	['lists 100,000 deep', 'too-deep', () => bytes('['.repeat(100_000) + ']'.repeat(100_000))],
	['objects 10,000 deep', 'too-deep', () => bytes(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
	[
		'10,000 keys',
		'too-many-columns',
		() => bytes(JSON.stringify([Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, i]))])),
	],
	[
		'a key of its own for each record',
		'too-many-columns',
		() => bytes(JSON.stringify(Array.from({ length: 5000 }, (_, i) => ({ [`k${i}`]: i })))),
	],
	['a JSON text of 2 MB', 'cell-too-large', () => bytes(JSON.stringify([{ a: text(2 * MB) }]))],
	[
		'JSON of 60 MB',
		'too-much-to-hold',
		() => bytes(JSON.stringify(Array.from({ length: 60 }, () => ({ a: text(MB - 9) })))),
	],
	['tables 1,000 deep', 'too-deep', () => bytes('<table><tr><td>'.repeat(1000))],
	['300 tables', 'too-much-to-hold', () => bytes('<table><tr><td>a</table>'.repeat(300))],
	['10,000 cells in a row', 'too-many-columns', () => bytes(`<table><tr>${'<td>a'.repeat(10_000)}</table>`)],
	[
		'cells that span a million places',
		'too-much-to-hold',
		() => bytes(`<table>${'<tr><td rowspan=1000 colspan=900>a'.repeat(9)}</table>`),
	],
	['a cell of 2 MB on a page', 'cell-too-large', () => bytes(`<table><tr><td>${text(2 * MB)}</table>`)],
	[
		'a cell that spans wider than any table',
		'too-many-columns',
		() => bytes(`<table><tr><td colspan=1000>a<td>b</table>`),
	],
];

const oldWorkbooks: readonly Hostile[] = [
	[
		'sectors that run in a circle',
		'damaged-file',
		() => compoundFile({ Workbook: record(0x809, 16) }, { circle: true }),
	],
	[
		'a table of sectors longer than the file',
		'damaged-file',
		() => compoundFile({ Workbook: record(0x809, 16) }, { tables: 100_000 }),
	],
	[
		'sectors of an odd size',
		'damaged-file',
		() => compoundFile({ Workbook: record(0x809, 16) }, { shift: 30 }),
	],
	[
		'a cut-off compound file',
		'damaged-file',
		() => compoundFile({ Workbook: record(0x809, 16) }).slice(0, 100),
	],
	['a password on a new workbook', 'encrypted', () => compoundFile({ EncryptedPackage: randomBytes(100) })],
	['a password on an old workbook', 'encrypted', () => xls([], [record(0x2f, 6)])],
	['a cell in column 60,000', 'damaged-file', () => xls([cellRecord(0, 60_000)])],
	['a record that is shorter than its cell', 'damaged-file', () => xls([record(0x203, 8)])],
	['a text longer than its record', 'damaged-file', () => xls([record(0xfd, 7)])],
];

export const refused: readonly Hostile[] = [...containers, ...documents, ...loose, ...oldWorkbooks];

export const honest: readonly (readonly [what: string, build: () => Uint8Array])[] = [
	['a plain workbook', () => xlsx()],
	[
		'a workbook with macros, which are never run',
		() => xlsx(undefined, [{ name: 'xl/vbaProject.bin', content: Buffer.from('d0cf11e0a1b11ae1', 'hex') }]),
	],
	[
		'a workbook with a picture',
		() => xlsx(undefined, [{ name: 'xl/media/a.png', content: randomBytes(200_000) }]),
	],
	[
		'a workbook whose parts are named backwards',
		() => buildZip(xlsxParts().map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') }))),
	],
	[
		'a workbook with a comment at its end',
		() => xlsx(undefined, [], { comment: 'PK\x01\x02 xl/workbook.xml' }),
	],
	[
		'a workbook with coloured cells to the last column',
		() =>
			xlsx(
				sheetOf(
					`<row r="1"><c r="A1" t="inlineStr"><is><t>nama</t></is></c><c r="XFD1" s="0"/></row>${row(2, 'CONTOH')}`,
				),
			),
	],
	[
		'a list with empty columns to the last',
		() => bytes(`nama${';'.repeat(16_000)}\nCONTOH${';'.repeat(16_000)}\n`),
	],
	[
		'a workbook with 900,000 blank rows',
		() => xlsx(sheetOf(`${row(1, 'nama', 'telepon')}${row(2, 'CONTOH', '0812')}<row r="986882"/>`)),
	],
];
