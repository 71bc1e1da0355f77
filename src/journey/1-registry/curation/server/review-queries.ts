import type { LocalDate } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';

/** What waits for a reviewer in the calls he was appointed to. */
export type Queue = {
	readonly callId: string;
	readonly title: string;
	readonly reviewUntil: LocalDate;
	/** Products he has neither judged nor declared an interest in. */
	readonly waiting: number;
};

/** The calls that wait for this person's judgement, the soonest due first. */
export async function queuesOf(tx: Tx, personId: string): Promise<Queue[]> {
	const rows = await tx
		.selectFrom('curation_reviewer as reviewer')
		.innerJoin('curation_call as call', 'call.id', 'reviewer.call_id')
		.innerJoin('curation_entry as entry', 'entry.call_id', 'call.id')
		.leftJoin('curation_review as review', (join) =>
			join.onRef('review.entry_id', '=', 'entry.id').on('review.person_id', '=', personId),
		)
		.leftJoin('curation_conflict as conflict', (join) =>
			join.onRef('conflict.entry_id', '=', 'entry.id').on('conflict.person_id', '=', personId),
		)
		.where('reviewer.person_id', '=', personId)
		.where('call.decided_at', 'is', null)
		.where('entry.left_at', 'is', null)
		.where('review.entry_id', 'is', null)
		.where('conflict.entry_id', 'is', null)
		.select((of) => [
			'call.id as callId',
			'call.title',
			'call.review_until as reviewUntil',
			of.fn.countAll<number>().as('waiting'),
		])
		.groupBy(['call.id', 'call.title', 'call.review_until'])
		.orderBy('call.review_until')
		.execute();
	return rows;
}

/** Whether somebody was appointed to judge in a call. */
export async function isReviewer(tx: Tx, callId: string, personId: string | null): Promise<boolean> {
	const found = await tx
		.selectFrom('curation_reviewer')
		.where('call_id', '=', callId)
		.where('person_id', '=', personId)
		.select('person_id')
		.executeTakeFirst();
	return found !== undefined;
}

/** What one person has said of the products of a call: judged, or an interest declared. */
export async function saidBy(tx: Tx, callId: string, personId: string | null) {
	const judged = await tx
		.selectFrom('curation_review')
		.where('call_id', '=', callId)
		.where('person_id', '=', personId)
		.select(['entry_id as entryId', 'reviewed_at as at'])
		.execute();
	const interests = await tx
		.selectFrom('curation_conflict')
		.where('call_id', '=', callId)
		.where('person_id', '=', personId)
		.select(['entry_id as entryId', 'why', 'declared_at as at'])
		.execute();
	return {
		judged: new Map(judged.map(({ entryId, at }) => [entryId, at])),
		interests: new Map(interests.map(({ entryId, ...rest }) => [entryId, rest])),
	};
}

/** The scores of a product that count, as far as the viewer may see them: before the decision only his own. */
export async function scoresOf(tx: Tx, entryId: string) {
	return tx
		.selectFrom('curation_score as score')
		.innerJoin('curation_review as review', (join) =>
			join
				.onRef('review.entry_id', '=', 'score.entry_id')
				.onRef('review.person_id', '=', 'score.person_id')
				.onRef('review.revision', '=', 'score.revision'),
		)
		.innerJoin('person', 'person.id', 'score.person_id')
		.where('score.entry_id', '=', entryId)
		.select([
			'score.person_id as personId',
			'person.name as reviewer',
			'score.position',
			'score.score',
			'score.note',
			'review.reviewed_at as at',
		])
		.orderBy('person.name')
		.orderBy('score.person_id')
		.orderBy('score.position')
		.execute();
}

/** Interests declared in a product, for the office. */
export async function conflictsOf(tx: Tx, entryId: string) {
	return tx
		.selectFrom('curation_conflict as conflict')
		.innerJoin('person', 'person.id', 'conflict.person_id')
		.where('conflict.entry_id', '=', entryId)
		.select(['person.id as personId', 'person.name', 'conflict.why', 'conflict.declared_at as at'])
		.orderBy('conflict.declared_at')
		.execute();
}

/** What a decision saw, byte for byte; null for who may not see it. */
export async function recordOfCall(tx: Tx, callId: string): Promise<string | null> {
	const found = await tx
		.selectFrom('curation_decision')
		.where('call_id', '=', callId)
		.select('record')
		.executeTakeFirst();
	return found?.record ?? null;
}
