import { field, type Field } from '../../spec.ts';

/** What sell-out files say. Helpers are read to understand the others and are not answered. */
export const SALES_FIELDS: readonly Field[] = [
	field(
		'date',
		'moment',
		'tanggal|tanggal transaksi|tanggal penjualan|tanggal nota|invoice date|transaction date|sales date|order date|business date|waktu|waktu transaksi|hari tanggal|hari',
	),
	field('week', 'text', 'minggu|week|minggu ke|pekan|nomor minggu|week number', { helper: true }),
	field('year', 'year', 'tahun|year', { helper: true }),
	field(
		'store_code',
		'code',
		'kode toko|kode store|kode cabang|kode outlet|kode gerai|nomor toko|store code|store nbr|store number|store id|id toko|site code|site|kode site',
	),
	field(
		'store',
		'name',
		'toko|nama toko|store|store name|outlet|nama outlet|cabang|nama cabang|gerai|nama gerai|nama store|lokasi',
	),
	field(
		'sku',
		'code',
		'sku|plu|kode barang|kode produk|kode item|item nbr|item number|item code|stock code|kode sku|product code|product id|item id|id produk|artikel|kode artikel|article|kode',
	),
	field('gtin', 'gtin', 'barcode|gtin|ean|ean13|kode barcode|nomor barcode|kode batang|upc'),
	field(
		'product',
		'name',
		'produk|nama produk|nama barang|barang|nama item|product|product name|item|item name|description|deskripsi|uraian|nama artikel|deskripsi barang',
	),
	field(
		'qty',
		'decimal',
		'qty|jumlah terjual|qty terjual|unit sales|units|unit terjual|terjual|qty sold|qty jual|sold|pcs|jumlah|jumlah barang|banyaknya|volume',
		{ signed: true },
	),
	field(
		'value_idr',
		'money',
		'total|nilai|gross sales|nilai penjualan|total penjualan|jumlah harga|total harga|sales value|gross|bruto|penjualan bruto|penjualan|sales|amount|sub total|omzet|revenue|jumlah rp|jumlah',
		{ signed: true },
	),
	field(
		'net_idr',
		'money',
		'net sales|netto|net|penjualan bersih|penjualan netto|net amount|nett|total bersih|nilai setelah potongan',
		{
			signed: true,
		},
	),
	field('price_idr', 'money', 'harga|harga satuan|unit price|price|harga jual|selling price', {
		signed: true,
	}),
	field('discount', 'money', 'discounts|discount|diskon|potongan', { signed: true, helper: true }),
	field('promo', 'yes-no', 'promo|onpromotion|on promotion|promosi|is promo'),
	field('holiday', 'text', 'state holiday|holiday|libur|hari libur'),
	field('open', 'yes-no', 'open|buka|toko buka', { helper: true }),
	field(
		'receipt',
		'code',
		'receipt number|nomor nota|nota|nomor struk|struk|invoice no|invoice|invoice number|nomor faktur|faktur|receipt|nomor transaksi|transaction id|order id|nomor invoice',
	),
	field('type', 'text', 'receipt type|jenis transaksi|tipe transaksi|transaction type|jenis|tipe', {
		helper: true,
	}),
	field('status', 'text', 'status|status transaksi|status nota', { helper: true }),
	field('lat', 'latitude', 'lat|latitude|lintang', { helper: true, signed: true, min: -180, max: 180 }),
	field('lng', 'longitude', 'lng|lon|long|longitude|bujur', {
		helper: true,
		signed: true,
		min: -180,
		max: 180,
	}),
];
