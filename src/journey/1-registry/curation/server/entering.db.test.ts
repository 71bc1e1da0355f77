import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { AFTER, type Maker, at, maker, openedCall } from '../../../../../tests/database/call-ground.ts';
import { type TestProgramme, startProgramme } from '../../../../../tests/database/programme.ts';
import { appointReviewer, openCall } from './call-commands.ts';
import { enterProduct, withdrawEntry } from './entry-commands.ts';
import { appointable, callOf, calls, entriesOf } from './queries.ts';

let programme: TestProgramme;
let officer: Viewer;
let ours: Maker;
let theirs: Maker;
beforeAll(async () => {
	programme = await startProgramme();
	officer = await programme.person('programme-officer');
	ours = await maker(programme, officer, 'CONTOH Sungai');
	theirs = await maker(programme, officer, 'CONTOH Hilir');
});
afterAll(() => programme.stop());

const seen = (viewer: Viewer, callId: string) => asViewer(viewer, (tx) => entriesOf(tx, callId));
const enter = (viewer: Viewer, callId: string, productId: string) =>
	programme.run(enterProduct, viewer, { callId, productId });

describe('a call', () => {
	test('keeps its terms as they were promised, and closes at an hour in WIB', async () => {
		const callId = await openedCall(programme, officer, {
			criteria: ['Mutu', '', 'Harga'],
			weights: ['60', '', '40'],
		});
		const call = await asViewer(ours.viewer, (tx) => callOf(tx, callId, programme.now));
		expect(call).toMatchObject({
			status: 'open',
			closesAt: new Date('2026-12-01T09:00:00Z'),
			terms: {
				places: 1,
				criteria: [
					{ position: 1, name: 'Mutu', weight: 60 },
					{ position: 2, name: 'Harga', weight: 40 },
				],
			},
		});
		await expect(
			asViewer(officer, (tx) => tx.updateTable('curation_call').set({ places: 99 }).execute(), randomUUID()),
		).rejects.toThrow('permission denied');
	});

	test.each([
		[{ closesOn: '2026-11-25', closesAt: '09.59' }, { closesOn: 'curation.closes-past' }],
		[{ reviewUntil: '2026-11-30' }, { reviewUntil: 'curation.review-early' }],
		[{ criteria: [''], weights: [''] }, { 'criteria.0': 'curation.no-criteria' }],
		[{ criteria: ['Mutu', 'mutu'], weights: ['1', '1'] }, { 'criteria.1': 'curation.criterion-twice' }],
		[{ criteria: ['Mutu', ''], weights: ['1', '5'] }, { 'criteria.1': 'input.missing' }],
		[{ criteria: ['Mutu'], weights: ['berat'] }, { 'weights.0': 'curation.not-a-weight' }],
		[{ closesAt: '25.00' }, { closesAt: 'curation.not-an-hour' }],
	])('cannot be opened with %o', async (change, fields) => {
		const input = {
			title: 'CONTOH',
			closesOn: '2026-12-01',
			reviewUntil: '2026-12-08',
			places: 14,
			reserves: 6,
			minimumPoints: 60,
			gate: 'none',
			reviewsNeeded: 2,
			criteria: ['Mutu'],
			weights: ['1'],
			...change,
		};
		expect(await programme.run(openCall, officer, input)).toMatchObject({ ok: false, fields });
	});

	test('is opened by the office alone; a maker reads it, a retailer does not', async () => {
		const buyer = await programme.person('retailer-buyer');
		for (const viewer of [ours.viewer, buyer, await programme.person('mentor')])
			expect(await programme.run(openCall, viewer, {})).toMatchObject({ code: 'command.not-permitted' });
		expect((await asViewer(ours.viewer, (tx) => calls(tx, programme.now))).length).toBeGreaterThan(0);
		expect(await asViewer(buyer, (tx) => calls(tx, programme.now))).toEqual([]);
	});
});

