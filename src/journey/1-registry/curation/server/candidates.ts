import type { Tx } from '#server/db.ts';
import type { Candidate, Review } from '../candidate.ts';

/**
 * The products of a call that were not taken back, with the reviews that count; readiness is added by who may know it.
 * Reviews of others can be read only once the call is decided, so the decision is written down first.
 */
export async function candidatesOf(tx: Tx, callId: string): Promise<Omit<Candidate, 'readiness'>[]> {
	const entries = await tx
		.selectFrom('curation_entry')
		.where('call_id', '=', callId)
		.where('left_at', 'is', null)
		.select([
			'id as entryId',
			'product_id as productId',
			'producer_id as producerId',
			'entered_at as enteredAt',
		])
		.orderBy('id')
		.execute();
	const conflicts = Map.groupBy(await conflictsOf(tx, callId), ({ entryId }) => entryId);
	const scores = Map.groupBy(await countingScores(tx, callId), ({ entryId }) => entryId);
	return entries.map(({ enteredAt, ...entry }) => {
		const conflicted = (conflicts.get(entry.entryId) ?? []).map(({ personId }) => personId);
		const reviews = reviewsOf(scores.get(entry.entryId) ?? []);
		return {
			...entry,
			enteredAt: enteredAt.toISOString(),
			reviews: reviews.filter(({ reviewer }) => !conflicted.includes(reviewer)),
			conflicts: conflicted,
		};
	});
}

async function conflictsOf(tx: Tx, callId: string) {
	return tx
		.selectFrom('curation_conflict')
		.where('call_id', '=', callId)
		.select(['entry_id as entryId', 'person_id as personId'])
		.orderBy('person_id')
		.execute();
}

/** Scores of the last revision of each review, in the order of the criteria. */
async function countingScores(tx: Tx, callId: string) {
	return tx
		.selectFrom('curation_score as score')
		.innerJoin('curation_review as review', (join) =>
			join
				.onRef('review.entry_id', '=', 'score.entry_id')
				.onRef('review.person_id', '=', 'score.person_id')
				.onRef('review.revision', '=', 'score.revision'),
		)
		.where('score.call_id', '=', callId)
		.select(['score.entry_id as entryId', 'score.person_id as personId', 'score.score'])
		.orderBy('score.person_id')
		.orderBy('score.position')
		.execute();
}

function reviewsOf(scores: readonly { readonly personId: string; readonly score: number }[]): Review[] {
	return [...Map.groupBy(scores, ({ personId }) => personId)].map(([reviewer, given]) => ({
		reviewer,
		scores: given.map(({ score }) => score),
	}));
}
