import { addDays } from '#lib/calendar.ts';
import { type Result, ok, problem } from '#lib/result.ts';
import type { Tx } from '#server/db.ts';
import { type Import, readImport } from '#registry/server/imports.ts';
import type { ReadResult } from '#lib/tables/result.ts';
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
import { type MarketTest, storesOf, testStores } from './queries.ts';

/** What a person says about a file: which of its products is ours, and whose stores its unknown ones are. */
export type Choices = {
	/** Keys of `FileProduct`; only for daily sales. */
	readonly productKeys: readonly string[];
	/** Our store's id by the file's key, '' for none of ours. */
	readonly storeMap: Readonly<Record<string, string>>;
	/** The product stood in all stores of the file: who sold something else that day sold none of it. */
	readonly onShelf: boolean;
};

/** A file of sales beside the test it is for, before anything is kept. */
export type SellOut = {
	readonly import: Import;
	readonly result: ReadResult;
	readonly kind: 'sales' | 'store-weeks';
	readonly products: readonly FileProduct[];
	readonly stores: readonly (FileStore & { readonly storeId: string | null; readonly isPlanned: boolean })[];
	readonly placement: Placement;
	/** Weeks that the file gives twice for one store, left out. */
	readonly givenTwice: number;
};

/** Reads the file of an import and lays it beside a test. Nothing is written. */
export async function sellOutFor(
	tx: Tx,
	importId: string,
	test: MarketTest,
	choices: Choices,
): Promise<Result<SellOut>> {
	const found = await readImport(tx, importId);
	if (!found) return problem('market-test.import-unknown');
	const { import: sent, result } = found;
	if (sent.kind !== 'sales' && sent.kind !== 'store-weeks') return problem('market-test.not-sales');
	if (sent.subjectId !== null && sent.subjectId !== test.id) return problem('market-test.import-elsewhere');
	if (await usesOtherKind(tx, test, sent.kind)) return problem('market-test.other-kind');

	const [ours, inTest] = [await storesOf(tx, test.retailerId), await testStores(tx, test.id)];
	const planned = new Set(inTest.map(({ id }) => id));
	const stores = storesIn(result);
	const storeOf = matchStores(stores, ours, choices.storeMap);
	const products = new Set(choices.productKeys);
	const weekly = weeksOf(sent.kind === 'store-weeks' ? result : { rows: [] });
	const reports =
		sent.kind === 'store-weeks'
			? weekly.weeks
			: daysOf(result, { products, onShelf: choices.onShelf && products.size > 0 });
	const known = sent.kind === 'store-weeks' ? await keptWeeks(tx, test) : await keptDays(tx, test);
	return ok({
		import: sent,
		result,
		kind: sent.kind,
		products: sent.kind === 'sales' ? productsIn(result) : [],
		stores: stores.map((store) => {
			const storeId = storeOf.get(store.key) ?? null;
			return { ...store, storeId, isPlanned: storeId !== null && planned.has(storeId) };
		}),
		placement: place(reports, { storeOf, planned, isInPlan: (slot) => isInPlan(test, slot), known }),
		givenTwice: weekly.givenTwice,
	});
}

/** All weeks that the plan counts, up to its last decision day. */
const weeksPlanned = ({ plan }: MarketTest) => weeksOver(plan, plan.extendedTo ?? plan.decisionDay);
const endOf = (test: MarketTest) => addDays(test.plan.firstDay, 7 * weeksPlanned(test));

function isInPlan(test: MarketTest, slot: Reported['slot']): boolean {
	if (typeof slot === 'number') return Number.isInteger(slot) && slot >= 1 && slot <= weeksPlanned(test);
	return slot >= test.plan.firstDay && slot < endOf(test);
}

/** A test is told by days or by weeks, never by both: the same sales would count twice. */
async function usesOtherKind(tx: Tx, test: MarketTest, kind: 'sales' | 'store-weeks'): Promise<boolean> {
	const others = kind === 'sales' ? await keptWeeks(tx, test) : await keptDays(tx, test);
	return others.size > 0;
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
