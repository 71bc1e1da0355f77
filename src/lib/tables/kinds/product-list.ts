import type { Context } from '../context.ts';
import { type Draft, numberValue } from '../draft.ts';
import { addWarning } from '../draft.ts';
import { gramsOf } from '../readers/net-content.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';
import type { CellReader } from '../understood.ts';
import { UNKNOWN, refused } from '../understood.ts';
import { isGiven } from '../given.ts';

/** Products with price and stock, as makers and their offices list them. */
export const productList: RecordKind = {
	fields: [
		field(
			'business',
			'name',
			'nama usaha|nama umkm|usaha|umkm|nama toko|merek|merk|business|produsen|nama produsen',
		),
		field('owner', 'name', 'pemilik|nama pemilik|pelaku usaha|nama pelaku usaha|owner'),
		field('code', 'code', 'kode|kode produk|kode barang|sku|plu|product code|code|nomor produk'),
		field('product', 'name', 'nama produk|produk|nama barang|barang|product|item|nama|jenis produk'),
		field('net_g', 'decimal', 'isi|netto|isi bersih|berat bersih|berat|ukuran|kemasan|net weight|gramasi', {
			reader: readGrams,
		}),
		field('price_idr', 'money', 'harga jual|harga|harga satuan|harga per pcs|price|harga eceran', {
			small: 100,
		}),
		field('stock', 'decimal', 'stok|stock|jumlah stok|sisa stok|persediaan|qty|jumlah', { min: 0 }),
		field(
			'stock_value_idr',
			'money',
			'nilai stok|nilai persediaan|total nilai|stock value|nilai|jumlah harga',
		),
		field('produced', 'date', 'tanggal produksi|produksi|production date|tanggal buat'),
		field('note', 'text', 'catatan|keterangan|note|notes'),
	],
	rowRule: checkStockValue,
	control: (taken) => ({ ...sum(taken, 'stock'), ...sum(taken, 'stock_value_idr') }),
};

function readGrams(_context: Context, unit: string): CellReader {
	return (cell) => {
		const content = gramsOf(cell, unit);
		if (content === null) return UNKNOWN;
		if ('problem' in content) return refused(content.problem, { first: '', second: '' }, content.offer);
		return { value: content.total, ...(content.approximate ? { warning: { code: 'approximate' } } : {}) };
	};
}

/** Stock times price is the value of the stock. */
function checkStockValue(draft: Draft): void {
	const [stock, price, value] = ['stock', 'price_idr', 'stock_value_idr'].map((name) =>
		numberValue(draft, name),
	);
	if (!isGiven(stock) || !isGiven(price) || !isGiven(value)) return;
	const computed = stock * price;
	if (Math.abs(computed - value) > Math.max(1, Math.abs(value) * 0.001))
		addWarning(draft, 'stock_value_idr', { code: 'amount-mismatch', params: { computed } });
}

function sum(taken: readonly Draft[], name: string): Record<string, number> {
	const amounts = taken.map(({ values }) => values[name]).filter((value) => typeof value === 'number');
	if (amounts.length === 0) return {};
	return { [`sum_${name}`]: Number(amounts.reduce((a, b) => a + b, 0).toPrecision(14)) };
}
