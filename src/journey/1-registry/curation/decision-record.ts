import type { LocalDate } from '#lib/calendar.ts';
import type { Terms } from './call.ts';
import type { Candidate } from './candidate.ts';
import { type Outcome, outcomesOf } from './outcome.ts';

const METHOD = 'curation/1';

/** What a decision of a call saw and said, whole enough to be computed anew by anybody. */
export type CurationRecord = {
	readonly method: typeof METHOD;
	readonly decidedOn: LocalDate;
	readonly terms: Terms;
	/** By entry id, so that the order in which they were read leaves no trace. */
	readonly candidates: readonly Candidate[];
	/** The best first. */
	readonly outcomes: readonly Outcome[];
};

/** The record of a decision as text. The same terms, scores and readiness give the same bytes. */
export function recordOf(terms: Terms, candidates: readonly Candidate[], decidedOn: LocalDate): string {
	const sorted = candidates.map(settled).toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1));
	const record: CurationRecord = {
		method: METHOD,
		decidedOn,
		terms: {
			places: terms.places,
			reserves: terms.reserves,
			minimumPoints: terms.minimumPoints,
			gate: terms.gate,
			reviewsNeeded: terms.reviewsNeeded,
			criteria: terms.criteria.map(({ position, name, weight, guide }) => ({
				position,
				name,
				weight,
				guide,
			})),
		},
		candidates: sorted,
		outcomes: outcomesOf(sorted, terms),
	};
	return JSON.stringify(record);
}

/** One candidate with its parts in one order. */
function settled({ reviews, conflicts, readiness, ...entry }: Candidate): Candidate {
	return {
		entryId: entry.entryId,
		productId: entry.productId,
		producerId: entry.producerId,
		enteredAt: entry.enteredAt,
		reviews: reviews
			.map(({ reviewer, scores }) => ({ reviewer, scores: [...scores] }))
			.toSorted((a, b) => (a.reviewer < b.reviewer ? -1 : 1)),
		conflicts: conflicts.toSorted(),
		readiness: { ready: readiness.ready, steps: [...readiness.steps], record: readiness.record },
	};
}

export function readRecord(text: string): CurationRecord {
	return JSON.parse(text) as CurationRecord;
}

/**
 * The record anew from what stands in it: equal to the text, byte for byte, or something is wrong. `judgedAnew` judges
 * the readiness of a product once more from its own record; it belongs to a later stage, so it is handed in.
 */
export function recomputed(text: string, judgedAnew: (record: string) => Candidate['readiness']): string {
	const { terms, candidates, decidedOn } = readRecord(text);
	const anew = candidates.map((one) => ({ ...one, readiness: judgedAnew(one.readiness.record) }));
	return recordOf(terms, anew, decidedOn);
}
