import type { Tx } from '#server/db.ts';
import type { Kept, Placement } from '../place.ts';
import type { MarketTest } from './queries.ts';

type File = {
	readonly test: MarketTest;
	readonly importId: string;
	readonly placement: Placement;
};

/** PostgreSQL takes 65,535 values a statement. */
const ROWS_AT_ONCE = 2000;

/** Writes down what a file added and restated. What it repeats is left as it stands. */
export async function keep(tx: Tx, file: File): Promise<void> {
	for (let from = 0; from < file.placement.added.length; from += ROWS_AT_ONCE)
		await add(tx, file, file.placement.added.slice(from, from + ROWS_AT_ONCE));
	for (const { becomes } of file.placement.restated) await restate(tx, file, becomes);
}

async function add(tx: Tx, { test, importId }: File, entries: readonly Kept[]): Promise<void> {
	const whose = { producer_id: test.producerId, retailer_id: test.retailerId, import_id: importId };
	const weeks = entries.flatMap(({ storeId, slot, units, daysOnSale }) =>
		typeof slot === 'number'
			? [{ ...whose, test_id: test.id, store_id: storeId, week: slot, units, days_on_shelf: daysOnSale }]
			: [],
	);
	const days = entries.flatMap(({ storeId, slot, units, daysOnSale, amountIdr }) =>
		typeof slot === 'string'
			? [
					{
						...whose,
						product_id: test.productId,
						store_id: storeId,
						day: slot,
						units,
						on_sale: daysOnSale > 0,
						amount_idr: amountIdr,
					},
				]
			: [],
	);
	if (weeks.length > 0) await tx.insertInto('store_week').values(weeks).execute();
	if (days.length > 0) await tx.insertInto('sale').values(days).execute();
}

async function restate(
	tx: Tx,
	{ test, importId }: File,
	{ storeId, slot, units, daysOnSale, amountIdr }: Kept,
): Promise<void> {
	if (typeof slot === 'number')
		await tx
			.updateTable('store_week')
			.set({ units, days_on_shelf: daysOnSale, import_id: importId })
			.where('test_id', '=', test.id)
			.where('store_id', '=', storeId)
			.where('week', '=', slot)
			.execute();
	else
		await tx
			.updateTable('sale')
			.set({ units, on_sale: daysOnSale > 0, amount_idr: amountIdr, import_id: importId })
			.where('product_id', '=', test.productId)
			.where('store_id', '=', storeId)
			.where('day', '=', slot)
			.execute();
}
