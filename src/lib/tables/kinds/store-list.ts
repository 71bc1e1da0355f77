import { checkCoordinates } from '../coordinates.ts';
import { addError, type Draft, textValue } from '../draft.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';

/** The stores of a retailer. Districts of any regency may occur, so their names stay as written. */
export const storeList: RecordKind = {
	fields: [
		field(
			'store_code',
			'code',
			'kode toko|store code|store id|kode|nomor toko|store nbr|kode store|kode cabang',
			{
				required: true,
			},
		),
		field('store', 'name', 'nama toko|toko|store name|store|nama|nama cabang|cabang|nama outlet'),
		field('format', 'text', 'format|tipe toko|jenis toko|tipe|type|format toko'),
		field('district', 'text', 'kecamatan|district|nama kecamatan'),
		field('regency', 'text', 'kabupaten|kabupaten kota|kota|regency|city|kab kota'),
		field('lat', 'latitude', 'lat|latitude|lintang', { min: -180, max: 180, signed: true }),
		field('lng', 'longitude', 'lng|lon|long|longitude|bujur', { min: -180, max: 180, signed: true }),
		field('cluster', 'text', 'klaster|cluster|kelompok|grup'),
		field('opened', 'date', 'tanggal buka|buka|opened|open date|mulai buka|tanggal operasi'),
		field('closed', 'date', 'tanggal tutup|tutup|closed|close date'),
		field('turnover_idr', 'money', 'omzet|omzet bulan|turnover|penjualan|omzet rata rata|omzet toko', {
			small: 10_000,
		}),
		field('area_m2', 'decimal', 'luas|luas toko|area|luas m2|size', { min: 0 }),
	],
	rowRule: checkCoordinates,
	listRule: markRepeated,
};

/** A code names one store. */
function markRepeated(drafts: readonly Draft[]): void {
	const seen = new Map<string, number>();
	for (const draft of drafts) {
		const code = textValue(draft, 'store_code');
		const first = seen.get(code);
		if (code === '') continue;
		if (first === undefined) seen.set(code, draft.row);
		else addError(draft, 'store_code', { code: 'duplicate-key', params: { first } });
	}
}
