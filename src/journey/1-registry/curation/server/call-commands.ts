import * as v from 'valibot';
import { momentInWib } from '#lib/calendar.ts';
import { type Result, ok, problem } from '#lib/result.ts';
import { command } from '#people/command.ts';
import * as field from '#people/input.ts';
import type { Tx } from '#server/db.ts';
import { officers } from '../../roles.ts';
import { type Criterion, gates } from '../call.ts';
import { reviewerRoles } from '../reviewers.ts';
import { heldCall } from './held-call.ts';
import { hour, lines } from './input.ts';

/** Opens a call. Its terms are promised to everybody: no command changes them afterwards. */
export const openCall = command({
	name: 'curation.open-call',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({
		title: field.text(),
		words: field.optional(field.text(2000)),
		closesOn: field.date,
		closesAt: v.optional(hour, '16.00'),
		reviewUntil: field.date,
		places: field.whole(1, 500),
		reserves: field.whole(0, 500),
		minimumPoints: field.whole(0, 100),
		gate: v.picklist(gates, 'input.unknown-choice'),
		reviewsNeeded: field.whole(1, 20),
		/** Line by line: what is scored, how much it weighs, what to look at. */
		criteria: lines,
		weights: lines,
		guides: lines,
	}),
	async run(input, { tx, viewer, now }) {
		const closesAt = momentInWib(input.closesOn, input.closesAt);
		if (closesAt <= now) return problem('curation.closes-past', {}, { closesOn: 'curation.closes-past' });
		if (input.reviewUntil < input.closesOn)
			return problem('curation.review-early', {}, { reviewUntil: 'curation.review-early' });
		const criteria = criteriaOf(input);
		if (!criteria.ok) return criteria;
		const { id } = await tx
			.insertInto('curation_call')
			.values({
				organisation_id: viewer.organisationId ?? '',
				title: input.title,
				words: input.words,
				closes_at: closesAt,
				review_until: input.reviewUntil,
				places: input.places,
				reserves: input.reserves,
				minimum_points: input.minimumPoints,
				gate: input.gate,
				reviews_needed: input.reviewsNeeded,
				opened_by: viewer.personId ?? '',
				opened_at: now,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx
			.insertInto('curation_criterion')
			.values(criteria.value.map((criterion) => ({ call_id: id, ...criterion })))
			.execute();
		return ok({ callId: id });
	},
});

type Lines = {
	readonly criteria: readonly string[];
	readonly weights: readonly string[];
	readonly guides: readonly string[];
};

/** The lines that are filled in, from the first; a criterion without a weight, or a weight without one, is asked for. */
function criteriaOf({ criteria, weights, guides }: Lines): Result<Criterion[]> {
	const given = criteria.map((name, i) => ({
		place: i,
		name,
		weight: weights[i] ?? '',
		guide: guides[i] || null,
	}));
	const filled = given.filter(({ name, weight }) => name !== '' || weight !== '');
	if (filled.length === 0)
		return problem('curation.no-criteria', {}, { 'criteria.0': 'curation.no-criteria' });
	const found: Criterion[] = [];
	for (const { place, name, weight, guide } of filled) {
		if (name === '') return problem('command.input-invalid', {}, { [`criteria.${place}`]: 'input.missing' });
		if (found.some((other) => other.name.toLowerCase() === name.toLowerCase()))
			return problem('curation.criterion-twice', {}, { [`criteria.${place}`]: 'curation.criterion-twice' });
		const number = v.safeParse(field.whole(1, 1000), weight);
		if (!number.success)
			return problem('command.input-invalid', {}, { [`weights.${place}`]: 'curation.not-a-weight' });
		found.push({ position: found.length + 1, name, weight: number.output, guide });
	}
	return ok(found);
}

/** Lets a person of the office judge what is entered. */
export const appointReviewer = command({
	name: 'curation.appoint-reviewer',
	roles: officers,
	doors: ['page', 'api', 'cli'],
	input: v.object({ callId: field.id, personId: field.id }),
	async run({ callId, personId }, { tx, viewer, now }) {
		const call = await heldCall(tx, callId);
		if (!call) return problem('curation.call-unknown');
		if (call.decidedAt) return problem('curation.already-decided');
		if (!(await mayReview(tx, personId)))
			return problem('curation.reviewer-unknown', {}, { personId: 'curation.reviewer-unknown' });
		const there = await tx
			.selectFrom('curation_reviewer')
			.where('call_id', '=', callId)
			.where('person_id', '=', personId)
			.select('person_id')
			.executeTakeFirst();
		if (there) return problem('curation.reviewer.exists', {}, { personId: 'curation.reviewer.exists' });
		await tx
			.insertInto('curation_reviewer')
			.values({
				call_id: callId,
				person_id: personId,
				appointed_by: viewer.personId ?? '',
				appointed_at: now,
			})
			.execute();
		return ok({ callId, personId });
	},
});

async function mayReview(tx: Tx, personId: string): Promise<boolean> {
	const person = await tx
		.selectFrom('person')
		.innerJoin('person_role', 'person_role.person_id', 'person.id')
		.where('person.id', '=', personId)
		.where('person.disabled_at', 'is', null)
		.where('person_role.role', 'in', [...reviewerRoles])
		.select('person.id')
		.executeTakeFirst();
	return person !== undefined;
}
