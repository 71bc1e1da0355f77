import { addDays } from '#lib/calendar.ts';
import { type Result, ok, problem } from '#lib/result.ts';
import type { Tx } from '#server/db.ts';
import { type Import, readImport } from '#registry/server/imports.ts';
import type { ReadResult } from '#lib/tables/result.ts';
import { likelyProducts } from '../match-product.ts';
import { matchStores } from '../match-stores.ts';
import { type Kept, type Placement, place, slotKey } from '../place.ts';
import { weeksOver } from '../plan.ts';
import {
	type FileProduct,
	type FileStore,
	type Reported,
	daysOf,
	productsIn,
	storesIn,
	weeksOf,
} from '../sell-out.ts';
import { type MarketTest, storesOf, testStores, testableProduct } from './queries.ts';

/** What a person says about a file: which of its products is ours, and whose stores its unknown ones are. */
export type Choices = {
	/** Keys of `FileProduct`, for daily sales; null while nobody has said: what looks like ours is suggested. */
	readonly productKeys: readonly string[] | null;
	/** Our store's id by the file's key, '' for none of ours. */
	readonly storeMap: Readonly<Record<string, string>>;
	/** The product stood in all stores of the file: who sold something else that day sold none of it. */
	readonly onShelf: boolean;
};

/** A store of the file and which of ours it is, if anybody knows; `isChosen` when a person said so. */
export type StoreInFile = FileStore & {
	readonly storeId: string | null;
	readonly isPlanned: boolean;
	readonly isChosen: boolean;
};

/** A file of sales beside the test it is for, before anything is kept. */
export type SellOut = {
	readonly import: Import;
	readonly result: ReadResult;
	readonly kind: 'sales' | 'store-weeks';
	readonly products: readonly (FileProduct & { readonly isOurs: boolean })[];
	readonly stores: readonly StoreInFile[];
	readonly placement: Placement;
	/** Unknown store-days on which the store sold other things: zeros, if the product stood there. */
	readonly silent: number;
};

/** Reads the file of an import and lays it beside a test. Nothing is written. */
export async function sellOutFor(
	tx: Tx,
	importId: string,
	test: MarketTest,
	choices: Choices,
): Promise<Result<SellOut>> {
	const found = await readSales(tx, importId, test);
	if (!found.ok) return found;
	const { kind, result } = found.value;
	const [ours, inTest] = [await storesOf(tx, test.retailerId), await testStores(tx, test.id)];
	const planned = new Set(inTest.map(({ id }) => id));
	const stores = storesIn(result);
	const storeOf = matchStores(stores, ours, choices.storeMap);
	const inFile = kind === 'sales' ? productsIn(result) : [];
	const products = new Set(choices.productKeys ?? likelyProducts(inFile, await testedProduct(tx, test)));
	const days = kind === 'sales' && products.size > 0 ? daysOf(result, products) : { said: [], silent: [] };
	const reports = [
		...weeksOf(kind === 'sales' ? { rows: [] } : result),
		...days.said,
		...(choices.onShelf ? days.silent : []),
	];
	const known = kind === 'sales' ? await keptDays(tx, test) : await keptWeeks(tx, test);
	const around = { storeOf, planned, isInPlan: (slot: Reported['slot']) => isInPlan(test, slot), known };
	return ok({
		...found.value,
		products: inFile.map((product) => ({ ...product, isOurs: products.has(product.key) })),
		stores: stores.map((store) => {
			const storeId = storeOf.get(store.key) ?? null;
			const isChosen = store.key in choices.storeMap;
			return { ...store, storeId, isChosen, isPlanned: storeId !== null && planned.has(storeId) };
		}),
		placement: place(reports, around),
		silent: place(days.silent, around).added.length,
	});
}

type Read = Pick<SellOut, 'import' | 'result' | 'kind'>;

/** The file, if it holds sales that may be for this test. */
async function readSales(tx: Tx, importId: string, test: MarketTest): Promise<Result<Read>> {
	const found = await readImport(tx, importId);
	if (!found) return problem('market-test.import-unknown');
	const { kind, subjectId } = found.import;
	if (kind !== 'sales' && kind !== 'store-weeks') return problem('market-test.not-sales');
	if (subjectId !== null && subjectId !== test.id) return problem('market-test.import-elsewhere');
	// Told by days and by weeks, the same sales would count twice.
	const others = kind === 'sales' ? await keptWeeks(tx, test) : await keptDays(tx, test);
	return others.size > 0 ? problem('market-test.other-kind') : ok({ ...found, kind });
}

async function testedProduct(tx: Tx, { productId, productName }: MarketTest) {
	return (await testableProduct(tx, productId)) ?? { name: productName, gtin: null };
}

/** All weeks that the plan counts, up to its last decision day. */
const weeksPlanned = ({ plan }: MarketTest) => weeksOver(plan, plan.extendedTo ?? plan.decisionDay);
const endOf = (test: MarketTest) => addDays(test.plan.firstDay, 7 * weeksPlanned(test));

function isInPlan(test: MarketTest, slot: Reported['slot']): boolean {
	if (typeof slot === 'number') return Number.isInteger(slot) && slot >= 1 && slot <= weeksPlanned(test);
	return slot >= test.plan.firstDay && slot < endOf(test);
}

async function keptDays(tx: Tx, test: MarketTest): Promise<Map<string, Kept>> {
	const rows = await tx
		.selectFrom('sale')
		.innerJoin('market_test_store', 'market_test_store.store_id', 'sale.store_id')
		.where('market_test_store.test_id', '=', test.id)
		.where('product_id', '=', test.productId)
		.where('day', '>=', test.plan.firstDay)
		.where('day', '<', endOf(test))
		.select(['sale.store_id as storeId', 'day as slot', 'units', 'on_sale', 'amount_idr as amountIdr'])
		.execute();
	return bySlot(rows.map(({ on_sale, ...row }) => ({ ...row, daysOnSale: on_sale ? 1 : 0 })));
}

async function keptWeeks(tx: Tx, { id }: MarketTest): Promise<Map<string, Kept>> {
	const rows = await tx
		.selectFrom('store_week')
		.where('test_id', '=', id)
		.select(['store_id as storeId', 'week as slot', 'units', 'days_on_shelf as daysOnSale'])
		.execute();
	return bySlot(rows.map((row) => ({ ...row, amountIdr: null })));
}

const bySlot = (rows: readonly Kept[]) => new Map(rows.map((row) => [slotKey(row), row]));
