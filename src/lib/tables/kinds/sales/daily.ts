import type { Row, Value } from '../../result.ts';
import { exact } from './lines.ts';
import { storeKey, storeName } from './stores.ts';
import { isGiven } from '../../given.ts';

export type SalesValues = Readonly<Record<string, Value | undefined>>;

const SUMMED = ['qty', 'value_idr', 'net_idr'] as const;
const SHARED = ['price_idr', 'promo', 'holiday'] as const;

/** The code by which a line's product is told from others. */
export const productKey = (values: SalesValues): string =>
	String(values.sku ?? values.gtin ?? values.product ?? '');

type Group = { values: Record<string, Value>; sums: Map<string, number>; shared: Map<string, Value> };

/** Lines of one day (or week), store and product added up. Equal lines are all real. */
export function addUp(lines: readonly SalesValues[], period: readonly string[]): Row[] {
	const groups = new Map<string, Group>();
	for (const line of lines) {
		const key = [...period.map((name) => line[name]), storeKey(line), productKey(line)].join('\n');
		const group = groups.get(key) ?? startGroup(line, period);
		groups.set(key, group);
		addLine(group, line);
	}
	return [...groups.values()].map(({ values, sums, shared }) => ({
		...values,
		...Object.fromEntries([...sums].map(([name, sum]) => [name, exact(sum)])),
		...Object.fromEntries(shared),
	}));
}

function startGroup(line: SalesValues, period: readonly string[]): Group {
	const values: Record<string, Value> = {};
	for (const name of period) values[name] = line[name] ?? null;
	Object.assign(values, storeName(line));
	for (const name of ['sku', 'gtin', 'product']) if (isGiven(line[name])) values[name] = line[name];
	return { values, sums: new Map(), shared: new Map() };
}

function addLine({ sums, shared }: Group, line: SalesValues): void {
	for (const name of SUMMED) {
		const amount = line[name];
		if (typeof amount === 'number') sums.set(name, (sums.get(name) ?? 0) + amount);
	}
	for (const name of SHARED) {
		const value = line[name];
		if (value === undefined) continue;
		// Lines of one day that disagree (two prices, promo for part of the day) have no common answer.
		shared.set(name, !shared.has(name) || shared.get(name) === value ? value : null);
	}
}

/** Sums over all lines taken, of the amounts the file has. */
export function controlSums(lines: readonly SalesValues[]): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const line of lines)
		for (const name of SUMMED) {
			const amount = line[name];
			if (typeof amount === 'number') sums[`sum_${name}`] = (sums[`sum_${name}`] ?? 0) + amount;
		}
	for (const [name, sum] of Object.entries(sums)) sums[name] = exact(sum);
	return sums;
}
