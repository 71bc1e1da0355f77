import { monthNumber } from './dates.ts';
import type { Header } from './find-header.ts';
import { type Cell, isBlank, oneLine, type Sheet, textOf } from './grid.ts';
import { numberShape } from './numbers.ts';

/** Why a row below the header is no data; null for data. */
export type Verdict = string | null;

const TOTAL =
	/^(grand\s*|sub\s*-?\s*)?(total|jumlah|jml|ttl)\b|^(total|jumlah)\s+(keseluruhan|seluruhnya)|^sub\s*-?\s*total/i;
const WHOLE_TOTAL = /^((grand|sub)\s*-?\s*)?(total|jumlah)(\s+(total|keseluruhan|umum))?\s*:?$/i;
const SUBTOTAL = /^sub\s*-?\s*(total|jumlah)/i;
const AVERAGE = /^(rata\s*-?\s*rata|rerata|average|mean)\b/i;
const PAGE = /^(halaman|hal\.?|page)\s*:?\s*\d+|^\d+\s*(\/|dari|of)\s*\d+$/i;
const PRINTED =
	/^(dicetak|tanggal cetak|tgl\.? cetak|waktu cetak|printed|print date|user|operator)\b\s*(oleh|pada|on|by)?\s*:/i;
const NOTE = /^(catatan|keterangan|note|notes|sumber|source|ket)\.?\s*:|^\*+\)?\s*\S/i;
// The whole first cell: a business called `CONTOH Kemplang A` is no example.
const EXAMPLE =
	/^\W*(contoh|cth|example)(\s+(baris|isian|pengisian|row))?(\W+(hapus baris ini|delete this row))?\W*$/i;
const HEADING =
	/^(kecamatan|kec\.?|desa|kelurahan|kel\.?|kategori|kelompok|golongan|bagian|[ivx]+\.|[a-z]\.)\s/i;

/** Judges the rows below a header one by one, each by its own cells and the header's. */
export function rowJudge(sheet: Sheet, header: Header): (cells: readonly Cell[], row: number) => Verdict {
	const headers = new Map(header.columns.map((column) => [column.index, column.header.toLowerCase()]));
	const ownRows = sheet.rows.slice(header.top, header.top + header.levels).map(wordsOf);
	const titles = new Set(sheet.rows.slice(0, header.top).map(wordsOf));
	const wide = header.columns.length >= 3;
	const isPlain = plainRows(header);
	return (cells, row) => {
		if (row > header.top + header.levels && isPlain(cells)) return null;
		const full = cells.flatMap((cell, index) =>
			isBlank(cell) ? [] : [{ index, cell, text: oneLine(textOf(cell)) }],
		);
		if (full.length === 0) return 'blank';
		if (row === header.top + header.levels && isColumnNumbers(full.map(({ text }) => text)))
			return 'column-number-row';
		if (repeats(full, headers, ownRows, wordsOf(cells))) return 'repeated-header';
		const first = full[0]?.text ?? '';
		if (full.length > 1 && EXAMPLE.test(first)) return 'example-row';
		if (full.length === header.columns.length) return WHOLE_TOTAL.test(first) ? totalReason(full) : null;
		if (wide && full.length <= 2 && PAGE.test(first)) return 'page-footer';
		if (wide && full.length <= 2 && titles.has(wordsOf(cells))) return 'report-head';
		if (wide && full.length <= 2 && (PRINTED.test(first) || NOTE.test(first))) return 'footer';
		const sums = totalReason(full);
		if (sums && header.columns.length > 1) return sums;
		return wide && full.length === 1 && HEADING.test(first) ? 'group-heading' : null;
	};
}

/**
 * Tells a row of data at a glance: a cell for every column, and more than a fifth of them, the first among them, begin with
 * a digit where the header does not. Such a row repeats no header, adds nothing up and is no remark.
 */
function plainRows({ columns, width }: Header): (cells: readonly Cell[]) => boolean {
	const isWords = columns.every(({ header, index }, i) => index === i && !STARTS_WITH_DIGIT.test(header));
	return (cells) => {
		if (!isWords || cells.length !== columns.length || cells.length !== width) return false;
		let digits = 0;
		for (const cell of cells) {
			if (typeof cell !== 'string' || isBlank(cell)) return false;
			if (STARTS_WITH_DIGIT.test(cell)) digits++;
		}
		return digits > cells.length * 0.2 && STARTS_WITH_DIGIT.test(String(cells[0]));
	};
}

const STARTS_WITH_DIGIT = /^\d/;

const wordsOf = (cells: readonly Cell[]) =>
	cells
		.map((cell) => oneLine(textOf(cell)).toLowerCase())
		.join(' ')
		.trim();

/** `1 2 3 4 …` or `(1) (2) (3)` under the header. */
function isColumnNumbers(texts: readonly string[]): boolean {
	const numbers = texts.map((text) => Number(text.replace(/[()]/g, '')));
	return (
		numbers.length >= 3 && numbers.every((n, i) => n === (numbers[0] ?? 0) + i) && (numbers[0] ?? 9) <= 1
	);
}

type Full = readonly { readonly index: number; readonly cell: Cell; readonly text: string }[];

function repeats(
	full: Full,
	headers: ReadonlyMap<number, string>,
	ownRows: readonly string[],
	words: string,
): boolean {
	if (full.some(({ cell }) => typeof cell !== 'string')) return false;
	if (ownRows.includes(words)) return true;
	const same = full.filter(({ index, text }) => headers.get(index) === text.toLowerCase()).length;
	return full.length > 1 && same >= full.length * 0.8;
}

/** A row that adds up others: one cell says so, and all the rest are amounts. */
function totalReason(full: Full): Verdict {
	const label = full.find(({ text }) => TOTAL.test(text) || AVERAGE.test(text));
	if (!label) return null;
	const rest = full.filter((part) => part !== label);
	if (!rest.every(({ cell, text }) => isAmount(cell, text))) return null;
	if (AVERAGE.test(label.text)) return 'average-row';
	return SUBTOTAL.test(label.text) ? 'subtotal-row' : 'total-row';
}

function isAmount(cell: Cell, text: string): boolean {
	if (typeof cell !== 'string') return cell.type === 'number' || cell.type === 'formula';
	if (text === ':') return true;
	const shape = numberShape(text);
	return shape === null || ('digits' in shape && shape.digits.readings !== 'none');
}

const SIGNS =
	/\bNIP\b|\bNRP\b|mengetahui|menyetujui|^(an\.|a\.n\.|plt\.?|plh\.?)\s|^(kepala|kadis|camat|lurah|bupati|sekretaris|ketua|direktur|manajer|manager|pimpinan|petugas|pendamping|enumerator|surveyor)\b|hormat kami|(dibuat|diperiksa|disetujui|diketahui) oleh|^ttd\b|pembina|penata/i;
const PLACE_AND_DATE = /^\p{L}[\p{L} .]+,\s*(\d{1,2}\s+)?(\p{L}+)?[\s.…_]*(\d{4})$/u;

/** Does a row of few words belong to the block in which officials sign? */
export function isSignature(cells: readonly Cell[]): boolean {
	return cells.some((cell) => {
		const text = oneLine(textOf(cell));
		if (SIGNS.test(text)) return true;
		const month = PLACE_AND_DATE.exec(text)?.[2];
		return month !== undefined && monthNumber(month) !== null;
	});
}
