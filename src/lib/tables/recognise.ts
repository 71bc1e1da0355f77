import type { Format } from './result.ts';

const latin = (bytes: Uint8Array, from: number, to: number) =>
	new TextDecoder('latin1').decode(bytes.subarray(from, to));

/** What a file is by its first bytes; its name is never asked. Text is told apart later, by `recogniseText`. */
export function recogniseBytes(bytes: Uint8Array): Format | 'text' | 'zip' {
	const head = latin(bytes, 0, 8);
	if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes);
	if (head === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return 'xls';
	if (isBinary(bytes)) return 'unknown';
	return 'text';
}

/** ODS names itself in its first entry; a workbook has a part called workbook.xml, which may stand anywhere. */
function zipKind(bytes: Uint8Array): Format | 'zip' {
	if (latin(bytes, 0, 200).includes('opendocument.spreadsheet')) return 'ods';
	const names = latin(bytes, Math.max(0, bytes.length - 65_536), bytes.length) + latin(bytes, 0, 4096);
	if (/xl[/\\]workbook\.xml/i.test(names)) return 'xlsx';
	return /content\.xml/.test(names) ? 'ods' : 'zip';
}

// PDF, pictures, RTF and old databases begin with marks of their own; control characters do not occur in tables.
function isBinary(bytes: Uint8Array): boolean {
	const head = latin(bytes, 0, 1024);
	if (/^(%PDF|\x89PNG|\xff\xd8\xff|GIF8|\{\\rtf|Rar!|7z\xbc\xaf|\x1f\x8b)/.test(head)) return true;
	if (/^(\xff\xfe|\xfe\xff)/.test(head)) return false;
	const nuls = head.split('\0').length - 1;
	const controls = head.match(/[\x01-\x08\x0e-\x1a\x1c\x7f]/g)?.length ?? 0;
	return controls > head.length / 50 || (nuls > 0 && nuls < head.length / 5);
}

/** Text is a page, JSON, JSON line by line, or separated values. */
export function recogniseText(text: string): 'html' | 'json' | 'jsonl' | 'csv' {
	const head = text.slice(0, 4096).trimStart();
	if (/^[{[]/.test(head)) return isJsonLines(head, text) ? 'jsonl' : looksLikeJson(head) ? 'json' : 'csv';
	if (/^<[a-z!?]/i.test(head) && /<(table|html|body|style|meta|tr)\b/i.test(text.slice(0, 65_536)))
		return 'html';
	return 'csv';
}

const looksLikeJson = (head: string) => /^(\[\s*[[{\]"\d-]|\{\s*["}])/.test(head);

/** The first line is a whole object and a second one follows. */
function isJsonLines(head: string, text: string): boolean {
	const first = (head.split('\n', 1)[0] ?? '').trim();
	if (!first.startsWith('{') || !first.endsWith('}')) return false;
	const rest = text.trimStart().slice(first.length).trim();
	return rest === '' ? !first.includes('[{') : rest.startsWith('{');
}
