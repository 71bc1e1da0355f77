import * as v from 'valibot';
import { type Result, ok, problem } from '#lib/result.ts';
import { type CommandContext, command } from '#people/command.ts';
import * as field from '#people/input.ts';
import { reviewerRoles } from '../reviewers.ts';
import { type HeldEntry, heldEntry } from './held-call.ts';
import { lines, scores } from './input.ts';

/** Says that one has an interest in a product: from then on one's review of it does not count, and none can be added. */
export const declareConflict = command({
	name: 'curation.declare-conflict',
	roles: reviewerRoles,
	doors: ['page', 'api', 'cli'],
	input: v.object({ entryId: field.id, why: field.text(1000) }),
	async run({ entryId, why }, context) {
		const entry = await entryToJudge(entryId, context);
		if (!entry.ok) return entry;
		const { tx, viewer, now } = context;
		if (await hasConflict(entryId, context)) return problem('curation.conflict.exists');
		const { call, productId } = entry.value;
		await tx
			.insertInto('curation_conflict')
			.values({
				entry_id: entryId,
				person_id: viewer.personId ?? '',
				call_id: call.id,
				why,
				declared_at: now,
			})
			.execute();
		return ok({ entryId, callId: call.id, productId });
	},
});

/** Scores a product, each criterion from 1 to 5, in the order of the call. Thinking again adds a revision. */
export const scoreEntry = command({
	name: 'curation.score',
	roles: reviewerRoles,
	doors: ['page', 'api', 'cli'],
	secret: ['scores', 'notes'], // nobody reads them in the record before the call is decided; the table keeps them all
	input: v.object({ entryId: field.id, scores, notes: v.optional(lines, []) }),
	async run({ entryId, scores: given, notes }, context) {
		const entry = await entryToJudge(entryId, context);
		if (!entry.ok) return entry;
		if (await hasConflict(entryId, context)) return problem('curation.conflicted');
		const { call, productId } = entry.value;
		if (given.length !== call.terms.criteria.length)
			return problem('curation.scores-missing', {}, { 'scores.0': 'curation.scores-missing' });
		const revision = await nextRevision(entry.value, context);
		await context.tx
			.insertInto('curation_score')
			.values(
				call.terms.criteria.map(({ position }, i) => ({
					entry_id: entryId,
					person_id: context.viewer.personId ?? '',
					revision,
					position,
					call_id: call.id,
					score: given[i] ?? 0,
					note: notes[i] || null,
				})),
			)
			.execute();
		return ok({ entryId, callId: call.id, productId });
	},
});

/** The entry, if the viewer was appointed to judge it and it still waits to be judged. */
async function entryToJudge(entryId: string, { tx, viewer }: CommandContext): Promise<Result<HeldEntry>> {
	const entry = await heldEntry(tx, entryId);
	if (!entry) return problem('curation.entry-unknown');
	const appointed = await tx
		.selectFrom('curation_reviewer')
		.where('call_id', '=', entry.call.id)
		.where('person_id', '=', viewer.personId)
		.select('person_id')
		.executeTakeFirst();
	if (!appointed) return problem('curation.not-appointed');
	if (entry.call.decidedAt) return problem('curation.already-decided');
	return entry.leftAt ? problem('curation.has-left') : ok(entry);
}

async function hasConflict(entryId: string, { tx, viewer }: CommandContext): Promise<boolean> {
	const conflict = await tx
		.selectFrom('curation_conflict')
		.where('entry_id', '=', entryId)
		.where('person_id', '=', viewer.personId)
		.select('person_id')
		.executeTakeFirst();
	return conflict !== undefined;
}

async function nextRevision({ id, call }: HeldEntry, { tx, viewer, now }: CommandContext): Promise<number> {
	const { revision } = await tx
		.insertInto('curation_review')
		.values({
			entry_id: id,
			person_id: viewer.personId ?? '',
			call_id: call.id,
			revision: 1,
			reviewed_at: now,
		})
		.onConflict((there) =>
			there
				.columns(['entry_id', 'person_id'])
				.doUpdateSet((to) => ({ revision: to('curation_review.revision', '+', 1), reviewed_at: now })),
		)
		.returning('revision')
		.executeTakeFirstOrThrow();
	return revision;
}
