import { sql } from 'kysely';
import type { Tx } from '#server/db.ts';

/** Districts of the programme's own regency, and their villages, by name: what a form offers. */
export async function districtsWithVillages(tx: Tx) {
	const rows = await tx
		.selectFrom('area as district')
		.innerJoin('area as village', 'village.parent_code', 'district.code')
		.where('district.kind', '=', 'district')
		.select(['district.code', 'district.name', 'village.code as villageCode', 'village.name as village'])
		.orderBy('district.name')
		.orderBy('village.name')
		.execute();
	return [...Map.groupBy(rows, ({ code }) => code).values()].flatMap((ofDistrict) => {
		const [first] = ofDistrict;
		if (!first) return [];
		const villages = ofDistrict.map(({ villageCode, village }) => ({ code: villageCode, name: village }));
		return [{ code: first.code, name: first.name, villages }];
	});
}

/** One producer with its place; null when the viewer may not see it. */
export async function producerOf(tx: Tx, producerId: string) {
	const found = await tx
		.selectFrom('producer')
		.innerJoin('organisation', 'organisation.id', 'producer.organisation_id')
		.leftJoin('area as district', 'district.code', 'producer.district_code')
		.leftJoin('area as village', 'village.code', 'producer.village_code')
		.where('producer.organisation_id', '=', producerId)
		.select([
			'organisation.id',
			'organisation.name',
			'producer.owner_name as ownerName',
			'producer.phone',
			'producer.address',
			'producer.village_code as villageCode',
			'producer.district_code as districtCode',
			'district.name as district',
			'village.name as village',
		])
		.executeTakeFirst();
	return found ?? null;
}

/** Facts about a producer itself, the current ones and all that they took the place of, the newest first. */
export async function producerFacts(tx: Tx, producerId: string) {
	return tx
		.selectFrom('fact')
		.leftJoin('person', 'person.id', 'fact.stated_by')
		.leftJoin('import', 'import.id', 'fact.import_id')
		.leftJoin('file', 'file.id', 'import.file_id')
		.where('fact.producer_id', '=', producerId)
		.where('fact.product_id', 'is', null)
		.select([
			'fact.id',
			'fact.key',
			'fact.value',
			'fact.raw',
			'fact.cell',
			'fact.source',
			'fact.confidence',
			'fact.note',
			'fact.stated_on as statedOn',
			'fact.valid_until as validUntil',
			'fact.superseded_at as supersededAt',
			'fact.recorded_at as recordedAt',
			'person.name as statedBy',
			'file.name as listName',
			sql<string | null>`case when fact.import_id is null then fact.file_id::text end`.as('fileId'),
		])
		.orderBy('fact.recorded_at', 'desc')
		.orderBy('fact.key')
		.limit(500)
		.execute();
}

export async function productsOf(tx: Tx, producerId: string) {
	return tx
		.selectFrom('product')
		.where('producer_id', '=', producerId)
		.select(['id', 'name', 'category', 'net_content as netContent', 'gtin'])
		.orderBy('name')
		.execute();
}

/** To whom a product is offered, the newest offer first. */
export async function offersOf(tx: Tx, productId: string) {
	return tx
		.selectFrom('offer')
		.innerJoin('organisation as retailer', 'retailer.id', 'offer.retailer_id')
		.where('offer.product_id', '=', productId)
		.where(sql<boolean>`not isempty(offer.runs)`)
		.select([
			'offer.id',
			'retailer.name as retailer',
			sql<string>`lower(offer.runs)::text`.as('startsOn'),
			sql<string | null>`(upper(offer.runs) - 1)::text`.as('endsOn'),
		])
		.orderBy(sql`lower(offer.runs)`, 'desc')
		.execute();
}

/** Districts of the programme's own regency, by name. */
export async function districts(tx: Tx) {
	return tx
		.selectFrom('area')
		.where('kind', '=', 'district')
		.where((is) =>
			is.exists(
				is
					.selectFrom('area as village')
					.whereRef('village.parent_code', '=', 'area.code')
					.select('village.code'),
			),
		)
		.select(['code', 'name'])
		.orderBy('name')
		.execute();
}

/** One product as it is registered; null when the viewer may not see it. */
export async function registeredProduct(tx: Tx, productId: string) {
	const found = await tx
		.selectFrom('product')
		.innerJoin('organisation', 'organisation.id', 'product.producer_id')
		.where('product.id', '=', productId)
		.select([
			'product.id',
			'product.name',
			'product.category',
			'product.net_content as netContent',
			'product.gtin',
			'product.producer_id as producerId',
			'organisation.name as producer',
		])
		.executeTakeFirst();
	return found ?? null;
}

export async function retailers(tx: Tx) {
	return tx
		.selectFrom('organisation')
		.where('kind', '=', 'retailer')
		.select(['id', 'name'])
		.orderBy('name')
		.execute();
}
