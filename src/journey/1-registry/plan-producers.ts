import type { KnownFact, KnownProducer } from './known-producer.ts';
import type { FactValue, IncomingProducer, RowFact } from './msme-row.ts';
import { ProducerIndex } from './producer-index.ts';
import { nameKey } from './same-producer.ts';

export type FactChange = RowFact & { readonly from: unknown };

export type PlannedProducer = {
	readonly incoming: IncomingProducer;
	/** Null: a new one. The id of a known producer, or the row key of one that the same file brings in. */
	readonly producerId: string | null;
	readonly action: 'create' | 'change' | 'leave';
	readonly changes: readonly FactChange[];
	readonly product: {
		readonly id: string | null;
		readonly name: string;
		readonly changes: readonly FactChange[];
	} | null;
	/** Old values of the list that were not taken, because somebody had corrected them by hand. */
	readonly kept: readonly RowFact[];
};

/** A row that may be about a producer we know. */
export type LookAlike = {
	readonly incoming: IncomingProducer;
	readonly candidates: readonly KnownProducer[];
};

export type ProducerPlan = {
	readonly planned: readonly PlannedProducer[];
	readonly lookAlikes: readonly LookAlike[];
};

/**
 * What a list would do, row by row: create, change or leave. Blank cells leave what is known, and a value somebody
 * corrected by hand is not undone by the list that was wrong.
 * @param sameAs decisions by row key: the id of a producer, or `new`
 */
export function planProducers(
	rows: readonly IncomingProducer[],
	known: readonly KnownProducer[],
	sameAs: Readonly<Record<string, string>> = {},
): ProducerPlan {
	const index = new ProducerIndex(known);
	const planned: PlannedProducer[] = [];
	const lookAlikes: LookAlike[] = [];
	for (const incoming of rows) {
		const found = index.find(incoming, sameAs[incoming.rowKey]);
		if (found.is === 'unclear') {
			lookAlikes.push({ incoming, candidates: found.candidates });
			continue;
		}
		const plan = found.is === 'new' ? creation(incoming) : change(incoming, found.producer);
		planned.push(plan);
		index.add(afterwards(plan, found.is === 'known' ? found.producer : null));
	}
	return { planned, lookAlikes };
}

function creation(incoming: IncomingProducer): PlannedProducer {
	const fresh = (facts: readonly RowFact[]) =>
		facts.filter(({ value }) => value !== null).map((fact) => ({ ...fact, from: null }));
	const { product } = incoming;
	return {
		incoming,
		producerId: null,
		action: 'create',
		changes: fresh(incoming.facts),
		product: product && { id: null, name: product.name, changes: fresh(product.facts) },
		kept: [],
	};
}

function change(incoming: IncomingProducer, producer: KnownProducer): PlannedProducer {
	const own = differences(incoming.facts, producer.facts);
	const product = productChange(incoming, producer);
	const isSame =
		own.changes.length === 0 && (!product || (product.id !== null && product.changes.length === 0));
	return {
		incoming,
		producerId: producer.id,
		action: isSame ? 'leave' : 'change',
		changes: own.changes,
		product: product && { id: product.id, name: product.name, changes: product.changes },
		kept: [...own.kept, ...(product?.kept ?? [])],
	};
}

function productChange({ product }: IncomingProducer, producer: KnownProducer) {
	if (!product) return null;
	const same = producer.products.find(({ name }) => nameKey(name) === nameKey(product.name));
	const { changes, kept } = differences(product.facts, same?.facts ?? new Map());
	return { id: same?.id ?? null, name: same?.name ?? product.name, changes, kept };
}

function differences(facts: readonly RowFact[], known: ReadonlyMap<string, KnownFact>) {
	const differing = facts.filter(({ key, value }) => !isEqual(key, value, known.get(key)?.value ?? null));
	const wasCorrected = ({ key, value }: RowFact) => {
		const fact = known.get(key);
		return (
			value !== null && fact?.isByHand === true && fact.corrected.some((old) => isEqual(key, value, old))
		);
	};
	return {
		changes: differing
			.filter((fact) => !wasCorrected(fact))
			.map((fact) => ({ ...fact, from: known.get(fact.key)?.value ?? null })),
		kept: differing.filter(wasCorrected),
	};
}

/** Names that differ only in how they are written are equal. */
function isEqual(key: string, value: FactValue | null, known: unknown): boolean {
	if (value === known) return true;
	if (typeof value !== 'string' || typeof known !== 'string') return false;
	const isName = key === 'producer.name' || key === 'producer.ownerName';
	return isName && nameKey(value) === nameKey(known);
}

/** The producer as later rows of the same file find it. */
function afterwards(plan: PlannedProducer, before: KnownProducer | null): KnownProducer {
	const { incoming, changes, product } = plan;
	const merged = (facts: ReadonlyMap<string, KnownFact>, changed: readonly FactChange[]) =>
		new Map([
			...facts,
			...changed.map(({ key, value }) => [key, { value, isByHand: false, corrected: [] }] as const),
		]);
	const stated = incoming.identity;
	const was = before?.identity;
	const others = (before?.products ?? []).filter(({ id }) => id !== product?.id);
	const known = before?.products.find(({ id }) => id === product?.id);
	const facts = merged(known?.facts ?? new Map(), product?.changes ?? []);
	return {
		id: before?.id ?? incoming.rowKey,
		identity: {
			name: was?.name ?? stated.name,
			ownerName: stated.ownerName ?? was?.ownerName ?? null,
			nik: stated.nik ?? was?.nik ?? null,
			nib: stated.nib ?? was?.nib ?? null,
			pirt: stated.pirt ?? was?.pirt ?? null,
			phone: stated.phone ?? was?.phone ?? null,
			villageCode: stated.villageCode ?? was?.villageCode ?? null,
			districtCode: stated.districtCode ?? was?.districtCode ?? null,
		},
		facts: merged(before?.facts ?? new Map(), changes),
		products: product
			? [...others, { id: product.id ?? incoming.rowKey, name: product.name, facts }]
			: others,
		places: new Set([...(before?.places ?? []), incoming.place]),
	};
}
