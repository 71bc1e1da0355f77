import { addError, type Draft, textValue } from '../draft.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';

/** A test's sales by store and week, the weeks counted from its first day: 1 is the first. */
export const storeWeeks: RecordKind = {
	fields: [
		field('store_code', 'code', 'store code|kode toko|store|toko|store id|nomor toko|kode store', {
			required: true,
		}),
		field('week', 'whole', 'week|minggu|minggu ke|pekan', { required: true, min: 1, max: 520 }),
		field('cluster', 'text', 'cluster|klaster|kelompok|grup|group'),
		field('days', 'whole', 'days|hari|jumlah hari|hari di rak|days on shelf', { min: 0, max: 7 }),
		field('qty', 'decimal', 'units|qty|unit|jumlah|terjual|jumlah terjual|penjualan', { signed: true }),
	],
	listRule: markRepeated,
	control: (taken) => ({ sum_qty: taken.reduce((sum, { values }) => sum + Number(values.qty ?? 0), 0) }),
};

/** A store has one line a week. */
function markRepeated(drafts: readonly Draft[]): void {
	const seen = new Map<string, number>();
	for (const draft of drafts) {
		const key = `${textValue(draft, 'store_code')} ${String(draft.values.week)}`;
		const first = seen.get(key);
		if (first === undefined) seen.set(key, draft.row);
		else addError(draft, 'week', { code: 'duplicate-key', params: { first } });
	}
}
