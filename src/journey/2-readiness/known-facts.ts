import type { LocalDate } from '#lib/calendar.ts';
import { misfits } from '#lib/rules/vocabulary.ts';
import { type FactKey, type KnownFacts, factVocabulary } from './facts.ts';

/** A fact of the dossier as it was recorded. */
export type RecordedFact = {
	readonly key: string;
	readonly value: unknown;
	readonly validUntil: LocalDate | null;
	/** The office looked at it and it cannot be so: rules do not read it. */
	readonly isRejected?: boolean;
};

/** What the registry itself knows of a product and its producer. */
export type Registered = {
	readonly category: string | null;
	readonly gtin: string | null;
	/** Kemendagri code of the producer's district, such as `16.02.05`. */
	readonly districtCode: string | null;
};

const REGENCY_CODE_LENGTH = 5;

/**
 * The facts that rules may read on a day. A fact whose validity has ended is not known any more, nor is one that the
 * office rejected; one that the vocabulary does not have, or that has another type there, is left out: a rule must never
 * judge by accident.
 */
export function knownFacts(
	registered: Registered,
	recorded: readonly RecordedFact[],
	today: LocalDate,
): KnownFacts {
	const fromRegistry: Partial<Record<FactKey, unknown>> = {
		'product.category': registered.category,
		'pack.gtin': registered.gtin,
		'producer.regencyCode': registered.districtCode?.slice(0, REGENCY_CODE_LENGTH) ?? null,
	};
	const valid = recorded.filter(
		({ validUntil, isRejected }) => !isRejected && (validUntil === null || validUntil >= today),
	);
	const all = { ...fromRegistry, ...Object.fromEntries(valid.map(({ key, value }) => [key, value])) };
	const wrong = new Set(misfits(factVocabulary, all).map(({ key }) => key));
	return Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== null && !wrong.has(key)));
}