describe('entering', () => {
	test('is done by a maker for his own product, or by an officer for him, once', async () => {
		const callId = await openedCall(programme, officer);
		expect(await enter(ours.viewer, callId, ours.productId)).toMatchObject({ ok: true });
		expect(await enter(officer, callId, theirs.productId)).toMatchObject({ ok: true });
		expect(await enter(officer, callId, ours.productId)).toMatchObject({ code: 'curation.entry.exists' });
		expect((await seen(officer, callId)).map(({ productId }) => productId)).toEqual([
			ours.productId,
			theirs.productId,
		]);
	});

	test('of a product that is not his finds nothing, and nobody sees who else came', async () => {
		const callId = await openedCall(programme, officer);
		expect(await enter(ours.viewer, callId, theirs.productId)).toMatchObject({
			code: 'curation.product-unknown',
		});
		const { entryId } = await programme.done(enterProduct, theirs.viewer, {
			callId,
			productId: theirs.productId,
		});
		expect(await seen(ours.viewer, callId)).toEqual([]);
		expect(await asViewer(ours.viewer, (tx) => callOf(tx, callId, programme.now))).toMatchObject({
			entries: 0,
		});
		expect(await programme.run(withdrawEntry, ours.viewer, { entryId, why: 'CONTOH' })).toMatchObject({
			code: 'curation.entry-unknown',
		});
	});

	test('is refused from the closing moment on, with the moment', async () => {
		const callId = await openedCall(programme, officer);
		const input = { callId, productId: ours.productId };
		expect(await at(new Date('2026-12-01T09:00:00Z'), enterProduct, officer, input)).toMatchObject({
			code: 'curation.closed',
			params: { day: '2026-12-01', hour: '16.00' },
		});
		expect(await at(new Date('2026-12-01T08:59:59Z'), enterProduct, ours.viewer, input)).toMatchObject({
			ok: true,
		});
	});

	test('sent twice with one id is done once; two at once make one entry', async () => {
		const callId = await openedCall(programme, officer);
		const input = { callId, productId: ours.productId };
		const id = randomUUID();
		const first = await programme.run(enterProduct, ours.viewer, input, id);
		expect(await programme.run(enterProduct, ours.viewer, input, id)).toMatchObject({
			ok: true,
			replayed: true,
		});
		expect(first).toMatchObject({ ok: true, replayed: false });
		const other = { callId, productId: theirs.productId };
		const both = await Promise.all([
			programme.run(enterProduct, theirs.viewer, other),
			programme.run(enterProduct, officer, other),
		]);
		expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(await seen(officer, callId)).toHaveLength(2);
	});

	test('may be taken back, and done again until the call closes', async () => {
		const callId = await openedCall(programme, officer);
		const { entryId } = await programme.done(enterProduct, ours.viewer, {
			callId,
			productId: ours.productId,
		});
		const why = 'CONTOH: kemasan sedang diganti';
		expect(await programme.run(withdrawEntry, ours.viewer, { entryId })).toMatchObject({
			fields: { why: 'input.missing' },
		});
		await programme.done(withdrawEntry, ours.viewer, { entryId, why });
		expect(await programme.run(withdrawEntry, ours.viewer, { entryId, why })).toMatchObject({
			code: 'curation.has-left',
		});
		expect(await seen(officer, callId)).toMatchObject([{ leftWhy: why }]);
		const again = { callId, productId: ours.productId };
		expect(await programme.run(enterProduct, ours.viewer, again)).toMatchObject({ value: { entryId } });
		expect(await seen(officer, callId)).toMatchObject([{ leftAt: null, leftWhy: null }]);
		await programme.done(withdrawEntry, officer, { entryId, why });
		expect(await at(AFTER, enterProduct, ours.viewer, again)).toMatchObject({ code: 'curation.closed' });
	});
});

describe('reviewers', () => {
	test('are people of the office who do not read everything anyway', async () => {
		const callId = await openedCall(programme, officer);
		const mentor = await programme.person('mentor');
		const offered = await asViewer(officer, (tx) => appointable(tx, callId));
		expect(offered.map(({ id }) => id)).toContain(mentor.personId);
		for (const stranger of [
			ours.viewer,
			await programme.person('leader'),
			await programme.person('administrator'),
		])
			expect(
				await programme.run(appointReviewer, officer, { callId, personId: stranger.personId }),
			).toMatchObject({ code: 'curation.reviewer-unknown' });
		const input = { callId, personId: mentor.personId };
		expect(await programme.run(appointReviewer, mentor, input)).toMatchObject({
			code: 'command.not-permitted',
		});
		await programme.done(appointReviewer, officer, input);
		expect(await programme.run(appointReviewer, officer, input)).toMatchObject({
			code: 'curation.reviewer.exists',
		});
		const after = await asViewer(officer, (tx) => appointable(tx, callId));
		expect(after.map(({ id }) => id)).not.toContain(mentor.personId);
	});
});
