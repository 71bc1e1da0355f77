import { sql } from 'kysely';
import type { LocalDate } from '#lib/calendar.ts';
import type { Tx } from '#server/db.ts';
import { type CallStatus, type Gate, type Terms, statusOf } from '../call.ts';
import type { Decided } from '../cohort.ts';
import type { Verdict, Why } from '../outcome.ts';
import { reviewerRoles } from '../reviewers.ts';

export type Call = {
	readonly id: string;
	readonly title: string;
	readonly words: string | null;
	readonly office: string | null;
	readonly closesAt: Date;
	readonly reviewUntil: LocalDate;
	readonly decidedAt: Date | null;
	readonly letter: {
		readonly number: string | null;
		readonly signatory: string | null;
		readonly title: string | null;
	};
	readonly status: CallStatus;
	/** Products in it that the viewer may see. */
	readonly entries: number;
	readonly terms: Terms;
};

/** The calls a viewer may see: those that take products, those that are judged, those that are decided. */
export async function calls(tx: Tx, now: Date, callId?: string): Promise<Call[]> {
	const rows = await callRows(tx, callId);
	const criteria = await tx
		.selectFrom('curation_criterion')
		.$if(callId !== undefined, (some) => some.where('call_id', '=', callId ?? ''))
		.select(['call_id as callId', 'position', 'name', 'weight', 'guide'])
		.orderBy('position')
		.execute();
	const ofCall = Map.groupBy(criteria, (criterion) => criterion.callId);
	const order: readonly CallStatus[] = ['open', 'reviewing', 'decided'];
	return rows
		.map((row) => toCall(row, ofCall.get(row.id) ?? [], now))
		.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/** One call, or null when the viewer may not see such a one. */
export async function callOf(tx: Tx, callId: string, now: Date): Promise<Call | null> {
	return (await calls(tx, now, callId))[0] ?? null;
}

function callRows(tx: Tx, callId: string | undefined) {
	return tx
		.selectFrom('curation_call as call')
		.leftJoin('organisation as office', 'office.id', 'call.organisation_id')
		.$if(callId !== undefined, (some) => some.where('call.id', '=', callId ?? ''))
		.selectAll('call')
		.select((of) => [
			'office.name as office',
			of
				.selectFrom('curation_entry as entry')
				.whereRef('entry.call_id', '=', 'call.id')
				.where('entry.left_at', 'is', null)
				.select(of.fn.countAll<number>().as('count'))
				.as('entries'),
		])
		.orderBy('call.closes_at', 'desc')
		.orderBy('call.id')
		.limit(200)
		.execute();
}

type Row = Awaited<ReturnType<typeof callRows>>[number];

function toCall(row: Row, criteria: Terms['criteria'], now: Date): Call {
	const times = { closesAt: row.closes_at, decidedAt: row.decided_at };
	return {
		id: row.id,
		title: row.title,
		words: row.words,
		office: row.office,
		...times,
		reviewUntil: row.review_until,
		letter: { number: row.letter_number, signatory: row.signatory, title: row.signatory_title },
		status: statusOf(times, now),
		entries: row.entries ?? 0,
		terms: {
			places: row.places,
			reserves: row.reserves,
			minimumPoints: row.minimum_points,
			gate: row.gate as Gate, // the database knows no other
			reviewsNeeded: row.reviews_needed,
			criteria: criteria.map(({ position, name, weight, guide }) => ({ position, name, weight, guide })),
		},
	};
}

/** A product in a call, before or after the decision. */
export type Entry = {
	readonly entryId: string;
	readonly callId: string;
	readonly productId: string;
	readonly producerId: string;
	readonly product: string;
	readonly producer: string;
	readonly enteredAt: Date;
	readonly leftAt: Date | null;
	readonly leftWhy: string | null;
	/** Reviews that count so far, and conflicts of interest; the office's to know. */
	readonly reviews: number;
	readonly conflicts: number;
	readonly outcome: OutcomeSeen | null;
};

export type OutcomeSeen = {
	readonly verdict: Verdict;
	readonly why: Why;
	readonly rank: number | null;
	readonly waitingNumber: number | null;
	readonly points: number;
	readonly meanScores: readonly number[];
	/** Positions of criteria. */
	readonly weakest: readonly number[];
	/** Ids of rules of readiness. */
	readonly steps: readonly string[];
	readonly pointsMissing: number;
	readonly promotedAt: Date | null;
};

/** The products of a call that the viewer may see, in the order of their entry, also those that left. */
export async function entriesOf(tx: Tx, callId: string): Promise<Entry[]> {
	return (await entryRows(tx).where('entry.call_id', '=', callId).execute()).map(toEntry);
}

/** One product in one call; null when the viewer may not see it. */
export async function entryOf(tx: Tx, callId: string, entryId: string): Promise<Entry | null> {
	const row = await entryRows(tx)
		.where('entry.call_id', '=', callId)
		.where('entry.id', '=', entryId)
		.executeTakeFirst();
	return row ? toEntry(row) : null;
}

function entryRows(tx: Tx) {
	return tx
		.selectFrom('curation_entry as entry')
		.innerJoin('product', 'product.id', 'entry.product_id')
		.innerJoin('organisation as producer', 'producer.id', 'entry.producer_id')
		.leftJoin('curation_outcome as outcome', 'outcome.entry_id', 'entry.id')
		.leftJoin('curation_promotion as promotion', 'promotion.entry_id', 'entry.id')
		.select([
			'entry.id as entryId',
			'entry.call_id as callId',
			'entry.product_id as productId',
			'entry.producer_id as producerId',
			'product.name as product',
			'producer.name as producer',
			'entry.entered_at as enteredAt',
			'entry.left_at as leftAt',
			'entry.left_why as leftWhy',
			'outcome.verdict',
			'outcome.why',
			'outcome.rank',
			'outcome.waiting_number as waitingNumber',
			'outcome.points',
			'outcome.mean_scores as meanScores',
			'outcome.weakest',
			'outcome.steps',
			'outcome.points_missing as pointsMissing',
			'promotion.promoted_at as promotedAt',
			sql<number>`(select count(*)::integer from curation_review r where r.entry_id = entry.id and not exists (
				select from curation_conflict c where c.entry_id = r.entry_id and c.person_id = r.person_id))`.as('reviews'),
			sql<number>`(select count(*)::integer from curation_conflict c where c.entry_id = entry.id)`.as(
				'conflicts',
			),
		])
		.orderBy('entry.entered_at')
		.orderBy('entry.id')
		.limit(2000);
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entryRows>['executeTakeFirstOrThrow']>>;

function toEntry(row: EntryRow): Entry {
	const { verdict, why, rank, waitingNumber, points, meanScores, ...rest } = row;
	const { weakest, steps, pointsMissing, promotedAt, ...entry } = rest;
	const outcome = verdict && {
		verdict: verdict as Verdict, // the database knows no other, and no other reason
		why: why as Why,
		rank,
		waitingNumber,
		points: points ?? 0,
		meanScores: meanScores ?? [],
		weakest: weakest ?? [],
		steps: steps ?? [],
		pointsMissing: pointsMissing ?? 0,
		promotedAt,
	};
	return { ...entry, outcome: outcome || null };
}

/** The decided products of a call as the cohort is made of them. */
export async function decidedEntries(tx: Tx, callId: string): Promise<(Entry & Decided)[]> {
	return (await entriesOf(tx, callId)).flatMap((entry) =>
		entry.outcome ? [asDecided(entry, entry.outcome)] : [],
	);
}

/** An entry with its outcome, as the cohort counts it. */
export function asDecided(entry: Entry, outcome: OutcomeSeen): Entry & Decided {
	const { verdict, rank, waitingNumber, promotedAt } = outcome;
	return { ...entry, verdict, rank, waitingNumber, promotedAt };
}

/** Who judges in a call, and how far each is; entries that left do not wait for anybody. */
export async function reviewersOf(tx: Tx, callId: string) {
	return tx
		.selectFrom('curation_reviewer as reviewer')
		.innerJoin('person', 'person.id', 'reviewer.person_id')
		.where('reviewer.call_id', '=', callId)
		.select([
			'person.id as personId',
			'person.name',
			sql<number>`(select count(*)::integer from curation_review r join curation_entry e on e.id = r.entry_id
				where r.call_id = reviewer.call_id and r.person_id = reviewer.person_id and e.left_at is null
				and not exists (select from curation_conflict c where c.entry_id = r.entry_id and c.person_id = r.person_id))`.as(
				'done',
			),
			sql<number>`(select count(*)::integer from curation_conflict c join curation_entry e on e.id = c.entry_id
				where c.call_id = reviewer.call_id and c.person_id = reviewer.person_id and e.left_at is null)`.as(
				'conflicts',
			),
		])
		.orderBy('person.name')
		.orderBy('person.id')
		.execute();
}

/** People of the office who may judge and were not appointed yet. */
export async function appointable(tx: Tx, callId: string) {
	return tx
		.selectFrom('person')
		.where('disabled_at', 'is', null)
		.where((is) =>
			is.exists(
				is
					.selectFrom('person_role as held')
					.whereRef('held.person_id', '=', 'person.id')
					.where('held.role', 'in', [...reviewerRoles])
					.select('held.role'),
			),
		)
		.where((is) =>
			is.not(
				is.exists(
					is
						.selectFrom('curation_reviewer as reviewer')
						.whereRef('reviewer.person_id', '=', 'person.id')
						.where('reviewer.call_id', '=', callId)
						.select('reviewer.person_id'),
				),
			),
		)
		.select(['id', 'name'])
		.orderBy('name')
		.limit(200)
		.execute();
}
