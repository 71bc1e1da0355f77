import { undoDoubleEncoding } from './decode.ts';

// How a text stands in a file that cannot hold it as it is, and how it is read back. Why so: docs/decisions/0061.

const code = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Marks that XML or a reader of text would refuse or swallow, and an underscore that looks like an escape. */
const UNFIT =
	/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[\da-f]{4})/gi;

/** `_x0007_` for what a file cannot hold. Source: ECMA-376 22.9.2.19, ST_Xstring. */
export const escaped = (text: string): string => text.replace(UNFIT, code);

/** `_x000D_` is how a workbook writes a letter that XML cannot hold. */
export const unescaped = (text: string): string =>
	text.includes('_x') || text.includes('_X')
		? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
		: text;

/** A workbook's text: a lone return would not survive XML. */
export const workbookText = (text: string): string => escaped(text).replaceAll('\r', '_x000D_');

/** With these a spreadsheet begins a formula; the wide ones on Asian keyboards too. */
const FORMULA = "'*[=+\\-@\\t\\r\\n＝＋－＠]";
const BEGINS_FORMULA = new RegExp(`^${FORMULA}`);
const GUARDED = new RegExp(`^'${FORMULA}`);

/** A text as it stands in a CSV file: never a formula, never taken for text that was encoded twice. */
export function csvText(text: string): string {
	const once = escaped(text);
	const plain = undoDoubleEncoding(once) === once ? once : once.replace(/[\u00c2-\u00f4]/g, code);
	return BEGINS_FORMULA.test(plain) ? `'${plain}` : plain;
}

/** The text that a cell of a CSV file means: the apostrophe before a formula is no part of it. */
export function fromCsvText(text: string): string {
	return unescaped(text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text);
}
