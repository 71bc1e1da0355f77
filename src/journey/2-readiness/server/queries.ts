import type { LocalDate } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';
import type { Validity } from '../endings.ts';
import type { FactKey, KnownFacts } from '../facts.ts';
import { knownFacts } from '../known-facts.ts';

/** One current fact with where it comes from, as a page shows it. */
export type FactLine = {
	readonly id: string;
	readonly key: string;
	readonly value: unknown;
	readonly raw: string | null;
	readonly cell: string | null;
	readonly source: string;
	readonly confidence: string;
	readonly note: string | null;
	readonly fileId: string | null;
	readonly statedOn: LocalDate;
	readonly statedBy: string | null;
	readonly validUntil: LocalDate | null;
};

/** The current facts of one product: its own, and its producer's. The product's own comes last and so wins. */
export async function factLines(tx: Tx, productId: string): Promise<FactLine[]> {
	return tx
		.selectFrom('product')
		.innerJoin('fact', 'fact.producer_id', 'product.producer_id')
		.leftJoin('person', 'person.id', 'fact.stated_by')
		.where('product.id', '=', productId)
		.where('fact.superseded_at', 'is', null)
		.where((is) => is.or([is('fact.product_id', 'is', null), is('fact.product_id', '=', productId)]))
		.select([
			'fact.id',
			'fact.key',
			'fact.value',
			'fact.raw',
			'fact.cell',
			'fact.source',
			'fact.confidence',
			'fact.note',
			'fact.file_id as fileId',
			'fact.stated_on as statedOn',
			'person.name as statedBy',
			'fact.valid_until as validUntil',
		])
		.orderBy((by) => by('fact.product_id', 'is not', null))
		.orderBy('fact.key')
		.execute();
}

/** Until when the evidence of a product's current facts counts, where the dossier says so. */
export async function validityOf(tx: Tx, productId: string): Promise<Validity> {
	const dated = (await factLines(tx, productId)).filter(({ validUntil }) => validUntil !== null);
	return new Map(dated.map(({ key, validUntil }) => [key as FactKey, validUntil ?? '']));
}

/** The facts that rules may read, for many products at once, by product id. */
export async function factsOfProducts(
	tx: Tx,
	productIds: readonly string[],
	today: LocalDate,
): Promise<Map<string, KnownFacts>> {
	if (productIds.length === 0) return new Map();
	const products = await registered(tx, productIds);
	const facts = await currentFacts(tx, products, productIds);
	const ofProducer = Map.groupBy(facts, ({ producerId }) => producerId);
	return new Map(
		products.map((product) => {
			const shared = ofProducer.get(product.producerId) ?? [];
			const own = shared.filter(({ productId }) => productId === null || productId === product.id);
			return [product.id, knownFacts(product, own, today)];
		}),
	);
}

/** What the registry itself knows of some products. */
async function registered(tx: Tx, productIds: readonly string[]) {
	return tx
		.selectFrom('product')
		.leftJoin('producer', 'producer.organisation_id', 'product.producer_id')
		.where('product.id', 'in', [...productIds])
		.select([
			'product.id',
			'product.producer_id as producerId',
			'product.category',
			'product.gtin',
			'producer.district_code as districtCode',
		])
		.execute();
}

/** The current facts of some products and their producers; a product's own come last. */
async function currentFacts(
	tx: Tx,
	products: readonly { readonly producerId: string }[],
	productIds: readonly string[],
) {
	return tx
		.selectFrom('fact')
		.where('producer_id', 'in', [...new Set(products.map(({ producerId }) => producerId))])
		.where('superseded_at', 'is', null)
		.where((is) => is.or([is('product_id', 'is', null), is('product_id', 'in', [...productIds])]))
		.select([
			'producer_id as producerId',
			'product_id as productId',
			'key',
			'value',
			'valid_until as validUntil',
		])
		.orderBy((by) => by('product_id', 'is not', null))
		.execute();
}
