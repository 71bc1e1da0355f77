import { editDistance } from './edit-distance.ts';
import { oneLine } from './grid.ts';

// One spelling for each word that headers shorten or spell in several ways.
const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
	[
		'nomor no nmr num nbr number',
		'tanggal tgl tg date',
		'jumlah jml jmlh jlh jum',
		'harga hrg',
		'barang brg',
		'nama nm name',
		'kode kd code',
		'kecamatan kec',
		'kelurahan kel',
		'desa ds',
		'kabupaten kab',
		'tahun thn th',
		'bulan bln',
		'keterangan ket',
		'satuan sat',
		'telepon tlp telp tlpn telpon telephone',
		'hp handphone ponsel hape',
		'whatsapp wa',
		'alamat almt alamt',
		'omzet omset',
		'qty kuantitas kuantum quantity kwantitas',
		'pirt',
		'sertifikat sertif sertipikat',
		'penjualan pnjualan',
		'transaksi trx trans',
		'minggu mgg',
		'produksi prod',
		'pemilik pmlk',
		'perusahaan prsh',
		'rata average mean',
		'tahun tahunan',
		'bulan bulanan',
	].flatMap((line) => {
		const [word = '', ...others] = line.split(' ');
		return others.map((other) => [other, word]);
	}),
);

const FILLERS = new Set(['per', 'dan', 'yang', 'di', 'of', 'the', 'and']);

/** Words of a header in one spelling: `No. HP` and `nomor_hp` both become `nomor hp`. Units in brackets are left out. */
export function headerWords(header: string): string[] {
	const text = oneLine(header.normalize('NFKC'))
		.replace(/\([^)]*\)/g, ' ')
		.replace(/p\s*-\s*irt/gi, 'pirt')
		.replace(/whats\s*app/gi, 'whatsapp')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase();
	return text
		.split(/[^\p{L}\p{N}%]+/u)
		.filter((word) => word !== '' && !FILLERS.has(word))
		.map((word) => WORDS[word] ?? word);
}

/** The unit a header writes in brackets: `(gr)`, `(%)`, `(btr/100g)`. */
export function headerUnit(header: string): string {
	return (/\(([^)]*)\)\s*$/.exec(oneLine(header))?.[1] ?? '').toLowerCase();
}

/** Phrases by which headers name one field, in headers' words. */
export type Phrases = readonly (readonly string[])[];

export function phrases(list: string): Phrases {
	return list.split('|').map((phrase) => headerWords(phrase));
}

/** How well a header names a field: 1 word for word, from 0.6 recognisable, below a suggestion, 0 not at all. */
export function headerScore(header: string, names: Phrases): number {
	const whole = headerWords(header);
	const parts = header.split(/[/|]|\batau\b|\n/).map(headerWords);
	return Math.max(
		scoreWords(whole, names),
		...(parts.length > 1 ? parts.map((part) => 0.97 * scoreWords(part, names)) : []),
		0.97 * scoreWords(headerWords(header.replace(/[()]/g, ' ')), names),
	);
}

function scoreWords(words: readonly string[], names: Phrases): number {
	if (words.length === 0) return 0;
	// A field's best-known name goes before its others: beside `Qty` a column `Jumlah` is the amount.
	return Math.max(0, ...names.map((name, i) => scorePhrase(words, name) - 0.001 * i));
}

// Words that add nothing to what a header names.
const NEUTRAL = new Set('rp idr rupiah usaha umkm lengkap aktif pemilik anda data nomor'.split(' '));

function scorePhrase(words: readonly string[], phrase: readonly string[]): number {
	const [a, b] = [words.join(''), phrase.join('')];
	if (a === b) return words.length === phrase.length ? 1 : 0.97;
	if (sameWords(words, phrase)) return 0.95;
	if (b.length >= 6 && editDistance(a, b, 1) <= 1) return 0.85;
	if (!phrase.every((word) => words.some((other) => alike(word, other)))) return 0;
	const more = words.filter((word) => !phrase.includes(word) && !NEUTRAL.has(word));
	// One word of several says little: `Harga Pokok` is no selling price. It may be suggested.
	return phrase.length === 1 && more.length > 0 ? 0.5 : 0.6 + 0.25 * (phrase.length / words.length);
}

const sameWords = (a: readonly string[], b: readonly string[]) =>
	a.length === b.length && a.every((word) => b.includes(word));

/** The same word, or the same with one letter wrong. */
const alike = (a: string, b: string) => a === b || (a.length >= 6 && editDistance(a, b, 1) <= 1);
