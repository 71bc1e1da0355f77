import type { Tx } from '#server/db.ts';
import { type Known, nameOf } from '../sell-out-line.ts';

/** What lines of a file can be about: our stores and products, each by the names that files use for it. */
export type KnownPlaces = {
	readonly known: Known;
	/** By the numbers in `known`. */
	readonly storeIds: readonly string[];
	readonly products: readonly { readonly id: string; readonly producerId: string }[];
};

/** The stores of a retailer and every product the viewer may see; a name that two of them bear names neither. */
export async function knownPlaces(tx: Tx, retailerId: string): Promise<KnownPlaces> {
	const stores = await tx
		.selectFrom('store')
		.where('retailer_id', '=', retailerId)
		.select(['id', 'code', 'name'])
		.orderBy('code')
		.execute();
	const products = await tx
		.selectFrom('product')
		.select(['id', 'producer_id as producerId', 'name', 'gtin'])
		.orderBy('id')
		.execute();
	return {
		known: {
			stores: only(
				stores.map(({ code }) => nameOf(code)),
				stores.map(({ name }) => nameOf(name)),
			),
			products: only(
				products.map(({ gtin }) => (gtin === null ? '' : `gtin:${gtin.padStart(14, '0')}`)),
				products.map(({ name }) => `product:${nameOf(name)}`),
			),
		},
		storeIds: stores.map(({ id }) => id),
		products,
	};
}

/** Surer names go first; what is named by none of them alone is left out. */
function only(...lists: readonly (readonly string[])[]): Map<string, number> {
	const found = new Map<string, number>();
	for (const names of lists) {
		const bearers = Map.groupBy(names.keys(), (i) => names[i] ?? '');
		for (const [name, [first, second]] of bearers)
			if (name !== '' && first !== undefined && second === undefined && !found.has(name))
				found.set(name, first);
	}
	return found;
}
