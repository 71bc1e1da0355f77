import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { dayOf, hourInWib, type LocalDate } from '#lib/calendar.ts';
import { type Problem, ok, problem } from '#lib/result.ts';
import { type Command, type CommandContext, command } from '#people/command.ts';
import * as field from '#people/input.ts';
import type { Tx } from '#server/db.ts';
import { officers } from '../../roles.ts';
import { isClosed } from '../call.ts';
import type { ReadinessSeen } from '../candidate.ts';
import { cohortOf } from '../cohort.ts';
import { readRecord, recordOf } from '../decision-record.ts';
import type { Outcome } from '../outcome.ts';
import { candidatesOf } from './candidates.ts';
import { type HeldCall, heldCall } from './held-call.ts';
import { decidedEntries } from './queries.ts';

/** Judges the readiness of some products on a day, by their ids. */
export type JudgeReadiness = (
	tx: Tx,
	productIds: readonly string[],
	today: LocalDate,
) => Promise<ReadonlyMap<string, ReadinessSeen>>;

const input = v.object({
	callId: field.id,
	letterNumber: field.optional(field.text(100)),
	signatory: field.optional(field.text()),
	signatoryTitle: field.optional(field.text()),
});
type Input = v.InferOutput<typeof input>;
type Counts = { callId: string; accepted: number; reserves: number; declined: number; sha256: string };

/**
 * Decides a call: what its terms make of the scores and of readiness, for all products at once, with all that was seen.
 * Nobody chooses an outcome. Readiness belongs to a later stage, so who judges it is handed in.
 */
export function decideCallWith(judge: JudgeReadiness): Command<Input, Counts> {
	return command({
		name: 'curation.decide',
		roles: officers,
		doors: ['page', 'api', 'cli'],
		input,
		async run({ callId, ...letter }, context) {
			const call = await heldCall(context.tx, callId);
			if (!call) return problem('curation.call-unknown');
			const refused = await whyNotDecide(call, context);
			if (refused) return refused;
			await close(call, letter, context);
			const record = await recordNow(call, judge, context);
			const { outcomes } = readRecord(record);
			await keep(call, record, outcomes, context);
			const count = (verdict: string) => outcomes.filter((one) => one.verdict === verdict).length;
			return ok({
				callId,
				accepted: count('accepted'),
				reserves: count('reserve'),
				declined: count('declined'),
				sha256: createHash('sha256').update(record).digest('hex'),
			});
		},
	});
}

async function whyNotDecide(call: HeldCall, { tx, now }: CommandContext): Promise<Problem | null> {
	if (call.decidedAt) return problem('curation.already-decided');
	if (!isClosed(call, now))
		return problem('curation.still-open', { day: dayOf(call.closesAt), hour: hourInWib(call.closesAt) });
	const reviews = await tx
		.selectFrom('curation_entry as entry')
		.where('entry.call_id', '=', call.id)
		.where('entry.left_at', 'is', null)
		.select((of) => [
			'entry.id',
			of
				.selectFrom('curation_review as review')
				.whereRef('review.entry_id', '=', 'entry.id')
				.where((is) =>
					is.not(
						is.exists(
							is
								.selectFrom('curation_conflict as conflict')
								.whereRef('conflict.entry_id', '=', 'review.entry_id')
								.whereRef('conflict.person_id', '=', 'review.person_id')
								.select('conflict.entry_id'),
						),
					),
				)
				.select(of.fn.countAll<number>().as('count'))
				.as('count'),
		])
		.execute();
	if (reviews.length === 0) return problem('curation.nothing-entered');
	const count = reviews.filter((entry) => (entry.count ?? 0) < call.terms.reviewsNeeded).length;
	return count > 0 ? problem('curation.not-judged', { count, needed: call.terms.reviewsNeeded }) : null;
}

/** From here on the scores may be read, and no more can be given. */
async function close(
	call: HeldCall,
	{ letterNumber, signatory, signatoryTitle }: Omit<Input, 'callId'>,
	{ tx, viewer, now }: CommandContext,
): Promise<void> {
	await tx
		.updateTable('curation_call')
		.set({
			decided_by: viewer.personId,
			decided_at: now,
			letter_number: letterNumber,
			signatory,
			signatory_title: signatoryTitle,
		})
		.where('id', '=', call.id)
		.execute();
}

async function recordNow(
	call: HeldCall,
	judge: JudgeReadiness,
	{ tx, today }: CommandContext,
): Promise<string> {
	const entries = await candidatesOf(tx, call.id);
	const seen = await judge(
		tx,
		entries.map(({ productId }) => productId),
		today,
	);
	const candidates = entries.map((entry) => {
		const readiness = seen.get(entry.productId);
		if (!readiness) throw new Error(`Nobody judged the product of entry ${entry.entryId}.`);
		return { ...entry, readiness };
	});
	return recordOf(call.terms, candidates, today);
}

async function keep(
	call: HeldCall,
	record: string,
	outcomes: readonly Outcome[],
	{ tx }: CommandContext,
): Promise<void> {
	await tx.insertInto('curation_decision').values({ call_id: call.id, record }).execute();
	const producers = new Map(
		readRecord(record).candidates.map(({ entryId, producerId }) => [entryId, producerId]),
	);
	await tx
		.insertInto('curation_outcome')
		.values(
			outcomes.map((outcome) => ({
				entry_id: outcome.entryId,
				call_id: call.id,
				producer_id: producers.get(outcome.entryId) ?? '',
				verdict: outcome.verdict,
				why: outcome.why,
				rank: outcome.rank,
				waiting_number: outcome.waitingNumber,
				points: outcome.points,
				mean_scores: [...outcome.meanScores],
				weakest: [...outcome.change.criteria],
				steps: [...outcome.change.steps],
				points_missing: outcome.change.pointsMissing,
			})),
		)
		.execute();
}

/** Gives a place that somebody left to the first of the waiting list. */
export const moveUp = command({
	name: 'curation.move-up',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ callId: field.id }),
	async run({ callId }, { tx, viewer, now }) {
		const call = await heldCall(tx, callId);
		if (!call) return problem('curation.call-unknown');
		if (!call.decidedAt) return problem('curation.not-decided');
		const cohort = cohortOf(await decidedEntries(tx, callId));
		if (cohort.free === 0) return problem('curation.no-place-free');
		if (!cohort.next) return problem('curation.nobody-waits');
		const { entryId, producerId, productId } = cohort.next;
		await tx
			.insertInto('curation_promotion')
			.values({
				entry_id: entryId,
				call_id: callId,
				producer_id: producerId,
				promoted_by: viewer.personId ?? '',
				promoted_at: now,
			})
			.execute();
		return ok({ callId, entryId, productId });
	},
});
