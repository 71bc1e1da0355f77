import type { Proofs } from '../column-readers.ts';
import { checkCoordinates } from '../coordinates.ts';
import { dateShape, inOrder } from '../dates.ts';
import { type Draft } from '../draft.ts';
import { settleDistrictHeadings } from '../areas/headings.ts';
import { settleVillage } from '../areas/settle.ts';
import { markDuplicates } from '../duplicates.ts';
import type { Table } from '../find-table.ts';
import { type Cell, oneLine, textOf } from '../grid.ts';
import type { MappedColumn, Mapping } from '../map-columns.ts';
import { birthDays, identifierText, withoutSeparators } from '../readers/identifiers.ts';
import { markOf } from '../readers/marks.ts';
import type { RecordKind } from '../record-kind.ts';
import type { DateOrder } from '../result.ts';
import { field, type Field } from '../spec.ts';

// Amounts below these are possible and yet more often an amount that lost its thousands.
const SMALL_PRICE = 100;
const SMALL_AMOUNT = 10_000;

export const MSME_FIELDS: readonly Field[] = [
	field(
		'business',
		'name',
		'nama usaha|nama umkm|nama ukm|nama ikm|usaha|umkm|nama perusahaan|nama badan usaha|nama toko|nama industri|nama produsen|business|business name|nama tempat usaha',
	),
	field(
		'owner',
		'name',
		'nama pemilik|pemilik|nama pelaku usaha|pelaku usaha|nama pemilik usaha|nama pengusaha|pengusaha|nama lengkap|penanggung jawab|nama penanggung jawab|pimpinan|nama ketua|ketua|pengelola|nama pengelola|nama sesuai ktp|owner|owner name',
	),
	field('nik', 'nik', 'nik|nomor induk kependudukan|nomor ktp|ktp|nik ktp|nik pemilik|nomor nik'),
	field('no_kk', 'nik', 'nomor kk|kk|nomor kartu keluarga|kartu keluarga'),
	field(
		'phone',
		'phone',
		'nomor hp|hp|nomor hp wa|hp wa|telepon|nomor telepon|telepon hp|nomor telepon hp|kontak|nomor kontak|whatsapp|nomor whatsapp|nomor hp whatsapp|phone|mobile|contact|nomor handphone aktif',
	),
	field(
		'phone2',
		'phone',
		'hp 2|nomor hp 2|telepon 2|telepon lain|hp lain|nomor hp alternatif|nomor hp lain|nomor hp kedua',
	),
	field(
		'address',
		'text',
		'alamat|alamat usaha|alamat lengkap|alamat rumah|alamat tempat usaha|jalan|address',
	),
	field('village', 'village', 'desa|kelurahan|desa kelurahan|kelurahan desa|nama desa|village'),
	field('district', 'district', 'kecamatan|nama kecamatan|district|subdistrict'),
	field('lat', 'latitude', 'lat|latitude|lintang|garis lintang', { min: -180, max: 180, signed: true }),
	field('lng', 'longitude', 'lng|lon|long|longitude|bujur|garis bujur', {
		min: -180,
		max: 180,
		signed: true,
	}),
	field('birth_date', 'date', 'tanggal lahir|lahir|birth date|date of birth|dob'),
	field(
		'founded_year',
		'year',
		'tahun berdiri|berdiri|tahun mulai usaha|mulai usaha|tahun pendirian|berdiri sejak|founded',
	),
	field('survey_year', 'year', 'tahun pendataan|tahun data|tahun survei|tahun survey'),
	field(
		'workers',
		'whole',
		'tenaga kerja|jumlah tenaga kerja|jumlah karyawan|karyawan|pekerja|jumlah pekerja|naker|tk|employees|workers',
		{ max: 10_000 },
	),
	field(
		'activity',
		'text',
		'kegiatan|kegiatan usaha|jenis kegiatan|bidang usaha|jenis usaha|sektor usaha|uraian usaha|activity',
	),
	field(
		'product',
		'text',
		'produk|nama produk|jenis produk|produk utama|hasil produksi|produk yang dihasilkan|product',
	),
	field('price_idr', 'money', 'harga|harga jual|harga satuan|harga produk|price', { small: SMALL_PRICE }),
	field('capital_own_idr', 'money', 'modal sendiri|modal usaha|modal|modal awal', { small: SMALL_AMOUNT }),
	field('capital_loan_idr', 'money', 'modal luar|modal pinjaman|pinjaman|kredit', { small: SMALL_AMOUNT }),
	field(
		'revenue_month_idr',
		'money',
		'omzet bulan|omzet sebulan|omzet perbulan|penghasilan bulan|pendapatan bulan|penjualan bulan|rata rata omzet bulan',
		{ small: SMALL_AMOUNT },
	),
	field(
		'revenue_year_idr',
		'money',
		'omzet tahun|omzet setahun|omzet pertahun|penghasilan tahun|pendapatan tahun|penjualan tahun|hasil penjualan tahun',
		{ small: SMALL_AMOUNT },
	),
	field('nib', 'nib', 'nib|nomor nib|nomor induk berusaha'),
	field('pirt', 'pirt', 'pirt|nomor pirt|sertifikat pirt|spp irt|izin pirt'),
	field('halal', 'halal', 'halal|sertifikat halal|nomor sertifikat halal|nomor halal'),
	field('pirt_issued', 'date', 'tanggal terbit pirt|tanggal pirt|terbit pirt'),
	field('other_letter', 'text', 'sku|nomor sku|surat keterangan usaha|iumk|siup|surat lain'),
	field('has_brand', 'mark', 'merek|merk|haki|hki|merek dagang|sertifikat merek|punya merek'),
	field(
		'licences',
		'licences',
		'legalitas|izin yang dimiliki|legalitas usaha|perizinan|izin usaha yang dimiliki|sertifikat yang dimiliki',
	),
	field(
		'licences_in_process',
		'licences',
		'izin dalam proses|legalitas dalam proses|izin yang sedang diurus|sedang diurus|izin yang diurus',
	),
	field(
		'market_test',
		'yes-no',
		'bersedia ikut tes pasar|bersedia tes pasar|ikut tes pasar|kesediaan tes pasar|tes pasar',
	),
	field(
		'submitted',
		'moment',
		'timestamp|cap waktu|stempel waktu|waktu pengisian|tanggal pengisian|submitted',
	),
	field('external_id', 'code', 'id|kode umkm|id umkm|nomor registrasi|kode|nomor dari sistem lain'),
	field('note', 'text', 'keterangan|catatan|note|notes|remarks'),
];

