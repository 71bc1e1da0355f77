import { type ExpressionBuilder, sql } from 'kysely';
import type { Tx } from '#server/db.ts';
import type { DB } from '#server/db.types.ts';
import type { KnownFact, KnownProducer, KnownProduct } from '../known-producer.ts';
import type { Identity } from '../same-producer.ts';
import { placeOfCell } from '../sort-rows.ts';

type Narrowing = {
	/** Only those that share one of these with the given identity; without it all producers. */
	readonly near?: Identity;
	/** SHA-256 of a file whose rows are to be recognised. */
	readonly sha256?: string;
};

/** The producers the viewer may see, as an import or a new entry is compared with them. */
export async function knownProducers(tx: Tx, { near, sha256 }: Narrowing = {}): Promise<KnownProducer[]> {
	const producers = await tx
		.selectFrom('producer')
		.innerJoin('organisation', 'organisation.id', 'producer.organisation_id')
		.$if(near !== undefined, (all) => all.where((of) => (near ? isNear(of, near) : of.lit(true))))
		.select([
			'producer.organisation_id as id',
			'organisation.name',
			'producer.owner_name as ownerName',
			'producer.phone',
			'producer.village_code as villageCode',
			'producer.district_code as districtCode',
		])
		.execute();
	const ids = producers.map(({ id }) => id);
	const facts = Map.groupBy(await factsOf(tx, ids), ({ producerId }) => producerId);
	const products = Map.groupBy(await productsOf(tx, ids), ({ producerId }) => producerId);
	const places = sha256 === undefined ? new Map<string, Set<string>>() : await placesStored(tx, sha256);
	return producers.map((producer): KnownProducer => {
		const all = facts.get(producer.id) ?? [];
		const own = knownFacts(all.filter(({ productId }) => productId === null));
		if (!own.has('producer.name'))
			own.set('producer.name', { value: producer.name, isByHand: false, corrected: [] });
		const made = (products.get(producer.id) ?? []).map(({ id, name }): KnownProduct => ({
			id,
			name,
			facts: knownFacts(all.filter(({ productId }) => productId === id)),
		}));
		return {
			id: producer.id,
			identity: identityOf(producer, own),
			facts: own,
			products: made,
			places: places.get(producer.id) ?? new Set(),
		};
	});
}

type Columns = Pick<Identity, 'name' | 'ownerName' | 'phone' | 'villageCode' | 'districtCode'>;

function identityOf(
	{ name, ownerName, phone, villageCode, districtCode }: Columns,
	facts: ReadonlyMap<string, KnownFact>,
): Identity {
	const text = (key: string) => {
		const value = facts.get(key)?.value;
		return typeof value === 'string' && value !== '' ? value : null;
	};
	const numbers = {
		nik: text('producer.ownerNik'),
		nib: text('producer.nib'),
		pirt: text('permit.pirtNumber'),
	};
	return { name, ownerName, phone, villageCode, districtCode, ...numbers };
}

/** The same marks by which an import finds candidates; a similar name is found by its trigrams. */
function isNear(of: ExpressionBuilder<DB, 'producer' | 'organisation'>, near: Identity) {
	const numbers = [near.nik, near.nib, near.pirt].filter((number) => number !== null);
	return of.or([
		sql<boolean>`organisation.name % ${near.name}`,
		of('producer.phone', '=', near.phone),
		of.exists(
			of
				.selectFrom('fact')
				.whereRef('fact.producer_id', '=', 'producer.organisation_id')
				.where('fact.superseded_at', 'is', null)
				.where('fact.key', 'in', ['producer.ownerNik', 'producer.nib', 'permit.pirtNumber'])
				.where(sql<string>`fact.value #>> '{}'`, 'in', numbers.length > 0 ? numbers : ['']),
		),
	]);
}

async function productsOf(tx: Tx, producerIds: readonly string[]) {
	return tx
		.selectFrom('product')
		.where(sql<boolean>`producer_id = any (${producerIds}::uuid[])`)
		.select(['id', 'producer_id as producerId', 'name'])
		.execute();
}

/** Current facts, and those superseded ones that a list had said. */
async function factsOf(tx: Tx, producerIds: readonly string[]) {
	return tx
		.selectFrom('fact')
		.where(sql<boolean>`producer_id = any (${producerIds}::uuid[])`)
		.where((is) => is.or([is('superseded_at', 'is', null), is('import_id', 'is not', null)]))
		.select([
			'producer_id as producerId',
			'product_id as productId',
			'key',
			'value',
			'import_id as importId',
			'superseded_at as supersededAt',
		])
		.execute();
}

type FactRow = Awaited<ReturnType<typeof factsOf>>[number];

function knownFacts(rows: readonly FactRow[]): Map<string, KnownFact> {
	const facts = new Map<string, KnownFact>();
	for (const [key, ofKey] of Map.groupBy(rows, (row) => row.key)) {
		const current = ofKey.find(({ supersededAt }) => supersededAt === null);
		if (!current) continue;
		const corrected = ofKey.filter(({ supersededAt }) => supersededAt !== null).map(({ value }) => value);
		facts.set(key, { value: current.value, isByHand: current.importId === null, corrected });
	}
	return facts;
}

/** By producer, the places in a file of this very content from which something was stored. */
async function placesStored(tx: Tx, sha256: string): Promise<Map<string, Set<string>>> {
	const stored = await tx
		.selectFrom('fact')
		.innerJoin('import', 'import.id', 'fact.import_id')
		.innerJoin('file', 'file.id', 'import.file_id')
		.where('file.sha256', '=', Buffer.from(sha256, 'hex'))
		.select(['fact.cell', 'fact.producer_id as producerId'])
		.distinct()
		.execute();
	const places = new Map<string, Set<string>>();
	for (const { producerId, cell } of stored) {
		const place = placeOfCell(cell ?? '');
		places.set(producerId, (places.get(producerId) ?? new Set()).add(place));
	}
	return places;
}
