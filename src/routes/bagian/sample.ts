// Long because it is a table of sample words, in both languages.
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
		text: textIn(say),
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

/** What the gallery says between the parts. */
function textIn(say: (id: string, en: string) => string) {
	return {
		parts: say('Bagian', 'Parts'),
		programmeOfficer: say('Petugas program', 'Programme officer'),
		sampleDataNamesAndNumbers: say(
			'Data contoh: nama dan angka dibuat-buat.',
			'Sample data: names and numbers are made up.',
		),
		myAccount: say('Akun saya', 'My account'),
		allAnswersAreKeptOn: say(
			'Semua jawaban tersimpan di ponsel ini. 3 hal dikirim nanti.',
			'All answers are kept on this phone. 3 things will be sent later.',
		),
		language: say('Bahasa', 'Language'),
		screenColours: say('Warna layar', 'Screen colours'),
		followTheDevice: say('Ikuti perangkat', 'Follow the device'),
		light: say('Terang', 'Light'),
		dark: say('Gelap', 'Dark'),
		home: say('Beranda', 'Home'),
		partsUsedAgain: say('Bagian yang dipakai ulang', 'Parts used again'),
		allPartsInAllStates: say(
			'Semua bagian dalam semua keadaan, dengan kata dan angka contoh.',
			'All parts in all states, with sample words and numbers.',
		),
		printed3March202608: say(
			'Dicetak 3 Maret 2026 08.14 WIB oleh CONTOH Petugas',
			'Printed 3 March 2026 08.14 WIB by CONTOH Petugas',
		),
		nextStepSendStockTo: say(
			'Langkah berikut: kirim stok ke tiga toko',
			'Next step: send stock to three stores',
		),
		emptyShelvesIn3Of: say(
			'Rak kosong di 3 dari 20 toko. Hari kosong memperlama tes.',
			'Empty shelves in 3 of 20 stores. Empty days make the test longer.',
		),
		arrangeDelivery: say('Atur kiriman', 'Arrange delivery'),
		seeTheMarketTest: say('Lihat tes pasar', 'See the market test'),
		buttons: say('Tombol', 'Buttons'),
		print: say('Cetak', 'Print'),
		stopTheTest: say('Hentikan tes', 'Stop the test'),
		download2Rows: say('Unduh 2 baris', 'Download 2 rows'),
		lockedEvidence13Bound: say(
			'Terkunci: bukti 1,3, batasnya 2,0. Dibuka lagi 9 Maret.',
			'Locked: evidence 1.3, bound 2.0. Opens again on 9 March.',
		),
		goOnToExpansion: say('Lanjut ke perluasan', 'Go on to expansion'),
		stopTheTestOfContoh: say('Hentikan tes CONTOH Kemplang?', 'Stop the test of CONTOH Kemplang?'),
		theTestIn20Stores: say(
			'Tes di 20 toko berakhir hari ini. Data tetap tersimpan. Tes baru harus dirancang ulang.',
			'The test in 20 stores ends today. The data is kept. A new test must be planned again.',
		),
		cancelKeepTesting: say('Batal, teruskan tes', 'Cancel, keep testing'),
		visitDeleted: say('Kunjungan dihapus.', 'Visit deleted.'),
		undo: say('Urungkan', 'Undo'),
		whatWaits: say('Yang menunggu', 'What waits'),
		answerTheOfficeAboutContoh: say(
			'Jawab Dinas soal CONTOH Gula Puan',
			'Answer the office about CONTOH Gula Puan',
		),
		theLetterHasBeenAnswered: say('Surat penetapan sudah dibalas.', 'The letter has been answered.'),
		about2DaysLate: say('Terlambat 2 hari', '2 days late'),
		readIt: say('Baca balasan', 'Read it'),
		lookAtTheTestOf: say('Periksa tes CONTOH Kemplang', 'Look at the test of CONTOH Kemplang'),
		salesOfWeek7Are: say('Penjualan pekan 7 sudah masuk.', 'Sales of week 7 are in.'),
		today: say('Hari ini', 'Today'),
		seeTheTest: say('Lihat tes', 'See the test'),
		reviewTheVisitOfContoh: say('Tinjau kunjungan CONTOH Sari', 'Review the visit of CONTOH Sari'),
		about6PhotosAnd2Findings: say('6 foto dan 2 temuan.', '6 photos and 2 findings.'),
		thursday5March: say('Kamis, 5 Maret', 'Thursday, 5 March'),
		review: say('Tinjau', 'Review'),
		only12FiguresAnNib: say(
			'Baru 12 angka. NIB punya 13 angka; periksa lagi suratnya.',
			'Only 12 figures. An NIB has 13; look at the letter again.',
		),
		februaryHasNo31stWrite: say(
			'Februari tidak punya tanggal 31. Tulis tanggal yang ada.',
			'February has no 31st. Write a day that exists.',
		),
		chooseOneSizeOfBusiness: say('Pilih satu ukuran usaha.', 'Choose one size of business.'),
		fields: say('Isian', 'Fields'),
		nameOfTheProduct: say('Nama produk', 'Name of the product'),
		asOnTheLabel: say('Seperti di label', 'As on the label'),
		shelfPrice: say('Harga rak', 'Shelf price'),
		inRupiahNoDecimalsExample: say(
			'Dalam rupiah, tanpa koma. Contoh: 14.500',
			'In rupiah, no decimals. Example: 14,500',
		),
		firstDayOfSale: say('Mulai dijual', 'First day of sale'),
		example03032026: say('Contoh: 03/03/2026', 'Example: 03/03/2026'),
		sizeOfBusiness: say('Ukuran usaha', 'Size of business'),
		whatIsMissing: say('Apa yang kurang?', 'What is missing?'),
		oneSentenceTheOwnerReads: say(
			'Satu kalimat. Pemilik usaha ikut membacanya.',
			'One sentence. The owner reads it too.',
		),
		salesFile: say('Berkas penjualan', 'Sales file'),
		csvOrXlsxAtMost: say('CSV atau XLSX, paling besar 100 MB', 'CSV or XLSX, at most 100 MB'),
		theStoreHasAgreedTo: say('Toko sudah menyetujui rancangan ini', 'The store has agreed to this plan'),
		onceLockedThePlanDoes: say(
			'Sesudah dikunci, rancangan tidak berubah.',
			'Once locked, the plan does not change.',
		),
		saveTheEntries: say('Simpan isian', 'Save the entries'),
		entriesThatNeedALook: say('Isian yang perlu diperiksa', 'Entries that need a look'),
		businessNumberNib: say('Nomor induk berusaha (NIB)', 'Business number (NIB)'),
		about13FiguresInTheLetter: say('13 angka, ada di surat dari OSS', '13 figures, in the letter from OSS'),
		settledBefore: say('Beres sebelum tanggal', 'Settled before'),
		example17032026: say('Contoh: 17/03/2026', 'Example: 17/03/2026'),
		soldWhere: say('Dijual di mana', 'Sold where'),
		moreThanOneIsFine: say('Boleh lebih dari satu', 'More than one is fine'),
		ownStall: say('Kios sendiri', 'Own stall'),
		villageMarket: say('Pasar desa', 'Village market'),
		question6Of8: say('Pertanyaan 6 dari 8', 'Question 6 of 8'),
		isThereAPlaceTo: say(
			'Apakah ada tempat cuci tangan dengan sabun?',
			'Is there a place to wash hands with soap?',
		),
		inTheWorkRoomNot: say('Di ruang olah, bukan di kamar mandi.', 'In the work room, not in the bathroom.'),
		areGoodsKeptOffThe: say('Apakah bahan disimpan di atas alas?', 'Are goods kept off the floor?'),
		isTheWaterTested: say('Apakah air minum diperiksa?', 'Is the water tested?'),
		whatHoldsItUp: say('Yang menghambat', 'What holds it up'),
		noHalalCertificateYet: say('Sertifikat halal belum ada', 'No halal certificate yet'),
		terasiIsAProcessedFood: say(
			'Terasi adalah makanan olahan, jadi wajib bersertifikat. Toko uji sudah memintanya.',
			'Terasi is a processed food, so it needs one. The test stores have asked for it.',
		),
		likelyTime: say('Perkiraan waktu', 'Likely time'),
		about12To21Days: say('12 sampai 21 hari', '12 to 21 days'),
		cost: say('Biaya', 'Cost'),
		whoHelps: say('Yang membantu', 'Who helps'),
		pp422024Article160: say('PP 42/2024 pasal 160', 'PP 42/2024 article 160'),
		proven: say('terbukti', 'proven'),
		prepareThePapers: say('Siapkan berkas', 'Prepare the papers'),
		haveItAlreadyUpload: say('Sudah punya? Unggah', 'Have it already? Upload'),
		isAFishProcessingCertificate: say(
			'Apakah perlu sertifikat pengolahan ikan?',
			'Is a fish processing certificate needed?',
		),
		weDoNotKnowThe: say(
			'Kami belum tahu kebiasaan di kabupaten ini. Ini bukan kesalahan produk.',
			'We do not know the practice of this regency yet. It is no fault of the product.',
		),
		uu312004Article20: say('UU 31/2004 pasal 20', 'UU 31/2004 article 20'),
		fair: say('sedang', 'fair'),
		askTheFisheriesOffice: say('Tanya Dinas Perikanan', 'Ask the fisheries office'),
		verdicts: say('Putusan', 'Verdicts'),
		now: say('Sekarang', 'Now'),
		cohort1: say('Angkatan 1', 'Cohort 1'),
		mainFacts: say('Keterangan utama', 'Main facts'),
		halalCertificate: say('Sertifikat halal', 'Halal certificate'),
		issuedUntilWithdrawn: say('Terbit, sampai dicabut', 'Issued, until withdrawn'),
		photoOfIt: say('Foto sertifikat', 'Photo of it'),
		foodGroup: say('Golongan pangan', 'Food group'),
		sinceLastMonth: say('Sejak bulan lalu', 'Since last month'),
		readyForTheShelf: say('Siap masuk rak', 'Ready for the shelf'),
		of14: say('dari 14', 'of 14'),
		february4Up2: say('Februari: 4. Naik 2.', 'February: 4. Up 2.'),
		blockers: say('Penghambat', 'Blockers'),
		february14Down3: say('Februari: 14. Turun 3.', 'February: 14. Down 3.'),
		storeOrders: say('Pesanan toko', 'Store orders'),
		millionRupiah: say('juta rupiah', 'million rupiah'),
		february159Million: say('Februari: 15,9 juta.', 'February: 15.9 million.'),
		howItIsCounted: say('Cara menghitung', 'How it is counted'),
		whatHappened: say('Jejak', 'What happened'),
		evidencePhotos: say('Foto bukti', 'Evidence photos'),
		handWashing: say('Cuci tangan', 'Hand washing'),
		storageShelf: say('Rak simpan', 'Storage shelf'),
		label: say('Label', 'Label'),
		mill: say('Tempat giling', 'Mill'),
		nothingYet: say('Kosong', 'Nothing yet'),
		noVisitsYet: say('Belum ada kunjungan.', 'No visits yet.'),
		planTheFirstItTakes: say(
			'Jadwalkan yang pertama. Biasanya 40 menit di lokasi.',
			'Plan the first. It takes about 40 minutes.',
		),
		planAVisit: say('Jadwalkan kunjungan', 'Plan a visit'),
		working: say('Memuat', 'Working'),
		counting20Stores: say('Menghitung 20 toko…', 'Counting 20 stores…'),
		reading140RowsOfSales: say('Membaca 140 baris penjualan.', 'Reading 140 rows of sales.'),
		youMayLeaveTheResult: say(
			'Boleh ditinggal; hasilnya menunggu di Beranda.',
			'You may leave; the result waits at Home.',
		),
		saving64Of100Rows: say('Menyimpan 64 dari 100 baris', 'Saving 64 of 100 rows'),
		goneWrong: say('Gagal', 'Gone wrong'),
		thisPageDidNotOpen: say('Halaman ini gagal dibuka', 'This page did not open'),
		yourDataIsSafeTry: say(
			'Data Anda aman. Coba lagi sebentar lagi.',
			'Your data is safe. Try again in a moment.',
		),
		tryAgain: say('Coba lagi', 'Try again'),
		whereItIsSaved: say('Tersimpan di mana', 'Where it is saved'),
		packsPerStoreAndWeek: say('Bungkus per toko per pekan', 'Packs per store and week'),
		store: say('Toko', 'Store'),
		perWeek: say('Per pekan', 'Per week'),
		lowest: say('Paling rendah', 'Lowest'),
		highest: say('Paling tinggi', 'Highest'),
		week: say('Pekan', 'Week'),
		estimate: say('Perkiraan', 'Estimate'),
		range: say('Rentang', 'Range'),
		notYet: say('belum', 'not yet'),
		hurdle30: say('ambang 3,0', 'hurdle 3.0'),
		importPreview: say('Pratinjau impor', 'Import preview'),
		about138RowsAreReady: say('138 baris siap disimpan.', '138 rows are ready.'),
		about2RowsNeedYourLook: say('2 baris perlu Anda lihat.', '2 rows need your look.'),
		nothingIsSavedYet: say('Belum ada yang tersimpan.', 'Nothing is saved yet.'),
		salesContohXlsxSheetSheet1: say(
			'penjualan-CONTOH.xlsx, lembar “Sheet1”',
			'sales-CONTOH.xlsx, sheet “Sheet1”',
		),
		save138Rows: say('Simpan 138 baris', 'Save 138 rows'),
		downloadThe2Rows: say('Unduh 2 baris bermasalah', 'Download the 2 rows'),
		searchTablePages: say('Cari, tabel, halaman', 'Search, table, pages'),
		findAStore: say('Cari toko', 'Find a store'),
		nameCodeOrKecamatan: say('Nama, kode, atau kecamatan', 'Name, code or kecamatan'),
		numbersOfEachStore: say('Angka tiap toko', 'Numbers of each store'),
		about50Of1240By: say('50 dari 1.240, urut kode', '50 of 1,240, by code'),
		estimateAgainstTheHurdle: say('Perkiraan terhadap ambang', 'Estimate against the hurdle'),
		theHurdleStillLiesWithin: say('Ambang masih di dalam rentang', 'The hurdle still lies within the range'),
		week735Packs: say(
			'Pekan 7: 3,5 bungkus, rentang 2,7 sampai 4,3. Ambang 3,0 masih di dalam rentang.',
			'Week 7: 3.5 packs, range 2.7 to 4.3. The hurdle of 3.0 still lies within.',
		),
		weekOfTheTestAt: say('pekan tes, paling lama 16', 'week of the test, at most 16'),
		weeksToCome: say('pekan belum tiba', 'weeks to come'),
		theWholeRangeLiesAbove: say('Seluruh rentang di atas ambang', 'The whole range lies above the hurdle'),
		week842Packs: say(
			'Pekan 8: 4,2 bungkus, rentang 3,4 sampai 5,1. Ambang 3,0 di bawah rentang.',
			'Week 8: 4.2 packs, range 3.4 to 5.1. The hurdle of 3.0 lies below.',
		),
		weekOfTheTest: say('pekan tes', 'week of the test'),
		eachStore: say('Tiap toko', 'Each store'),
		storesDifferMuchSoEvidence: say(
			'Toko berbeda jauh, jadi bukti tumbuh pelan',
			'Stores differ much, so evidence grows slowly',
		),
		packsAWeekEachTest: say('Bungkus per pekan, tiap toko uji', 'Packs a week, each test store'),
		estimatesFrom59To: say(
			'Perkiraan tiap toko dari 5,9 sampai 1,2 bungkus per pekan; angka lengkap ada di tabel.',
			'Estimates from 5.9 to 1.2 packs a week; all numbers are in the table.',
		),
		thePathClimbs: say('Jalan yang menanjak', 'The path climbs'),
		pathOfTheProduct: say('Perjalanan produk', 'Path of the product'),
		nineStages: say('Sembilan tahap', 'Nine stages'),
		readiness: say('Kesiapan', 'Readiness'),
		about17Met2NotYet: say(
			'17 terpenuhi, 2 belum, 2 belum diketahui, 5 tidak berlaku',
			'17 met, 2 not yet, 2 unknown, 5 do not apply',
		),
		checklist: say('Daftar periksa', 'Checklist'),
		about5Of8Answered: say('5 dari 8 terjawab', '5 of 8 answered'),
		steps: say('Langkah', 'Steps'),
		file: say('Berkas', 'File'),
		check: say('Periksa', 'Check'),
		save: say('Simpan', 'Save'),
		clothOfTheCohort: say('Kain angkatan', 'Cloth of the cohort'),
		productsAndHowTheyStand: say('Produk dan keadaannya', 'Products and how they stand'),
		productsAtThisStage: say('Produk yang sedang di tahap ini', 'Products at this stage'),
	};
}