const fieldNamed = (name: string) => MSME_FIELDS.find((one) => one.name === name) ?? null;

/** A bare `Nama` beside a NIK or a birth date is a person's, otherwise the business's. */
function chooseNames(mapping: Mapping): Mapping {
	const has = (name: string) => mapping.columns.some((column) => column.field?.name === name);
	const isBare = (column: MappedColumn) => /^(nama|name|nama lengkap)$/i.test(oneLine(column.header));
	const personal = has('nik') || has('birth_date') || has('no_kk');
	const wanted =
		!has('owner') && (has('business') || personal) ? 'owner' : has('business') ? null : 'business';
	const columns = mapping.columns.map((column) =>
		isBare(column) && column.field === null && wanted ? { ...column, field: fieldNamed(wanted) } : column,
	);
	return { ...mapping, columns };
}

/** Ticks instead of numbers: the column says whether the licence is there. */
function chooseMarks(mapping: Mapping, table: Table): Mapping {
	const columns = mapping.columns.map((column) => {
		const name = column.field?.name ?? '';
		if (!['nib', 'pirt', 'halal'].includes(name) || !areMarks(table, column.index)) return column;
		return { ...column, field: field(`has_${name}`, 'mark', name) };
	});
	return { ...mapping, columns };
}

function areMarks(table: Table, index: number): boolean {
	const cells = table.rows.map(({ cells: row }) => row[index] ?? '').filter((cell) => !isDash(cell));
	return cells.length > 0 && cells.filter((cell) => markOf(cell) !== null).length > cells.length / 2;
}

const isDash = (cell: Cell) => /^[-–—?]*$/.test(oneLine(textOf(cell)));

/** The NIK says the day of birth: it proves in which order the dates beside it are written. */
function proofs(table: Table, mapping: Mapping): Proofs {
	const at = (name: string) => mapping.columns.find((column) => column.field?.name === name)?.index ?? -1;
	const [nik, birth] = [at('nik'), at('birth_date')];
	const votes = { 'day-month-year': 0, 'month-day-year': 0 };
	for (const { cells } of table.rows) {
		const order = orderByNik(cells[nik] ?? '', cells[birth] ?? '');
		if (order) votes[order]++;
	}
	return { mark: () => null, order: (one) => (one.name === 'birth_date' ? winner(votes) : null) };
}

function orderByNik(nik: Cell, birth: Cell): DateOrder | null {
	const found = identifierText(nik);
	const shape = typeof birth === 'string' ? dateShape(birth) : null;
	if (!found || 'problem' in found || shape?.is !== 'numeric') return null;
	const days = birthDays(withoutSeparators(found.text));
	const orders = (['day-month-year', 'month-day-year'] as const).filter((order) =>
		days.includes(inOrder(shape, order) ?? ''),
	);
	return orders.length === 1 ? (orders[0] ?? null) : null;
}

function winner(votes: Record<DateOrder, number>): DateOrder | null {
	if (votes['day-month-year'] === votes['month-day-year']) return null;
	return votes['day-month-year'] > votes['month-day-year'] ? 'day-month-year' : 'month-day-year';
}

function rowRule(draft: Draft, context: Parameters<typeof settleVillage>[1]): void {
	settleVillage(draft, context);
	checkCoordinates(draft);
}

export const msmeList: RecordKind = {
	fields: MSME_FIELDS,
	choose: (mapping, table) => chooseMarks(chooseNames(mapping), table),
	proofs,
	headings: settleDistrictHeadings,
	rowRule,
	listRule: markDuplicates,
};
