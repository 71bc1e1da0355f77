import { parseDigitalLink } from '#lib/gs1/digital-link.ts';
import { parseScan } from '#lib/gs1/scan.ts';
import { type Cell, clean, isBlank, oneLine, textOf } from '../grid.ts';
import { netContent } from '../readers/net-content.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';
import { refused, type Understood } from '../understood.ts';

/** Net contents as written on packs, one a row. */
export const netContentKind: RecordKind = {
	fields: [
		field(
			'text',
			'text',
			'netto|isi bersih|net content|berat bersih|isi|netto isi bersih|text|teks|ukuran|kemasan|net weight',
			{
				reader: () => readNetContent,
			},
		),
	],
};

function readNetContent(cell: Cell): Understood {
	const text = oneLine(textOf(cell));
	const content = netContent(text);
	if (content === null) return refused('missing-required');
	if ('problem' in content)
		return {
			value: text,
			error: {
				code: content.problem,
				params: BOTH(text),
				...(content.offer ? { offer: content.offer } : {}),
			},
		};
	const { approximate, ...fields } = content;
	return { value: text, also: fields, ...(approximate ? { warning: { code: 'approximate' } } : {}) };
}

/** `1.250 kg`: the two amounts that it can be. */
const BOTH = (text: string) => ({
	first: text.replace(/(\d)\.(\d{3})/, '$1,$2'),
	second: text.replace(/(\d)[.,](\d{3})/, '$1$2'),
});

/** GS1 Digital Link addresses, one a row. */
export const digitalLink: RecordKind = {
	fields: [
		field('uri', 'text', 'uri|url|link|alamat|tautan|digital link|qr|isi qr', {
			reader: () => (cell) => {
				const text = clean(textOf(cell));
				if (text === '') return refused('missing-required');
				const link = parseDigitalLink(text);
				return link.ok
					? { value: text, also: { ai: link.ai } }
					: refused(link.code, { found: text.length, expected: '' });
			},
		}),
	],
};

/** What a scanner sent, one a row. */
export const scan: RecordKind = {
	fields: [
		field('scan', 'text', 'scan|hasil scan|pindai|data|isi|kode|barcode', {
			reader: () => (cell) => {
				if (isBlank(cell)) return refused('empty');
				const read = parseScan(textOf(cell));
				if (!read.ok) return refused(read.code, { found: '', expected: '' });
				const warning = read.swallowed === null ? {} : { warning: { code: 'missing-separator' } };
				return { value: textOf(cell), also: { ai: read.ai }, ...warning };
			},
		}),
	],
};
