import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import {
	type Maker,
	appointed,
	decided,
	judgedCall,
	maker,
	openedCall,
} from '../../../../../tests/database/call-ground.ts';
import { type TestProgramme, startProgramme } from '../../../../../tests/database/programme.ts';
import { enterProduct } from './entry-commands.ts';
import { entriesOf, reviewersOf } from './queries.ts';
import { declareConflict, scoreEntry } from './review-commands.ts';
import { conflictsOf, queuesOf, scoresOf } from './review-queries.ts';

let programme: TestProgramme;
let officer: Viewer;
let administrator: Viewer;
let reviewers: [Viewer, Viewer];
let ours: Maker;
beforeAll(async () => {
	programme = await startProgramme();
	officer = await programme.person('programme-officer');
	administrator = await programme.person('administrator');
	reviewers = [await programme.person('mentor'), await programme.person('food-security-officer')];
	ours = await maker(programme, officer, 'CONTOH Sungai');
});
afterAll(() => programme.stop());

/** A call with our product in it and both reviewers appointed. */
async function entered(): Promise<{ callId: string; entryId: string }> {
	const callId = await openedCall(programme, officer);
	await appointed(programme, officer, callId, reviewers);
	const { entryId } = await programme.done(enterProduct, ours.viewer, { callId, productId: ours.productId });
	return { callId, entryId };
}
const score = (viewer: Viewer, entryId: string, scores: readonly unknown[], notes: readonly string[] = []) =>
	programme.run(scoreEntry, viewer, { entryId, scores, notes });
const scoresSeen = async (viewer: Viewer, entryId: string) =>
	(await asViewer(viewer, (tx) => scoresOf(tx, entryId))).map(({ score: given, personId }) => [
		reviewers.findIndex((one) => one.personId === personId),
		given,
	]);

test('each judges alone: neither the other reviewer, nor officer, administrator or maker sees what was given', async () => {
	const { callId, entryId } = await entered();
	await Promise.all([
		score(reviewers[0], entryId, [5, 4], ['renyah', '']),
		score(reviewers[1], entryId, ['2', '3']),
	]);
	expect(await scoresSeen(reviewers[0], entryId)).toEqual([
		[0, 5],
		[0, 4],
	]);
	expect(await scoresSeen(reviewers[1], entryId)).toEqual([
		[1, 2],
		[1, 3],
	]);
	for (const viewer of [officer, administrator, ours.viewer])
		expect(await scoresSeen(viewer, entryId)).toEqual([]);
	expect(await asViewer(officer, (tx) => entriesOf(tx, callId))).toMatchObject([{ reviews: 2 }]);
	expect(await asViewer(ours.viewer, (tx) => entriesOf(tx, callId))).toMatchObject([{ reviews: 0 }]);
});

test('nor does the record of changes tell an administrator what was given', async () => {
	const { entryId } = await entered();
	await score(reviewers[0], entryId, [5, 4], ['CONTOH rahasia', '']);
	const { rows } = await asViewer(administrator, (tx) =>
		sql<{
			text: string;
		}>`select input::text || result::text as text from audit_entry where command = 'curation.score'
			union all select coalesce(before::text, '') || coalesce(after::text, '') from audit_change
			where table_name like 'curation_%' and coalesce(after, before) ->> 'entry_id' = ${entryId}`.execute(tx),
	);
	const told = rows.map(({ text }) => text).join('\n');
	expect(told).toContain(entryId);
	expect(told).not.toContain('rahasia');
	expect(told).not.toMatch(/"score":|\[5, 4\]/);
});

test('once the call is decided the office sees all, and no score can be added', async () => {
	const { callId, entries } = await judgedCall(programme, { officer, reviewers }, [
		{
			maker: ours,
			scores: [
				[5, 4],
				[2, 3],
			],
		},
	]);
	expect(await decided(officer, callId)).toMatchObject({ ok: true });
	const [entryId = ''] = entries;
	expect(await scoresSeen(officer, entryId)).toHaveLength(4);
	expect(await scoresSeen(reviewers[0], entryId)).toHaveLength(4);
	expect(await scoresSeen(ours.viewer, entryId)).toEqual([]);
	expect(await score(reviewers[0], entryId, [1, 1])).toMatchObject({ code: 'curation.already-decided' });
});

