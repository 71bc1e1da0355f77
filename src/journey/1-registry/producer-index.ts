import type { KnownProducer } from './known-producer.ts';
import type { IncomingProducer } from './msme-row.ts';
import { type Identity, likeness, nameKey } from './same-producer.ts';

export type Found =
	| { readonly is: 'new' }
	| { readonly is: 'known'; readonly producer: KnownProducer }
	| { readonly is: 'unclear'; readonly candidates: readonly KnownProducer[] };

/** Producers by everything two records may have in common, so that each row is compared with few. */
export class ProducerIndex {
	readonly #byId = new Map<string, KnownProducer>();
	readonly #byMark = new Map<string, Set<string>>();
	readonly #byPlace = new Map<string, string>();

	constructor(known: readonly KnownProducer[]) {
		for (const producer of known) this.add(producer);
	}

	/** Adds a producer, or puts it in the place of an earlier state of it. */
	add(producer: KnownProducer): void {
		this.#byId.set(producer.id, producer);
		for (const place of producer.places) this.#byPlace.set(place, producer.id);
		for (const mark of marksOf(producer.identity)) {
			const ids = this.#byMark.get(mark) ?? new Set();
			this.#byMark.set(mark, ids.add(producer.id));
		}
	}

	/** Whom a row is about; `decided` is what a person said: an id, or `new`. */
	find({ place, identity }: IncomingProducer, decided?: string): Found {
		if (decided === 'new') return { is: 'new' };
		const named = this.#byId.get(decided ?? this.#byPlace.get(place) ?? '');
		if (named) return { is: 'known', producer: named };
		const near = this.#near(identity).map((producer) => ({
			producer,
			is: likeness(identity, producer.identity),
		}));
		const same = near.filter(({ is }) => is === 'same');
		const [first, ...more] = same;
		if (first && more.length === 0) return { is: 'known', producer: first.producer };
		const candidates = (first ? same : near.filter(({ is }) => is === 'maybe')).map(
			({ producer }) => producer,
		);
		return candidates.length > 0 ? { is: 'unclear', candidates } : { is: 'new' };
	}

	#near(identity: Identity): KnownProducer[] {
		const ids = new Set(marksOf(identity).flatMap((mark) => [...(this.#byMark.get(mark) ?? [])]));
		return [...ids].flatMap((id) => this.#byId.get(id) ?? []);
	}
}

function marksOf(identity: Identity): string[] {
	const { name, nik, nib, pirt, phone, villageCode } = identity;
	const marks = { name: nameKey(name), nik, nib, pirt, phone, villageCode };
	return Object.entries(marks).flatMap(([mark, value]) => (value ? [`${mark} ${value}`] : []));
}
