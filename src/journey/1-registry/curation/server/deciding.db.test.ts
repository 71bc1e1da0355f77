import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computesToItself } from '#journey/curated.ts';
import { funnelOf } from '#journey/funnel.ts';
import { decideCall } from '#journey/server/decide-call.ts';
import { funnelLines } from '#journey/server/funnel.ts';
import type { Viewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { recordFact } from '#web/record-fact.ts';
import {
	AFTER,
	type Maker,
	at,
	appointed,
	decided,
	judgedCall,
	maker,
	openedCall,
} from '../../../../../tests/database/call-ground.ts';
import { type TestProgramme, startProgramme } from '../../../../../tests/database/programme.ts';
import { cohortOf } from '../cohort.ts';
import { readRecord } from '../decision-record.ts';
import { moveUp } from './decide-commands.ts';
import { enterProduct, withdrawEntry } from './entry-commands.ts';
import { decidedEntries, entriesOf } from './queries.ts';
import { declareConflict, scoreEntry } from './review-commands.ts';
import { recordOfCall } from './review-queries.ts';

let programme: TestProgramme;
let officer: Viewer;
let reviewers: [Viewer, Viewer];
let makers: [Maker, Maker, Maker, Maker];
beforeAll(async () => {
	programme = await startProgramme();
	officer = await programme.person('programme-officer');
	reviewers = [await programme.person('mentor'), await programme.person('food-security-officer')];
	const some = async (name: string) => maker(programme, officer, name);
	makers = [
		await some('CONTOH Satu'),
		await some('CONTOH Dua'),
		await some('CONTOH Tiga'),
		await some('CONTOH Empat'),
	];
});
afterAll(() => programme.stop());

/** Four products, the first the best; one place, one on the waiting list. */
const four = (change: object = {}) =>
	judgedCall(
		programme,
		{ officer, reviewers },
		makers
			.map((one, i) => ({
				maker: one,
				scores: [
					[5 - i, 5 - i],
					[5 - i, 4 - i],
				] as const,
			}))
			.slice(0, 4),
		change,
	);
const outcomes = async (viewer: Viewer, callId: string) =>
	(await asViewer(viewer, (tx) => entriesOf(tx, callId))).map(({ outcome }) => outcome?.verdict ?? null);
const cohort = (callId: string) =>
	asViewer(officer, async (tx) => cohortOf(await decidedEntries(tx, callId)));

describe('a call', () => {
	test('is decided after it has closed, when all is judged, once, by an officer', async () => {
		const { callId } = await four();
		expect(await programme.run(decideCall, officer, { callId })).toMatchObject({
			code: 'curation.still-open',
			params: { day: '2026-12-01', hour: '16.00' },
		});
		for (const viewer of [makers[0].viewer, reviewers[0], await programme.person('leader')])
			expect(await decided(viewer, callId)).toMatchObject({ code: 'command.not-permitted' });
		expect(await outcomes(officer, callId)).toEqual([null, null, null, null]);
		expect(await decided(officer, callId)).toMatchObject({
			ok: true,
			value: { accepted: 1, reserves: 1, declined: 2 },
		});
		expect(await decided(officer, callId)).toMatchObject({ code: 'curation.already-decided' });
		expect(await outcomes(officer, callId)).toEqual(['accepted', 'reserve', 'declined', 'declined']);
	});

	test('sent twice at once is decided once, and the same id answers the same', async () => {
		const { callId } = await four();
		const id = randomUUID();
		const both = await Promise.all([decided(officer, callId), decided(officer, callId)]);
		expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		const { callId: other } = await four();
		const first = await at(AFTER, decideCall, officer, { callId: other }, id);
		expect(await at(AFTER, decideCall, officer, { callId: other }, id)).toEqual({
			ok: true,
			value: first.ok ? first.value : null,
			replayed: true,
		});
	});

	test('waits until each product has enough reviews without a conflict of interest', async () => {
		const { callId, entries } = await four();
		await programme.done(declareConflict, reviewers[0], { entryId: entries[2], why: 'CONTOH' });
		expect(await decided(officer, callId)).toMatchObject({
			code: 'curation.not-judged',
			params: { count: 1, needed: 2 },
		});
		const third = await programme.person('cooperation-officer');
		await appointed(programme, officer, callId, [third]);
		await programme.done(scoreEntry, third, { entryId: entries[2], scores: [5, 5] });
		expect(await decided(officer, callId)).toMatchObject({ ok: true });
		const record = readRecord((await asViewer(officer, (tx) => recordOfCall(tx, callId))) ?? '{}');
		const candidate = record.candidates.find(({ entryId }) => entryId === entries[2]);
		expect(candidate).toMatchObject({ conflicts: [reviewers[0].personId] });
		expect(candidate?.reviews.map(({ reviewer }) => reviewer).toSorted()).toEqual(
			[third.personId, reviewers[1].personId].toSorted(),
		);
	});

	test('with nothing in it cannot be decided, nor one that is not there', async () => {
		const callId = await openedCall(programme, officer);
		expect(await decided(officer, callId)).toMatchObject({ code: 'curation.nothing-entered' });
		expect(await decided(officer, randomUUID())).toMatchObject({ code: 'curation.call-unknown' });
	});
});

describe('the decision', () => {
	test('keeps what it saw and computes to itself, also when the dossier changes later', async () => {
		const { callId } = await four({ gate: 'no-blocker' });
		await decided(officer, callId);
		const record = (await asViewer(officer, (tx) => recordOfCall(tx, callId))) ?? '';
		expect(computesToItself(record)).toBe(true);
		await programme.done(recordFact, officer, {
			productId: makers[3].productId,
			key: 'product.shelfLifeDays',
			value: 30,
		});
		expect(await asViewer(officer, (tx) => recordOfCall(tx, callId))).toBe(record);
		expect(computesToItself(record)).toBe(true);
		expect(JSON.parse(readRecord(record).candidates[0]?.readiness.record ?? '{}').rules).toHaveProperty(
			'ID-NIB',
		);
	});

	test('is not rewritten: the database refuses', async () => {
		const { callId } = await four();
		await decided(officer, callId);
		const change = (work: Parameters<typeof asViewer>[1]) => asViewer(officer, work, randomUUID());
		await expect(
			change((tx) => tx.updateTable('curation_call').set({ decided_at: null, decided_by: null }).execute()),
		).rejects.toThrow('A call is decided once.');
		await expect(
			change((tx) => tx.updateTable('curation_outcome').set({ verdict: 'accepted' }).execute()),
		).rejects.toThrow('permission denied');
		await expect(
			change((tx) => tx.updateTable('curation_decision').set({ record: '{}' }).execute()),
		).rejects.toThrow('permission denied');
	});

	test('holds back a product that readiness knows to be blocked, and says what to mend first', async () => {
		await programme.done(recordFact, officer, {
			productId: makers[0].productId,
			key: 'producer.nib',
			isAbsent: true,
		});
		const { callId, entries } = await four({ gate: 'no-blocker' });
		await decided(officer, callId);
		const [best] = await asViewer(makers[0].viewer, (tx) => entriesOf(tx, callId));
		expect(best).toMatchObject({
			entryId: entries[0],
			outcome: {
				verdict: 'declined',
				why: 'not-ready',
				rank: null,
				steps: expect.arrayContaining(['ID-NIB']),
			},
		});
		expect(await outcomes(officer, callId)).toEqual(['declined', 'accepted', 'reserve', 'declined']);
	});

	test('shows a maker his own outcome and nobody else’s', async () => {
		const { callId } = await four();
		await decided(officer, callId);
		const seen = await asViewer(makers[2].viewer, async (tx) => ({
			entries: await entriesOf(tx, callId),
			outcomes: await tx.selectFrom('curation_outcome').select('producer_id').execute(),
			record: await recordOfCall(tx, callId),
			reviewers: await tx.selectFrom('curation_reviewer').select('person_id').execute(),
		}));
		expect(seen.entries).toMatchObject([
			{ productId: makers[2].productId, outcome: { verdict: 'declined' } },
		]);
		expect(new Set(seen.outcomes.map((one) => one.producer_id))).toEqual(
			new Set([makers[2].viewer.organisationId]),
		);
		expect([seen.record, seen.reviewers]).toEqual([null, []]);
		const buyer = await programme.person('retailer-buyer');
		expect(await asViewer(buyer, (tx) => entriesOf(tx, callId))).toEqual([]);
	});
});

describe('the waiting list', () => {
	test('moves up by a command when somebody with a place leaves, and only then', async () => {
		const { callId, entries } = await four();
		const input = { callId };
		expect(await programme.run(moveUp, officer, input)).toMatchObject({ code: 'curation.not-decided' });
		await decided(officer, callId);
		expect(await programme.run(moveUp, officer, input)).toMatchObject({ code: 'curation.no-place-free' });
		await programme.done(withdrawEntry, makers[0].viewer, {
			entryId: entries[0],
			why: 'CONTOH: pindah usaha',
		});
		expect(await cohort(callId)).toMatchObject({ free: 1, next: { entryId: entries[1] }, members: [] });
		expect(await programme.run(moveUp, makers[1].viewer, input)).toMatchObject({
			code: 'command.not-permitted',
		});
		const both = await Promise.all([
			programme.run(moveUp, officer, input),
			programme.run(moveUp, officer, input),
		]);
		expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(await cohort(callId)).toMatchObject({ free: 0, members: [{ entryId: entries[1] }], waiting: [] });
		await programme.done(withdrawEntry, officer, { entryId: entries[1], why: 'CONTOH' });
		expect(await programme.run(moveUp, officer, input)).toMatchObject({ code: 'curation.nobody-waits' });
	});

	test('shows the maker who moved up his new place, and others nothing', async () => {
		const { callId, entries } = await four();
		await decided(officer, callId);
		await programme.done(withdrawEntry, makers[0].viewer, { entryId: entries[0], why: 'CONTOH' });
		await programme.done(moveUp, officer, { callId });
		const [own] = await asViewer(makers[1].viewer, (tx) => entriesOf(tx, callId));
		expect(own?.outcome?.promotedAt).toBeInstanceOf(Date);
		const [other] = await asViewer(makers[2].viewer, (tx) => entriesOf(tx, callId));
		expect(other?.outcome).toMatchObject({ verdict: 'declined', promotedAt: null });
	});
});

test('the funnel counts every product of the call once, and each number is a list of them', async () => {
	const { callId, entries } = await four();
	const early = await maker(programme, officer, 'CONTOH Lima');
	const entered = { callId, productId: early.productId };
	const { entryId } = await programme.done(enterProduct, early.viewer, entered);
	await programme.done(withdrawEntry, early.viewer, { entryId, why: 'CONTOH' });
	await decided(officer, callId);
	await programme.done(withdrawEntry, makers[0].viewer, { entryId: entries[0], why: 'CONTOH' });
	await programme.done(moveUp, officer, { callId });
	const lines = await asViewer(officer, (tx) => funnelLines(tx, callId));
	expect(lines.map(({ end }) => end).toSorted()).toEqual(
		['in-cohort', 'left-cohort', 'left-early', 'no-place', 'no-place'].toSorted(),
	);
	const steps = funnelOf(lines.map(({ end }) => end));
	expect(steps.map(({ step, count }) => [step, count])).toEqual([
		['entered', 5],
		['judged', 4],
		['eligible', 4],
		['won', 2],
		['in-cohort', 1],
		['tested', 0],
		['passed', 0],
	]);
	for (const { end, count } of steps.flatMap(({ drops }) => drops))
		expect(lines.filter((line) => line.end === end)).toHaveLength(count);
});
