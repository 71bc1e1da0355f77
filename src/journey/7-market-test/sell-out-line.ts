import { type LocalDate } from '#lib/calendar.ts';
import { addError, cellOf, type Draft, isPending, numberValue, textValue } from '#lib/tables/draft.ts';
import { isBlank } from '#lib/tables/grid.ts';

/** What the programme knows of a retailer: its stores and the products that are sold there, by the names files use. */
export type Known = {
	/** By `nameOf` of a code or a name that only one store bears. */
	readonly stores: ReadonlyMap<string, number>;
	/** By `gtin:<14 digits>`, `sku:<code>` or `product:<name>`, each through `nameOf`. */
	readonly products: ReadonlyMap<string, number>;
};

/** One line of a sell-out file that can be stored. Store and product by their numbers in `Known`. */
export type SoldLine = {
	readonly store: number;
	readonly product: number;
	readonly day: LocalDate;
	/** Pieces; returns stand below zero. */
	readonly units: number;
	/** Rupiah, decimals included; null where the file says nothing. */
	readonly amount: number | null;
	readonly onSale: boolean;
};

/** Letter case and runs of white space say nothing; zeros in front do. */
export const nameOf = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** More pieces of one product in one store on one day than this are a slip of the pen. */
const MOST_UNITS = 1_000_000;

/**
 * Says which store, product and day a line is about. What is not known waits: the draft gets the error and there is no
 * line. A line of a shut store counts as not on sale.
 */
export function soldLine(draft: Draft, known: Known, today: LocalDate): SoldLine | null {
	const day = dayOf(draft, today);
	const store = storeOf(draft, known);
	const product = productOf(draft, known);
	const units = unitsOf(draft);
	if (isPending(draft) || day === null || store === null || product === null || units === null) return null;
	const amount = numberValue(draft, 'net_idr') ?? numberValue(draft, 'value_idr');
	const onSale = draft.values.open !== false || units !== 0;
	return { store, product, day, units, amount, onSale };
}

function dayOf(draft: Draft, today: LocalDate): LocalDate | null {
	const day = textValue(draft, 'date');
	if (day === '') return null;
	if (day > today) addError(draft, 'date', { code: 'date/in-the-future' });
	return day;
}

function storeOf(draft: Draft, { stores }: Known): number | null {
	const field = draft.columns.has('store_code') ? 'store_code' : 'store';
	const said = [textValue(draft, 'store_code'), textValue(draft, 'store')].filter((name) => name !== '');
	if (said.length === 0) {
		if (draft.columns.has(field)) addError(draft, field, { code: 'missing-required' });
		else addError(draft, null, { code: 'unknown-store' });
		return null;
	}
	for (const name of said) {
		const found = stores.get(nameOf(name));
		if (found !== undefined) return found;
	}
	addError(draft, field, { code: 'unknown-store' });
	return null;
}

/** A barcode that is no barcode says so: it is the better reason than a product that nobody knows. */
function productOf(draft: Draft, { products }: Known): number | null {
	const gtin = textValue(draft, 'gtin');
	const names = [
		['gtin', gtin === '' ? '' : gtin.padStart(14, '0')],
		['sku', textValue(draft, 'sku')],
		['product', textValue(draft, 'product')],
	].filter(([, name]) => name !== '');
	for (const [field = '', name = ''] of names) {
		const found = products.get(`${field}:${nameOf(name)}`);
		if (found !== undefined) return found;
	}
	if (isPending(draft)) return null;
	const field = (['sku', 'gtin', 'product'] as const).find((one) => !isBlank(cellOf(draft, one))) ?? null;
	const odd = draft.warnings.find(({ column }) => column === draft.columns.get('gtin')?.header);
	addError(draft, odd ? 'gtin' : field, { code: odd?.code ?? 'unknown-product', params: odd?.params ?? {} });
	return null;
}

function unitsOf(draft: Draft): number | null {
	const units = numberValue(draft, 'qty');
	if (units === null) {
		if (draft.values.open === false && isBlank(cellOf(draft, 'qty'))) return 0;
		if ('qty' in draft.values) addError(draft, 'qty', { code: 'missing-required' });
		return null;
	}
	if (Math.abs(units) > MOST_UNITS)
		addError(draft, 'qty', { code: 'out-of-range', params: { min: -MOST_UNITS, max: MOST_UNITS } });
	return units;
}
