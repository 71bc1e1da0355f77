import { addDays, type LocalDate } from '#lib/calendar.ts';
import type { KnownFacts } from './facts.ts';
import { type RecordedFact, type Registered, knownFacts } from './known-facts.ts';

/** A fact of a dossier, current or not, with the days on which it came, was followed by another, and was rejected. */
export type HistoricFact = Omit<RecordedFact, 'isRejected'> & {
	readonly recordedOn: LocalDate;
	readonly endedOn: LocalDate | null;
	readonly rejectedOn: LocalDate | null;
};

/** All that was ever recorded of a product and its producer, the product's own last. */
export type DossierHistory = { readonly registered: Registered; readonly facts: readonly HistoricFact[] };

/** What the dossier knew in the evening of `day`, judged on that day: what came later does not count. */
export function knownAsOf({ registered, facts }: DossierHistory, day: LocalDate): KnownFacts {
	const there = facts.filter(
		({ recordedOn, endedOn }) => recordedOn <= day && (endedOn === null || endedOn > day),
	);
	const recorded = there.map((fact) => ({
		...fact,
		isRejected: fact.rejectedOn !== null && fact.rejectedOn <= day,
	}));
	return knownFacts(registered, recorded, day);
}

/** The days on which the dossier may have come to know something else. */
export function daysOf({ facts }: DossierHistory): LocalDate[] {
	return facts.flatMap(({ recordedOn, endedOn, rejectedOn, validUntil }) =>
		[recordedOn, endedOn, rejectedOn, validUntil && addDays(validUntil, 1)].filter((day) => day !== null),
	);
}