test('a reviewer may think again; the last revision counts and the earlier ones stay', async () => {
	const { callId, entryId } = await entered();
	await score(reviewers[0], entryId, [1, 1]);
	await score(reviewers[0], entryId, [4, 5]);
	expect(await scoresSeen(reviewers[0], entryId)).toEqual([
		[0, 4],
		[0, 5],
	]);
	const all = await asViewer(reviewers[0], (tx) =>
		tx.selectFrom('curation_score').where('entry_id', '=', entryId).select('revision').execute(),
	);
	expect(all.map(({ revision }) => revision).toSorted()).toEqual([1, 1, 2, 2]);
	expect(await asViewer(officer, (tx) => reviewersOf(tx, callId))).toMatchObject(
		expect.arrayContaining([expect.objectContaining({ personId: reviewers[0].personId, done: 1 })]),
	);
});

test.each([
	[[5], 'curation.scores-missing'],
	[[5, 5, 5], 'curation.scores-missing'],
	[[6, 5], 'command.input-invalid'],
	[[0, 5], 'command.input-invalid'],
	[['', 5], 'command.input-invalid'],
	[[4.5, 5], 'command.input-invalid'],
])('scores %j are refused', async (given, code) => {
	const { entryId } = await entered();
	expect(await score(reviewers[0], entryId, given)).toMatchObject({ ok: false, code });
});

test('only who was appointed judges, whatever his role', async () => {
	const { entryId } = await entered();
	const stranger = await programme.person('mentor');
	expect(await score(stranger, entryId, [3, 3])).toMatchObject({ code: 'curation.not-appointed' });
	expect(await programme.run(declareConflict, stranger, { entryId, why: 'CONTOH' })).toMatchObject({
		code: 'curation.not-appointed',
	});
	for (const viewer of [administrator, ours.viewer])
		expect(await score(viewer, entryId, [3, 3])).toMatchObject({ code: 'command.not-permitted' });
	expect(await score(reviewers[0], randomUUID(), [3, 3])).toMatchObject({ code: 'curation.entry-unknown' });
});

test('who has an interest cannot judge; the declaration is kept, and the database refuses as well', async () => {
	const { entryId, callId } = await entered();
	await score(reviewers[0], entryId, [5, 5]);
	const why = 'CONTOH: pemiliknya saudara saya';
	await programme.done(declareConflict, reviewers[0], { entryId, why });
	expect(await score(reviewers[0], entryId, [5, 5])).toMatchObject({ code: 'curation.conflicted' });
	expect(await programme.run(declareConflict, reviewers[0], { entryId, why })).toMatchObject({
		code: 'curation.conflict.exists',
	});
	expect(await asViewer(officer, (tx) => conflictsOf(tx, entryId))).toMatchObject([
		{ personId: reviewers[0].personId, why },
	]);
	expect(await asViewer(officer, (tx) => entriesOf(tx, callId))).toMatchObject([
		{ reviews: 0, conflicts: 1 },
	]);
	const slipIn = (viewer: Viewer, personId: string | null) =>
		asViewer(
			viewer,
			(tx) =>
				sql`insert into curation_score (entry_id, person_id, revision, position, call_id, score)
					values (${entryId}, ${personId}, 7, 1, ${callId}, 5)`.execute(tx),
			randomUUID(),
		);
	await expect(slipIn(reviewers[0], reviewers[0].personId)).rejects.toThrow('row-level security');
	await expect(slipIn(reviewers[0], reviewers[1].personId)).rejects.toThrow('row-level security');
	await expect(slipIn(officer, officer.personId)).rejects.toThrow('row-level security');
	await expect(
		asViewer(reviewers[0], (tx) => tx.deleteFrom('curation_conflict').execute(), randomUUID()),
	).rejects.toThrow('permission denied');
});

test('a queue counts what is neither judged, nor excused, nor taken back', async () => {
	const { entryId, callId } = await entered();
	const queue = async (viewer: Viewer) =>
		(await asViewer(viewer, (tx) => queuesOf(tx, viewer.personId ?? ''))).find(
			(one) => one.callId === callId,
		);
	expect(await queue(reviewers[0])).toMatchObject({ waiting: 1, reviewUntil: '2026-12-08' });
	await score(reviewers[0], entryId, [3, 3]);
	await programme.done(declareConflict, reviewers[1], { entryId, why: 'CONTOH' });
	expect([await queue(reviewers[0]), await queue(reviewers[1])]).toEqual([undefined, undefined]);
});
