import type { Context } from '../context.ts';
import { addError, addWarning, type Draft, textValue } from '../draft.ts';
import { oneLine, textOf } from '../grid.ts';
import { markOf } from '../readers/marks.ts';
import { pirtParts, readPirt } from '../readers/pirt.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';

/** Home-industry licences, number by number. */
export const licenceList: RecordKind = {
	fields: [
		field('product', 'name', 'produk|nama produk|product|nama pangan|jenis pangan|nama|nama barang'),
		field(
			'pirt',
			'pirt',
			'nomor pirt|pirt|nomor sppirt|nomor izin|nomor spp irt|sertifikat pirt|nomor izin pirt|izin',
			{
				reader: () => (cell) => {
					const mark = /\d/.test(oneLine(textOf(cell))) ? null : markOf(cell);
					return mark === 'in-process' ? { value: null, also: { status: 'in-process' } } : readPirt(cell);
				},
			},
		),
	],
	listRule: settle,
};

function settle(drafts: readonly Draft[], { told }: Context): void {
	const seen = new Map<string, number>();
	for (const draft of drafts) {
		const pirt = textValue(draft, 'pirt');
		if (pirt === '') continue;
		const first = seen.get(pirt);
		if (first !== undefined) {
			addError(draft, 'pirt', { code: 'duplicate-key', params: { first } });
			continue;
		}
		seen.set(pirt, draft.row);
		Object.assign(draft.values, pirtParts(pirt));
		const until = Number(draft.values.valid_until_year);
		if (told.today !== undefined && until < Number(told.today.slice(0, 4)))
			addWarning(draft, 'pirt', { code: 'date/licence-expired', params: { until } });
	}
}
