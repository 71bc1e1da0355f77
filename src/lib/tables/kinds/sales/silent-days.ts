import { addDays, daysBetween } from '#lib/calendar.ts';
import type { Row } from '../../result.ts';
import { productKey, type SalesValues } from './daily.ts';
import { storeKey, storeName } from './stores.ts';
import { isGiven } from '../../given.ts';

/** Days on which the file says nothing about a product in a store. */
export type SilentDays = { readonly zeros: Row[]; readonly gaps: Row[] };

type Pair = { store: string; days: Set<string>; row: Record<string, unknown> };

// A file that names fewer of the days between its first and its last is a collection, not a diary.
const DIARY = 0.5;
const MOST = 500_000; // store, product and day: beyond this nobody reads a list

/**
 * A file with lines only where something was sold: a day on which the store sold something else is a zero; a day without
 * any line of the store is unknown. A product that a store never sold in the file is no observation at all.
 */
export function silentDays(lines: readonly SalesValues[]): SilentDays {
	const pairs = new Map<string, Pair>();
	const open = new Map<string, Set<string>>();
	for (const line of lines) {
		if (typeof line.date !== 'string') continue;
		const store = storeKey(line);
		setOf(open, store).add(line.date);
		const key = `${store}\n${productKey(line)}`;
		const pair = pairs.get(key) ?? { store, days: new Set(), row: nameOf(line) };
		pairs.set(key, pair);
		pair.days.add(line.date);
	}
	const days = daysOf([...open.values()]);
	if (days.length * pairs.size > MOST) return { zeros: [], gaps: [] };
	return sort([...pairs.values()], days, open);
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
	const set = map.get(key) ?? new Set();
	map.set(key, set);
	return set;
}

function nameOf(line: SalesValues): Record<string, unknown> {
	const product = isGiven(line.sku) ? { sku: line.sku } : isGiven(line.gtin) ? { gtin: line.gtin } : {};
	return { ...storeName(line), ...product, ...(isGiven(line.product) ? { product: line.product } : {}) };
}

function daysOf(sets: readonly ReadonlySet<string>[]): string[] {
	const named = [...new Set(sets.flatMap((set) => [...set]))].sort();
	const [first, last] = [named[0], named.at(-1)];
	if (first === undefined || last === undefined) return [];
	const span = daysBetween(first, last) + 1;
	if (named.length < span * DIARY) return named;
	return Array.from({ length: span }, (_, i) => addDays(first, i));
}

function sort(
	pairs: readonly Pair[],
	days: readonly string[],
	open: ReadonlyMap<string, ReadonlySet<string>>,
): SilentDays {
	const zeros: Row[] = [];
	const gaps: Row[] = [];
	for (const { store, days: sold, row } of pairs)
		for (const date of days) {
			if (sold.has(date)) continue;
			if (open.get(store)?.has(date)) zeros.push({ date, ...row } as Row);
			else gaps.push({ date, ...row, reason: 'unknown' } as Row);
		}
	return { zeros, gaps };
}
