import type { LocalDate } from '#lib/calendar.ts';
import type { ReadResult, Row, Value } from '#lib/tables/result.ts';

/** A product as a sell-out file names it, and what the file holds of it. */
export type FileProduct = {
	/** `sku:10001`, `gtin:952…` or `product:Kemplang 250 g`: the surest name that its rows carry. */
	readonly key: string;
	readonly name: string | null;
	/** Store-days with a line of it. */
	readonly storeDays: number;
	readonly units: number;
};

/** A store as a file names it. Its key is the code where there is one, else the name, else '': a file of one store. */
export type FileStore = { readonly key: string; readonly code: string | null; readonly name: string | null };

/** What a file says of the tested product in one store: on a day (its date) or in a week of the test (its number). */
export type Reported = {
	/** Key of a `FileStore`. */
	readonly store: string;
	readonly slot: LocalDate | number;
	readonly units: number;
	/** 0 or 1 for a day, 0 to 7 for a week. */
	readonly daysOnSale: number;
	/** Rupiah as the file says it, decimals included; null where it says nothing. */
	readonly amount: number | null;
};

type Lines = Pick<ReadResult, 'rows' | 'daily' | 'zeros' | 'gaps'>;

/** The products of a file, the most often sold first. */
export function productsIn({ rows, daily }: Pick<Lines, 'rows' | 'daily'>): FileProduct[] {
	const names = new Map(rows.map((row) => [productKey(row), text(row.product)]));
	const byKey = Map.groupBy(daily, productKey);
	const found = [...byKey].flatMap(([key, lines]) =>
		key === null ? [] : [{ key, name: text(lines[0]?.product) ?? names.get(key) ?? null, ...weight(lines) }],
	);
	return found.toSorted((a, b) => b.storeDays - a.storeDays || (a.key < b.key ? -1 : 1));
}

function weight(lines: readonly Row[]) {
	return { storeDays: lines.length, units: lines.reduce((sum, { qty }) => sum + (number(qty) ?? 0), 0) };
}

/** The stores of a file, in its order. */
export function storesIn({ rows, daily, zeros, gaps }: Lines): FileStore[] {
	const names = new Map(rows.map((row) => [storeKey(row), text(row.store)]));
	const stores = new Map<string, FileStore>();
	for (const row of [...daily, ...zeros, ...gaps, ...rows]) {
		const key = storeKey(row);
		if (stores.has(key)) continue;
		stores.set(key, { key, code: text(row.store_code), name: text(row.store) ?? names.get(key) ?? null });
	}
	return [...stores.values()];
}

/** The days of a product, and the days on which a store sold other things and the file is silent about this one. */
export type Days = { readonly said: readonly Reported[]; readonly silent: readonly Reported[] };

/**
 * The days of the product that goes by `products`. A recorded or certain zero is on sale with nothing sold; a closed
 * store or a day before the first price is off sale; a day of which nothing is known is left out. On a silent day the
 * store sold none, if the product stood there; a store that never sold it may not have had it.
 */
export function daysOf({ daily, zeros, gaps }: Lines, products: ReadonlySet<string>): Days {
	const days = new Map<string, Reported>();
	const isOurs = (row: Row) => products.has(productKey(row) ?? '');
	const report = (row: Row, said: Said, more = false) => {
		const store = storeKey(row);
		const slot = text(row.date);
		if (slot === null) return;
		const before = days.get(`${store} ${slot}`);
		if (before && !more) return;
		days.set(`${store} ${slot}`, { store, slot, ...(before ? together(before, said) : said) });
	};
	for (const row of daily.filter(isOurs)) {
		const units = number(row.qty);
		const amount = number(row.net_idr) ?? number(row.value_idr);
		if (units !== null) report(row, { units, daysOnSale: 1, amount }, true);
	}
	for (const row of zeros.filter(isOurs)) report(row, NOTHING_SOLD);
	for (const row of gaps.filter(
		(gap) => gap.reason !== 'unknown' && (isOurs(gap) || productKey(gap) === null),
	))
		report(row, OFF_SALE);
	const said = [...days.values()];
	for (const row of [...daily, ...zeros]) report(row, NOTHING_SOLD);
	return { said, silent: [...days.values()].slice(said.length) };
}

type Said = Pick<Reported, 'units' | 'daysOnSale' | 'amount'>;
const NOTHING_SOLD = { units: 0, daysOnSale: 1, amount: null };
const OFF_SALE = { units: 0, daysOnSale: 0, amount: null };

function together(a: Said, b: Said): Said {
	const amount = a.amount === null ? b.amount : a.amount + (b.amount ?? 0);
	return { units: a.units + b.units, daysOnSale: b.daysOnSale, amount };
}

/** The weeks of a report by week of the test; the reader sees to it that a store has one line a week. */
export function weeksOf({ rows }: Pick<Lines, 'rows'>): Reported[] {
	return rows.flatMap((row): Reported[] => {
		const [slot, units, days] = [number(row.week), number(row.qty), number(row.days)];
		if (slot === null || units === null || days === null) return [];
		return [{ store: storeKey(row), slot, units, daysOnSale: days, amount: null }];
	});
}

function productKey(row: Row): string | null {
	for (const field of ['sku', 'gtin', 'product']) {
		const value = text(row[field]);
		if (value !== null) return `${field}:${value}`;
	}
	return null;
}

const storeKey = (row: Row): string => text(row.store_code) ?? text(row.store) ?? '';

function text(value: Value | undefined): string | null {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** The reader gives numbers as such or, to keep all decimals, as digits with a dot. */
function number(value: Value | undefined): number | null {
	const given = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
	return typeof given === 'number' && Number.isFinite(given) ? given : null;
}
