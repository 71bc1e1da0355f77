import { settleDistrictHeadings } from '../areas/headings.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';

/** Rice in the farmers' shops: who has how much, at what price. */
export const stockList: RecordKind = {
	fields: [
		field('district', 'district', 'kecamatan|nama kecamatan|district'),
		field(
			'shop',
			'name',
			'nama toko tani|toko tani|nama toko|toko|tti|nama tti|kios|shop|nama gapoktan|gapoktan|outlet',
			{ required: true },
		),
		field('stock_kg', 'decimal', 'stok|stok beras|jumlah stok|stok kg|stock|persediaan|sisa stok', {
			min: 0,
		}),
		field('price_per_kg_idr', 'money', 'harga kg|harga beras|harga|harga jual|price|harga rp kg', {
			small: 100,
		}),
	],
	headings: settleDistrictHeadings,
};
