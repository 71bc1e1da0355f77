// Words and numbers of the gallery alone: invented, in both languages, seen by nobody but those who build pages.
import type { Certainty } from '#ui/certainty.ts';
import type { EstimatePoint, RangeRow } from '#ui/charts.ts';
import type { Choice } from '#ui/fields.ts';
import type { NavLink } from '#ui/navigation.ts';
import type { PreviewRow } from '#ui/tables.ts';
import type { StageLine, TileState } from '#ui/tiles.ts';

export type Sample = ReturnType<typeof sampleFor>;

export function sampleFor(language: 'id' | 'en') {
	const say = (id: string, en: string) => (language === 'id' ? id : en);
	const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

	const links: NavLink[] = [
		{ href: '#beranda', label: say('Beranda', 'Home'), icon: 'house' },
		{ href: '#produk', label: say('Produk', 'Products'), icon: 'package', current: true },
		{ href: '#tes', label: say('Tes pasar', 'Market tests'), icon: 'chart-line' },
		{ href: '#janji', label: say('Perjanjian', 'Agreements'), icon: 'handshake' },
		{ href: '#laporan', label: say('Laporan', 'Reports'), icon: 'file-text' },
	];

	const stage = (
		id: string,
		name: string,
		state: TileState,
		when: string,
		title: string,
		detail: string,
	): StageLine => ({
		id: `tahap-${id}`,
		href: `#tahap-${id}`,
		name,
		state,
		when,
		title,
		detail,
	});
	const stages: StageLine[] = [
		stage(
			'1',
			say('Daftar', 'Register'),
			'done',
			'6 Okt',
			say('Terdaftar dan lolos kurasi', 'Registered and selected'),
			say('6 Oktober 2025. 18 keterangan, semua berbukti.', '6 October 2025. 18 facts, all with evidence.'),
		),
		stage(
			'2',
			say('Siap', 'Ready'),
			'done',
			'20 Okt',
			say('Siap: 23 syarat terpenuhi', 'Ready: 23 requirements met'),
			say('20 Oktober 2025. Dua penghambat sudah dibuka.', '20 October 2025. Two blockers were removed.'),
		),
		stage(
			'3',
			say('Dampingi', 'Mentor'),
			'done',
			'10 Nov',
			say('Tiga kunjungan selesai', 'Three visits done'),
			say('Terakhir 10 November oleh CONTOH Sari.', 'The last on 10 November by CONTOH Sari.'),
		),
		stage(
			'4',
			say('Label', 'Label'),
			'blocked',
			say('2 salah', '2 faults'),
			say('Label versi 3 ditolak', 'Label version 3 was refused'),
			say('Alergen udang belum tertulis.', 'The shrimp allergen is not written.'),
		),
		stage(
			'5',
			say('Harga', 'Price'),
			'done',
			'1 Des',
			say('Harga rak Rp\u00a014.500', 'Shelf price Rp\u00a014,500'),
			say('Bagian produsen 61 persen dari harga rak.', 'The producer gets 61 percent of it.'),
		),
		stage(
			'6',
			say('Pasokan', 'Supply'),
			'not-needed',
			say('tidak perlu', 'not needed'),
			say('Gabungan pasokan tidak perlu', 'No pooling of supply needed'),
			say('Satu produsen cukup: 900 bungkus per bulan.', 'One producer is enough: 900 packs a month.'),
		),
		stage(
			'7',
			say('Tes pasar', 'Market test'),
			'now',
			say('pekan 7 dari 16', 'week 7 of 16'),
			say('Tes pasar pekan 7', 'Market test, week 7'),
			say(
				'Belum cukup bukti. 3,5 bungkus per toko per pekan.',
				'Not enough evidence yet. 3.5 packs per store and week.',
			),
		),
		stage(
			'8',
			say('Perluasan', 'Expansion'),
			'waiting',
			say('belum', 'not yet'),
			say('Perluasan', 'Expansion'),
			say('Dibuka setelah keputusan “lanjut”.', 'Opens after the decision to go.'),
		),
		stage(
			'9',
			say('Niaga', 'Trade'),
			'waiting',
			say('belum', 'not yet'),
			say('Niaga', 'Trade'),
			say('Dibuka setelah toko tujuan dipilih.', 'Opens after the stores are chosen.'),
		),
	];

	const states = (letters: string): TileState[] =>
		[...letters].map(
			(letter) => ({ d: 'done', n: 'now', b: 'blocked', w: 'waiting', x: 'not-needed' })[letter] as TileState,
		);
	const band = (name: string, detail: string, letters: string) => ({
		name,
		detail,
		href: `#kain-${name.replaceAll(' ', '-')}`,
		tiles: states(letters).map((state, i) => ({ name: stages[i]?.name ?? '', state })),
	});
	const cloth = [
		band('CONTOH Kemplang Panggang', say('Tes pasar pekan 7', 'Market test, week 7'), 'dddddxnww'),
		band('CONTOH Beras Setra 5 kg', say('Niaga', 'Trade'), 'ddddddddn'),
		band('CONTOH Terasi Bakar', say('Halal, label', 'Halal, label'), 'dbnwwwwww'),
		band('CONTOH Gula Puan', say('Menunggu surat', 'Awaiting a letter'), 'dbwwwwwww'),
		band('CONTOH Kopi Bubuk Rawa', say('Harga', 'Price'), 'ddddnwwww'),
	];

	const pace = (at: number, value: number, low?: number, high?: number): EstimatePoint =>
		low === undefined ? { at, value, unsettled: true } : { at, value, low, high };
	const running: EstimatePoint[] = [
		pace(1, 4),
		pace(2, 3.4),
		pace(3, 3.2),
		pace(4, 3.5, 2.7, 4.3),
		pace(5, 3.7, 2.9, 4.6),
		pace(6, 3.5, 2.7, 4.3),
		pace(7, 3.5, 2.7, 4.3),
	];
	const ended: EstimatePoint[] = [
		pace(1, 5.2),
		pace(2, 4.1),
		pace(3, 3.9),
		pace(4, 3.9, 3, 5),
		pace(5, 4, 3.1, 5),
		pace(6, 4.1, 3.2, 5),
		pace(7, 4.1, 3.3, 5),
		pace(8, 4.2, 3.4, 5.1),
	];
	const stores: RangeRow[] = [
		{ label: 'CTH-220', value: 5.9, low: 4.2, high: 7.5, raw: 6.3 },
		{ label: 'CTH-143', value: 5.8, low: 4.1, high: 7.5, raw: 6.2 },
		{ label: 'CTH-164', value: 4.4, low: 3, high: 5.9, raw: 4.6 },
		{ label: 'CTH-199', value: 4, low: 2.6, high: 5.4, raw: 4.1 },
		{ label: 'CTH-150', value: 2.6, low: 1.5, high: 3.7, raw: 2.4 },
		{ label: 'CTH-108', value: 1.8, low: 0.9, high: 2.8, raw: 1.5 },
		{ label: 'CTH-171', value: 1.2, low: 0.5, high: 2, raw: 0.9 },
	];

	const preview: PreviewRow[] = [
		{
			cell: say('D14 Terjual', 'D14 Sold'),
			raw: '1.250',
			understood: say('1.250 bungkus', '1,250 packs'),
			remark: say('Titik adalah pemisah ribuan', 'The dot parts the thousands'),
		},
		{
			cell: say('C15 Tanggal', 'C15 Date'),
			raw: "1 Maret '26",
			understood: say('Minggu, 1 Maret 2026', 'Sunday, 1 March 2026'),
			remark: say('Cocok', 'Fits'),
		},
		{
			cell: say('B21 Toko', 'B21 Store'),
			raw: 'CTH 22O',
			understood: say('Mungkin CTH-220?', 'Perhaps CTH-220?'),
			remark: say('Huruf O, bukan angka 0.', 'A letter O, not the figure 0.'),
			tone: 'ask',
			action: { href: '#pilih-toko', label: say('Pilih toko', 'Choose the store') },
		},
		{
			cell: say('D37 Terjual', 'D37 Sold'),
			raw: '-3',
			understood: say('Tidak terbaca', 'Not readable'),
			remark: say(
				'Jumlah tidak boleh kurang dari nol. Bila ini retur, isi kolom Retur.',
				'A count cannot be below zero. If goods came back, use the column Returned.',
			),
			tone: 'stop',
		},
	];

	const scales: Choice[] = [
		{
			value: 'micro',
			label: say('Mikro', 'Micro'),
			detail: say('Penjualan setahun sampai Rp\u00a02 miliar', 'Yearly sales up to Rp\u00a02 billion'),
		},
		{
			value: 'small',
			label: say('Kecil', 'Small'),
			detail: say('Sampai Rp\u00a015 miliar', 'Up to Rp\u00a015 billion'),
		},
		{ value: 'medium', label: say('Menengah', 'Medium') },
	];
	const fact = (name: string, value: string, certainty: Certainty, source: string, code = false) => ({
		name,
		value,
		certainty,
		source,
		code,
	});

	return {
		say,
		words: (value: number) => decimal.format(value),
		links,
		stages,
		cloth,
		counts: ['–', '2', '1', '–', '1', '–', '1', '–', '1'],
		running,
		ended,
		stores,
		preview,
		scales,
		facts: [
			fact(
				say('Nomor izin P-IRT', 'Home industry permit (P-IRT)'),
				'2 06 1602 01 0001 31',
				'certain',
				say('Dicek ke surat asli, 18 Okt', 'Checked on the letter, 18 Oct'),
				true,
			),
			fact(
				say('Kemampuan per bulan', 'Capacity a month'),
				say('900 bungkus', '900 packs'),
				'fair',
				say('Catatan produksi 6 pekan', 'Six weeks of records'),
			),
			fact(
				say('Masa simpan', 'Shelf life'),
				say('90 hari', '90 days'),
				'guess',
				say('Kata produsen', 'The producer says so'),
			),
		],
		events: [
			{
				title: say('Penjualan pekan 7 masuk', 'Sales of week 7 came in'),
				detail: say(
					'Kemarin 21.05 WIB, unggahan CONTOH Mart, 140 baris',
					'Yesterday 21.05 WIB, upload by CONTOH Mart, 140 rows',
				),
			},
			{
				title: say('Rak kosong dilaporkan di 3 toko', 'Empty shelves reported in 3 stores'),
				detail: say('28 Februari, CONTOH Bagas', '28 February, CONTOH Bagas'),
				tone: 'bad' as const,
			},
			{
				title: say('Tes pasar dimulai di 20 toko', 'Market test began in 20 stores'),
				detail: say('12 Januari 2026, rancangan dikunci', '12 January 2026, the plan is locked'),
				tone: 'good' as const,
			},
		],
	};
}
