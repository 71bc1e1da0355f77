import { type ExpressionBuilder, sql } from 'kysely';
import { type LocalDate, dayOf } from '#lib/calendar.ts';
import { type Viewer, systemViewer } from '#people/viewer.ts';
import { type Tx, asViewer } from '#server/db.ts';
import type { DB } from '#server/db.types.ts';
import type { DossierHistory } from '../dossier-history.ts';
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

/** What came of looking at a fact's evidence; all null while nobody has. */
export type FactCheck = {
	readonly checked: 'verified' | 'rejected' | null;
	readonly checkedAt: Date | null;
	readonly checkedBy: string | null;
	readonly checkNote: string | null;
	readonly checkFileId: string | null;
};

/** The current facts of one product: its own, and its producer's. The product's own comes last and so wins. */
export async function factLines(tx: Tx, productId: string): Promise<(FactLine & FactCheck)[]> {
	const rows = await tx
		.selectFrom('product')
		.innerJoin('fact', 'fact.producer_id', 'product.producer_id')
		.leftJoin('person', 'person.id', 'fact.stated_by')
		.leftJoinLateral(latestCheck, (join) => join.onTrue())
		.leftJoin('person as checker', 'checker.id', 'latest.checked_by')
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
			'latest.verdict as checked',
			'latest.checked_at as checkedAt',
			'checker.name as checkedBy',
			'latest.note as checkNote',
			'latest.file_id as checkFileId',
		])
		.orderBy((by) => by('fact.product_id', 'is not', null))
		.orderBy('fact.key')
		.execute();
	return rows.map((row) => ({ ...row, checked: row.checked as FactCheck['checked'] }));
}

/** What came of the last look at a fact's evidence. */
const latestCheck = (from: ExpressionBuilder<DB, 'fact'>) =>
	from
		.selectFrom('fact_check')
		.whereRef('fact_check.fact_id', '=', 'fact.id')
		.selectAll('fact_check')
		.orderBy('fact_check.checked_at', 'desc')
		.limit(1)
		.as('latest');

/** What is known of a product on a day, and until when the evidence of single facts counts. */
export type Dossier = { readonly known: KnownFacts; readonly validity: Validity };

const emptyDossier: Dossier = { known: {}, validity: new Map() };

/** One product's dossier; one that this viewer may not see is empty. */
export async function dossierOf(tx: Tx, productId: string, today: LocalDate): Promise<Dossier> {
	return (await dossiersOf(tx, [productId], today)).get(productId) ?? emptyDossier;
}

/** The dossiers of many products at once, by product id. */
export async function dossiersOf(
	tx: Tx,
	productIds: readonly string[],
	today: LocalDate,
): Promise<Map<string, Dossier>> {
	if (productIds.length === 0) return new Map();
	const products = await registered(tx, productIds);
	const facts = await currentFacts(tx, products, productIds);
	const ofProducer = Map.groupBy(facts, ({ producerId }) => producerId);
	return new Map(
		products.map((product) => {
			const shared = ofProducer.get(product.producerId) ?? [];
			const own = shared.filter(({ productId }) => productId === null || productId === product.id);
			const dated = own.flatMap(({ key, validUntil }): [FactKey, LocalDate][] =>
				validUntil === null ? [] : [[key as FactKey, validUntil]],
			);
			return [product.id, { known: knownFacts(product, own, today), validity: new Map(dated) }];
		}),
	);
}

/**
 * Judges may read the whole dossier of a product that their viewer sees. A buyer is told what it comes to, and never
 * what stands in it: a maker's own facts are not his, but whether a rule is met must not depend on who asks.
 */
export function withWholeDossier<T>(viewer: Viewer, tx: Tx, read: (whole: Tx) => Promise<T>): Promise<T> {
	return viewer.kind === 'retailer' ? asViewer(systemViewer(viewer.database), read) : read(tx);
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
		.leftJoinLateral(latestCheck, (join) => join.onTrue())
		.where('fact.producer_id', 'in', [...new Set(products.map(({ producerId }) => producerId))])
		.where('superseded_at', 'is', null)
		.where((is) => is.or([is('fact.product_id', 'is', null), is('fact.product_id', 'in', [...productIds])]))
		.select([
			'fact.producer_id as producerId',
			'fact.product_id as productId',
			'fact.key',
			'fact.value',
			'fact.valid_until as validUntil',
			sql<boolean>`latest.verdict is not distinct from 'rejected'`.as('isRejected'),
		])
		.orderBy((by) => by('fact.product_id', 'is not', null))
		.execute();
}

/** All that was ever recorded of a product and its producer, for judging as of another day. */
export async function dossierHistory(tx: Tx, productId: string): Promise<DossierHistory> {
	const [registeredAs] = await registered(tx, [productId]);
	const rows = await tx
		.selectFrom('fact')
		.leftJoinLateral(latestCheck, (join) => join.onTrue())
		.where('fact.producer_id', '=', registeredAs?.producerId ?? '')
		.where((is) => is.or([is('fact.product_id', 'is', null), is('fact.product_id', '=', productId)]))
		.select([
			'fact.key',
			'fact.value',
			'fact.valid_until as validUntil',
			'fact.recorded_at as recordedAt',
			'fact.superseded_at as supersededAt',
			'latest.verdict as checked',
			'latest.checked_at as checkedAt',
		])
		.orderBy((by) => by('fact.product_id', 'is not', null))
		.orderBy('fact.recorded_at')
		.execute();
	return {
		registered: registeredAs ?? { category: null, gtin: null, districtCode: null },
		facts: rows.map(({ recordedAt, supersededAt, checked, checkedAt, ...fact }) => ({
			...fact,
			recordedOn: dayOf(recordedAt),
			endedOn: supersededAt && dayOf(supersededAt),
			rejectedOn: checked === 'rejected' && checkedAt ? dayOf(checkedAt) : null,
		})),
	};
}
