import { sql } from 'kysely';
import type { LocalDate } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';
import type { FactValue } from '../msme-row.ts';

export type FactSource = 'stated' | 'file' | 'document' | 'measured' | 'register';

export type NewFact = {
	readonly producerId: string;
	/** Null: about the producer, and so true for all its products. */
	readonly productId: string | null;
	readonly key: string;
	/** Null takes away what is known. */
	readonly value: FactValue | null;
	readonly source: FactSource;
	readonly note?: string | null;
	readonly fileId?: string | null;
	readonly importId?: string | null;
	/** Where a list says it (`Sheet1!D37`), and the words of that cell. */
	readonly cell?: string | null;
	readonly raw?: string | null;
	readonly validUntil?: LocalDate | null;
};

export type Statement = { readonly personId: string | null; readonly now: Date; readonly today: LocalDate };

const FACTS_AT_ONCE = 1000;

/** What is current of some facts ends, and the new ones take their place; nothing is ever deleted. */
export async function writeFacts(
	tx: Tx,
	facts: readonly NewFact[],
	{ personId, now, today }: Statement,
): Promise<void> {
	for (let from = 0; from < facts.length; from += FACTS_AT_ONCE) {
		const some = facts.slice(from, from + FACTS_AT_ONCE);
		await supersede(tx, some, now);
		const known = some.filter(({ value }) => value !== null);
		if (known.length === 0) continue;
		await tx
			.insertInto('fact')
			.values(
				known.map((fact) => ({
					producer_id: fact.producerId,
					product_id: fact.productId,
					key: fact.key,
					value: JSON.stringify(fact.value),
					source: fact.source,
					confidence: confidenceIn(fact),
					note: fact.note ?? null,
					file_id: fact.fileId ?? null,
					import_id: fact.importId ?? null,
					cell: fact.cell ?? null,
					raw: fact.raw ?? null,
					valid_until: fact.validUntil ?? null,
					stated_by: personId,
					stated_on: today,
					recorded_at: now,
				})),
			)
			.execute();
	}
	await mirror(tx, facts);
}

/** Those of the facts that say something else than what is current. */
export async function onlyChanges(tx: Tx, facts: readonly NewFact[]): Promise<NewFact[]> {
	const current = await tx
		.selectFrom('fact')
		.where('producer_id', 'in', [...new Set(facts.map(({ producerId }) => producerId))])
		.where('superseded_at', 'is', null)
		.select(['producer_id as producerId', 'product_id as productId', 'key', 'value'])
		.execute();
	const name = (fact: { producerId: string; productId: string | null; key: string }) =>
		[fact.producerId, fact.productId, fact.key].join(' ');
	const values = new Map<string, unknown>(current.map((fact) => [name(fact), fact.value]));
	return facts.filter((fact) => (values.get(name(fact)) ?? null) !== fact.value);
}

async function supersede(tx: Tx, facts: readonly NewFact[], now: Date): Promise<void> {
	await sql`update fact set superseded_at = ${now}
		from unnest(${facts.map((fact) => fact.producerId)}::uuid[], ${facts.map((fact) => fact.productId)}::uuid[],
			${facts.map((fact) => fact.key)}::text[]) as ending (producer_id, product_id, key)
		where fact.producer_id = ending.producer_id and fact.product_id is not distinct from ending.product_id
			and fact.key = ending.key and fact.superseded_at is null`.execute(tx);
}

/** An office's register is believed, a document somebody shows mostly, the rest is what was said. */
function confidenceIn({ source }: NewFact): 'sure' | 'fair' | 'stated' {
	if (source === 'register') return 'sure';
	return source === 'document' || source === 'measured' ? 'fair' : 'stated';
}

type Mirror = {
	readonly table: 'organisation' | 'producer' | 'product';
	readonly id: string;
	readonly column: string;
};

/** What is searched and matched stands in columns as well: they follow the facts. */
const mirrors: Readonly<Record<string, Mirror>> = {
	'producer.name': { table: 'organisation', id: 'id', column: 'name' },
	'producer.ownerName': { table: 'producer', id: 'organisation_id', column: 'owner_name' },
	'producer.phone': { table: 'producer', id: 'organisation_id', column: 'phone' },
	'producer.address': { table: 'producer', id: 'organisation_id', column: 'address' },
	'producer.villageCode': { table: 'producer', id: 'organisation_id', column: 'village_code' },
	'producer.districtCode': { table: 'producer', id: 'organisation_id', column: 'district_code' },
	'product.name': { table: 'product', id: 'id', column: 'name' },
	'product.category': { table: 'product', id: 'id', column: 'category' },
	'product.netContent': { table: 'product', id: 'id', column: 'net_content' },
	'pack.gtin': { table: 'product', id: 'id', column: 'gtin' },
};

async function mirror(tx: Tx, facts: readonly NewFact[]): Promise<void> {
	for (const [key, { table, id, column }] of Object.entries(mirrors)) {
		const ofTable = facts.filter(
			(fact) => fact.key === key && (fact.productId !== null) === (table === 'product'),
		);
		if (ofTable.length === 0) continue;
		const ids = ofTable.map(({ producerId, productId }) => productId ?? producerId);
		const texts = ofTable.map(({ value }) => (value === null || value === '' ? null : String(value)));
		await sql`update ${sql.table(table)} as of_table set ${sql.ref(column)} = fact.text
			from unnest(${ids}::uuid[], ${texts}::text[]) as fact (id, text)
			where ${sql.ref(`of_table.${id}`)} = fact.id
				and ${sql.ref(`of_table.${column}`)} is distinct from fact.text`.execute(tx);
	}
}
