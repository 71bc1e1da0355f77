import type { Identity } from './same-producer.ts';

/** The current value of a fact, and where it came from. */
export type KnownFact = {
	readonly value: unknown;
	/** Said by a person, not read from a list. */
	readonly isByHand: boolean;
	/** Values that earlier lists had said and somebody corrected since. */
	readonly corrected: readonly unknown[];
};

export type KnownProducer = {
	readonly id: string;
	readonly identity: Identity;
	readonly facts: ReadonlyMap<string, KnownFact>;
	readonly products: readonly KnownProduct[];
	/** Places in this very file from which something was stored for this producer before. */
	readonly places: ReadonlySet<string>;
};

export type KnownProduct = {
	readonly id: string;
	readonly name: string;
	readonly facts: ReadonlyMap<string, KnownFact>;
};
