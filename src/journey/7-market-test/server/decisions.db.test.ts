import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '#people/command.ts';
import { execute } from '#people/server/command.ts';
import type { Viewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { type TestProgramme, startProgramme } from '../../../../tests/database/programme.ts';
import { type TestGround, agreed, takeIn, testGround } from '../../../../tests/database/test-ground.ts';
import { recomputed } from '../decision-record.ts';
import { agreeTest, decideTest, extendTest, marketTestCommands } from './commands.ts';
import { testOverview } from './overview.ts';
import { decisions } from './queries.ts';

let programme: TestProgramme;
beforeAll(async () => {
	programme = await startProgramme();
});
afterAll(() => programme.stop());

const simulated = fs.readFileSync('tests/reference/sim_store_weeks.csv');

/** A test with the simulated sales of thirty stores over twelve weeks: rate 3.43, interval 2.70 to 4.35. */
async function soldOut(
	plan: Record<string, unknown> = {},
	stores = 30,
): Promise<TestGround & { testId: string }> {
	const ground = await testGround(
		programme,
		Array.from({ length: stores }, (_, i) => String(i + 1)),
	);
	const testId = await agreed(programme, ground, plan);
	await takeIn(programme, ground, testId, { kind: 'store-weeks', content: simulated });
	return { ...ground, testId };
}

const onDay = <I, O>(day: string, command: Command<I, O>, viewer: Viewer, input: unknown) =>
	execute(command, {
		id: randomUUID(),
		input,
		viewer,
		via: 'page',
		address: null,
		now: new Date(`${day}T03:00:00Z`),
	});

const shown = (viewer: Viewer, testId: string, day: string) =>
	asViewer(viewer, (tx) => testOverview(tx, testId, day));

test('before the decision day nothing is decided, however good the sales', async () => {
	const { officer, testId } = await soldOut({ hurdle: 0.5, firstDay: '2026-10-05', weeks: 12 });
	expect(await programme.run(decideTest, officer, { testId })).toMatchObject({
		ok: false,
		code: 'market-test.not-yet',
		params: { day: '2026-12-28' },
	});
	expect(await shown(officer, testId, programme.today)).toMatchObject({
		decision: { verdict: 'extend', reasons: ['before-decision-day'] },
		test: { status: 'running' },
		decisions: [],
	});
});

test.each([
	[2.5, 'go', ['lower-end-reaches-hurdle']],
	[5, 'stop', ['upper-end-below-hurdle']],
])('on the decision day a hurdle of %f makes it %s, once and for all', async (hurdle, verdict, reasons) => {
	const { officer, testId } = await soldOut({ hurdle });
	expect(await programme.run(decideTest, officer, { testId, note: 'CONTOH catatan' })).toMatchObject({
		ok: true,
		value: { verdict, reasons },
	});
	expect(await programme.run(decideTest, officer, { testId })).toMatchObject({
		code: 'market-test.already-decided',
	});
	expect(await programme.run(extendTest, officer, { testId, to: '2027-01-04' })).toMatchObject({
		code: 'market-test.conclusive',
	});
	expect(await shown(officer, testId, programme.today)).toMatchObject({
		test: { status: 'decided', closed: { verdict } },
		decisions: [{ verdict, note: 'CONTOH catatan', isReproducible: true, dataUnchanged: true }],
	});
});

test('a hurdle inside the interval extends the test, once, to a day that has not passed', async () => {
	const { officer, testId } = await soldOut({ hurdle: 3 });
	const extend = (to: string) => programme.run(extendTest, officer, { testId, to });
	expect(await extend('2026-04-05')).toMatchObject({
		code: 'market-test.extension-too-short',
		fields: { to: 'market-test.extension-too-short' },
	});
	expect(await extend(programme.today)).toMatchObject({ code: 'market-test.extension-past' });
	expect(await extend('2026-12-28')).toMatchObject({ ok: true, value: { decisionDay: '2026-12-28' } });
	expect(await extend('2027-02-01')).toMatchObject({ code: 'market-test.already-extended' });
	expect(await programme.run(decideTest, officer, { testId })).toMatchObject({ code: 'market-test.not-yet' });
	expect(await onDay('2026-12-28', decideTest, officer, { testId })).toMatchObject({
		value: {
			verdict: 'stop',
			reasons: ['not-conclusive', 'hurdle-inside-interval', 'missing-days', 'extended-once'],
		},
	});
	const after = await shown(officer, testId, '2026-12-29');
	expect(after?.decisions.map(({ decisionDay, verdict }) => [decisionDay, verdict])).toEqual([
		['2026-12-28', 'stop'],
		['2026-03-30', 'extend'],
	]);
});

test('an extension that is recorded first leaves only the extension', async () => {
	const { officer, testId } = await soldOut({ hurdle: 3 });
	expect(await programme.run(decideTest, officer, { testId })).toMatchObject({
		value: { verdict: 'extend' },
	});
	expect(await programme.run(decideTest, officer, { testId })).toMatchObject({
		code: 'market-test.already-decided',
	});
	expect(await programme.run(extendTest, officer, { testId, to: '2026-12-28' })).toMatchObject({ ok: true });
});

test('below twelve stores a test describes and does not decide', async () => {
	const { officer, testId } = await soldOut({ hurdle: 0.5 }, 11);
	expect(await programme.run(decideTest, officer, { testId })).toMatchObject({
		value: { verdict: 'pilot', reasons: ['too-few-stores'] },
	});
	expect(await shown(officer, testId, programme.today)).toMatchObject({
		test: { status: 'decided', closed: { verdict: 'pilot' } },
	});
});

test('a decision keeps what it saw, byte for byte, also when a later file changes the past', async () => {
	const { officer, testId, ...ground } = await soldOut({ hurdle: 2.5 });
	await programme.done(decideTest, officer, { testId });
	const stored = await asViewer(officer, (tx) => decisions(tx, testId));
	expect(stored.map(({ record }) => recomputed(record))).toEqual(stored.map(({ record }) => record));

	const content = 'store,week,cluster,days,units\n1,1,A,7,99\n';
	const restated = await takeIn(programme, { officer, ...ground }, testId, {
		kind: 'store-weeks',
		content,
		confirmRestated: true,
	});
	expect(restated).toMatchObject({ ok: true, value: { restated: 1 } });
	const after = await shown(officer, testId, programme.today);
	expect(after).toMatchObject({ decisions: [{ isReproducible: true, dataUnchanged: false }] });
	expect(after?.decisions[0]?.look.R).toBeCloseTo(3.425531914894, 9);
	expect(after?.look.R).toBeGreaterThan(3.6);
});

test('no command moves a plan, and the database itself refuses to', async () => {
	expect(marketTestCommands.map(({ name }) => name)).toEqual([
		'market-test.agree',
		'market-test.commit-sales',
		'market-test.check-sell-out',
		'market-test.commit-sell-out',
		'market-test.undo-sales',
		'market-test.decide',
		'market-test.extend',
	]);
	const { officer, testId } = await soldOut({ hurdle: 3 });
	const change = (set: string) =>
		asViewer(
			officer,
			(tx) => sql`update market_test set ${sql.raw(set)} where id = ${testId}`.execute(tx),
			randomUUID(),
		);
	for (const set of [
		'hurdle = 1',
		'first_day = first_day - 7',
		'weeks = 6',
		'decision_day = decision_day + 7',
		'price_idr = 1',
	])
		await expect(change(set)).rejects.toThrow('permission denied');
	await change("extended_to = '2026-12-28'");
	await expect(change("extended_to = '2027-12-28'")).rejects.toThrow('extended once');
	await expect(
		asViewer(
			officer,
			(tx) => tx.deleteFrom('market_test_store').where('test_id', '=', testId).execute(),
			randomUUID(),
		),
	).rejects.toThrow('permission denied');
});

test('a plan that cannot stand names its fields, and one whose sales are known already is refused', async () => {
	const ground = await testGround(programme, ['T01', 'T02']);
	const { officer, productId, retailerId } = ground;
	const agree = (plan: Record<string, unknown>) => {
		const usual = {
			productId,
			retailerId,
			hurdle: '3,5',
			priceIdr: '14.500',
			firstDay: '05/01/2026',
			weeks: '4',
			allStores: 'on',
		};
		return programme.run(agreeTest, officer, { ...usual, ...plan });
	};
	expect(await agree({ hurdle: '0' })).toMatchObject({
		fields: { hurdle: 'market-test.hurdle-not-positive' },
	});
	expect(await agree({ decisionDay: '01/02/2026' })).toMatchObject({
		fields: { decisionDay: 'market-test.decision-before-end' },
	});
	expect(await agree({ allStores: false })).toMatchObject({ fields: { stores: 'market-test.no-stores' } });
	expect(await agree({ allStores: false, storeCodes: 'T01, T99' })).toMatchObject({
		code: 'market-test.stores-not-his',
		params: { stores: 'T99' },
	});
	expect(await agree({ retailerId: officer.organisationId })).toMatchObject({
		code: 'market-test.retailer-unknown',
	});
	const first = await agree({});
	expect(first).toMatchObject({ ok: true, value: { stores: 2 } });
	expect(await agree({ firstDay: '01/02/2026' })).toMatchObject({ code: 'market-test.overlaps' });
	expect(await agree({ firstDay: '02/02/2026' })).toMatchObject({ ok: true });

	const testId = first.ok ? first.value.testId : '';
	const content = 'Tanggal;Kode Toko;SKU;Qty\n2026-01-05;T01;A1;2\n';
	expect(
		await takeIn(programme, ground, testId, { kind: 'sales', content, productKeys: ['sku:A1'] }),
	).toMatchObject({ ok: true });
	expect(await agree({ firstDay: '01/12/2025' })).toMatchObject({
		code: 'market-test.sales-known',
		params: { day: '2026-01-05' },
	});
});

test('a producer sees its own test, a retailer that of its own stores, and nobody else’s', async () => {
	const [mine, others] = [await soldOut(), await soldOut()];
	for (const viewer of [mine.producer, mine.buyer, mine.officer])
		expect((await shown(viewer, mine.testId, programme.today))?.look.R).toBeCloseTo(3.4255, 4);
	expect(await shown(mine.producer, others.testId, programme.today)).toBeNull();
	expect(await shown(mine.buyer, others.testId, programme.today)).toBeNull();
	for (const viewer of [mine.producer, mine.buyer])
		expect(await programme.run(decideTest, viewer, { testId: mine.testId })).toMatchObject({
			code: 'command.not-permitted',
		});
});

test('a buyer brings in the sales of his own stores, and of no other retailer’s', async () => {
	const [mine, others] = [
		await testGround(programme, ['T01', 'T02']),
		await testGround(programme, ['T01', 'T02']),
	];
	const [testId, otherTest] = [await agreed(programme, mine), await agreed(programme, others)];
	const sales = {
		kind: 'store-weeks' as const,
		content: 'store,week,cluster,days,units\nT01,1,A,7,5\n',
		by: mine.buyer,
	};
	expect(await takeIn(programme, mine, testId, sales)).toMatchObject({ value: { added: 1 } });
	expect(await takeIn(programme, mine, otherTest, sales)).toMatchObject({ code: 'market-test.test-unknown' });
	const restated = { ...sales, content: sales.content.replace(',5', ',6'), confirmRestated: true };
	expect(await takeIn(programme, mine, testId, restated)).toMatchObject({ value: { restated: 1 } });
	expect((await shown(mine.buyer, testId, programme.today))?.weeks[0]?.units).toBe(6);
});
