// A sell-out file of any length with known answers: what is right adds up to known sums, and of every bad row it is known
// in which line it stands, in which column, with which text, and why it cannot be taken.
import { addDays } from '#lib/calendar.ts';
import { checkDigit } from '#lib/gs1/gtin.ts';

export type Bad = {
	readonly line: number;
	readonly column: string | null;
	readonly value: string;
	readonly code: string;
};

export type Totals = { lines: number; units: number; amountIdr: number };

/** What the file holds, to be read once all of it was written. */
export type Answers = { readonly good: Totals; readonly bad: Bad[] };

export const STORES = Array.from({ length: 200 }, (_, i) => `T${String(i + 1).padStart(4, '0')}`);
/** Codes of the block that is kept for examples. */
export const GTINS = Array.from({ length: 100 }, (_, i) => {
	const body = `952000000${String(i + 1).padStart(3, '0')}`;
	return body + checkDigit(body);
});
const A_DAY = STORES.length * GTINS.length;
const FIRST_DAY = '2025-01-01';
const NO_PRODUCT = `952999999999${checkDigit('952999999999')}`;
const COLUMNS = ['Tanggal', 'Kode Toko', 'Barcode', 'Qty', 'Nilai'] as const;

type Column = (typeof COLUMNS)[number];
type Spoiled = {
	readonly column: Column | null;
	readonly code: string;
	readonly text: (text: string) => string;
};

/** Twelve ways in which a line goes wrong. */
const SPOILED: readonly Spoiled[] = [
	{ column: 'Tanggal', code: 'invalid-date', text: () => '31/02/2025' },
	{ column: 'Tanggal', code: 'not-a-date', text: () => 'hari pasar' },
	{ column: 'Tanggal', code: 'date/in-the-future', text: () => '01/01/2031' },
	{ column: 'Kode Toko', code: 'unknown-store', text: () => 'T9999' },
	{ column: 'Kode Toko', code: 'missing-required', text: () => '' },
	{ column: 'Barcode', code: 'scientific-notation', text: () => '9,52E+12' },
	{
		column: 'Barcode',
		code: 'bad-check-digit',
		text: (gtin) => gtin.slice(0, 12) + ((Number(gtin[12]) + 1) % 10),
	},
	{ column: 'Barcode', code: 'unknown-product', text: () => NO_PRODUCT },
	{ column: 'Qty', code: 'invalid-number', text: () => 'rusak' },
	{ column: 'Qty', code: 'ambiguous-number', text: () => '1.250' },
	{ column: 'Qty', code: 'out-of-range', text: () => '99999999999' },
	{ column: null, code: 'unexpected-extra-cell', text: (amount) => `${amount};retur` },
];

/** Of 100 lines one is bad, at a place that moves. */
const badKind = (n: number): Spoiled | null =>
	n % 100 === Math.floor(n / 100) % 100 ? (SPOILED[Math.floor(n / 100) % SPOILED.length] ?? null) : null;

/** The file as text, some thousand lines at a time. `answers` fill up as it is written. */
export function* sellOutFile(lines: number, answers: Answers, isBad = true): Generator<string> {
	yield `\ufeff${COLUMNS.join(';')}\r\n`;
	let text = '';
	for (let n = 0; n < lines; n++) {
		const good = lineOf(n);
		const spoiled = isBad ? badKind(n) : null;
		text += `${(spoiled ? spoil(good, spoiled, n, answers) : take(good, answers)).join(';')}\r\n`;
		if (n % 5_000 === 4_999) {
			yield text;
			text = '';
		}
	}
	yield text;
}

export const noAnswers = (): Answers => ({ good: { lines: 0, units: 0, amountIdr: 0 }, bad: [] });

type Line = {
	readonly day: string;
	readonly cells: readonly string[];
	readonly units: number;
	readonly amountIdr: number;
};

/** The n-th line: every store and product once a day, so that no two lines are about the same. */
export function lineOf(n: number): Line {
	const day = addDays(FIRST_DAY, Math.floor(n / A_DAY));
	const product = n % GTINS.length;
	const store = Math.floor(n / GTINS.length) % STORES.length;
	const units = ((n * 2_654_435_761) >>> 7) % 31;
	const amountIdr = units * (5_000 + 250 * product);
	const written = day.split('-').toReversed().join('/');
	return {
		day,
		cells: [written, STORES[store] ?? '', GTINS[product] ?? '', `${units}`, `${amountIdr}`],
		units,
		amountIdr,
	};
}

function take({ cells, units, amountIdr }: Line, { good }: Answers): readonly string[] {
	good.lines++;
	good.units += units;
	good.amountIdr += amountIdr;
	return cells;
}

function spoil(
	{ cells }: Line,
	{ column, code, text }: Spoiled,
	n: number,
	{ bad }: Answers,
): readonly string[] {
	const at = column === null ? COLUMNS.length - 1 : COLUMNS.indexOf(column);
	const value = text(cells[at] ?? '');
	bad.push({ line: n + 2, column, value: column === null ? '' : value, code });
	return cells.with(at, value);
}
