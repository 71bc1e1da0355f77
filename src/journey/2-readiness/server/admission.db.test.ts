import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carried } from '#journey/server/carried.ts';
import type { Viewer } from '#people/viewer.ts';
import { checkFact } from '#registry/server/check-fact.ts';
import { offerProduct } from '#registry/server/offer-commands.ts';
import { addProducer } from '#registry/server/producer-commands.ts';
import { addProduct } from '#registry/server/product-commands.ts';
import { asViewer } from '#server/db.ts';
import { recordFact } from '#web/record-fact.ts';
import { standingView } from '#web/standing-view.ts';
import { type TestProgramme, startProgramme } from '../../../../tests/database/programme.ts';
import { completeKemplang } from '../complete-dossier.ts';
import { changedSince, recomputed } from '../decision-record.ts';
import { decideReadiness } from './decide.ts';
import { readinessDecisions } from './decisions.ts';
import { dossierOf, factLines } from './queries.ts';
import { addRequirement, endRequirement } from './requirement-commands.ts';
import { requirementLines } from './requirements.ts';

let programme: TestProgramme;
let officer: Viewer;
let productId: string;
let producerId: string;

beforeAll(async () => {
	programme = await startProgramme();
	officer = await programme.person('programme-officer');
	({ producerId } = await programme.done(addProducer, officer, { name: 'CONTOH Dapur Contoh' }));
	const product = { producerId, name: 'CONTOH Kemplang', category: completeKemplang['product.category'] };
	({ productId } = await programme.done(addProduct, officer, product));
	for (const [key, value] of Object.entries(completeKemplang))
		if (key !== 'product.category')
			await programme.done(
				recordFact,
				officer,
				value === '' ? { productId, key, isAbsent: true } : { productId, key, value },
			);
});
afterAll(() => programme.stop());

const factId = async (key: string) =>
	(await asViewer(officer, (tx) => factLines(tx, productId))).find((fact) => fact.key === key)?.id ?? '';
const readinessStage = async (viewer: Viewer) => {
	const [product] = await asViewer(viewer, (tx) => carried(tx, viewer, programme.today, [productId]));
	return product?.passport.stages.find(({ stage }) => stage === 'readiness');
};
const check =
	(verdict: string, key: string, by = officer) =>
	async () =>
		programme.run(checkFact, by, { factId: await factId(key), verdict, note: 'CONTOH dicek di oss.go.id' });

test('a ready product is let in, and its record computes to itself, byte for byte', async () => {
	const reason = 'CONTOH semua syarat terpenuhi';
	const decision = { productId, decision: 'admit', reason };
	const mentor = await programme.person('mentor');
	expect(await programme.run(decideReadiness, mentor, decision)).toMatchObject({
		code: 'command.not-permitted',
	});
	expect(await programme.run(decideReadiness, officer, decision)).toMatchObject({ ok: true });
	const [kept] = await asViewer(officer, (tx) => readinessDecisions(tx, productId));
	expect(kept).toMatchObject({ admitted: true, reason, decidedOn: programme.today });
	expect(recomputed(kept?.record ?? '{}')).toEqual({ ok: true, value: kept?.record });
	expect(await readinessStage(officer)).toMatchObject({ state: 'done', since: programme.today });
});

test('a decision is never rewritten, not even by the office', async () => {
	await expect(
		asViewer(officer, (tx) => sql`update readiness_decision set admitted = false`.execute(tx)),
	).rejects.toThrow('permission denied');
});

test('a buyer is told the same verdict, and sees neither the decision nor the facts of its maker', async () => {
	const buyer = await programme.person('retailer-buyer');
	await programme.done(offerProduct, officer, { productId, retailerId: buyer.organisationId });
	expect(await readinessStage(buyer)).toMatchObject({ state: 'done' });
	expect(await asViewer(buyer, (tx) => readinessDecisions(tx, productId))).toEqual([]);
	const seen = await asViewer(buyer, (tx) => factLines(tx, productId));
	expect(seen.filter(({ key }) => key.startsWith('producer.'))).toEqual([]);
});

test('a fact that the office rejects counts no more, and the product that was let in lapses but stays to be seen', async () => {
	const maker = await programme.person('producer', producerId);
	expect(await check('rejected', 'producer.nib', maker)()).toMatchObject({ code: 'command.not-permitted' });
	expect(await check('rejected', 'producer.nib')()).toMatchObject({ ok: true });
	const { known } = await asViewer(officer, (tx) => dossierOf(tx, productId, programme.today));
	expect(known['producer.nib']).toBeUndefined();
	expect(await readinessStage(maker)).toMatchObject({
		state: 'blocked',
		line: { code: 'passport.lapsed', params: { admitted: programme.today } },
	});
	expect(await asViewer(officer, (tx) => standingView(tx, productId, programme.today))).toMatchObject({
		isLapsed: true,
	});
	const [kept] = await asViewer(officer, (tx) => readinessDecisions(tx, productId));
	const now = { known, onDay: programme.today, signed: new Set<string>() };
	expect(changedSince(kept?.record ?? '{}', now).facts).toMatchObject([{ key: 'producer.nib', after: null }]);
	const again = { productId, decision: 'admit', reason: 'CONTOH' };
	expect(await programme.run(decideReadiness, officer, again)).toMatchObject({
		code: 'readiness.not-ready-to-admit',
	});
});

test('looked at again and found right, it counts, and is as sure as can be', async () => {
	expect(await check('verified', 'producer.nib')()).toMatchObject({ ok: true });
	expect(await readinessStage(officer)).toMatchObject({ state: 'done' });
	const lines = await asViewer(officer, (tx) => factLines(tx, productId));
	expect(lines.find(({ key }) => key === 'producer.nib')).toMatchObject({
		checked: 'verified',
		checkedBy: officer.name,
	});
});

test('a retailer keeps its own requirements; its makers read them, other retailers do not', async () => {
	const buyer = await programme.person('retailer-buyer');
	const other = await programme.person('retailer-buyer');
	const maker = await programme.person('producer', producerId);
	await programme.done(offerProduct, officer, { productId, retailerId: buyer.organisationId });
	const asked = {
		title: 'CONTOH Tahan 180 hari',
		factKey: 'product.shelfLifeDays',
		comparison: 'at-least',
		wanted: '180',
		severity: 'blocker',
		document: 'CONTOH Buku Pemasok 2026 butir 4',
	};
	const { requirementId } = await programme.done(addRequirement, buyer, asked);
	expect(
		await programme.run(addRequirement, other, { ...asked, retailerId: buyer.organisationId }),
	).toMatchObject({ ok: false });
	expect(await programme.run(addRequirement, buyer, { ...asked, wanted: 'lama' })).toMatchObject({
		fields: { wanted: 'input.not-a-number' },
	});
	expect(await programme.run(addRequirement, buyer, { ...asked, comparison: 'is' })).toMatchObject({
		code: 'readiness.comparison-unfit',
	});
	const titles = (viewer: Viewer) => asViewer(viewer, async (tx) => (await requirementLines(tx)).length);
	expect([await titles(buyer), await titles(maker), await titles(officer), await titles(other)]).toEqual([
		1, 1, 1, 0,
	]);
	const ending = { requirementId, why: 'CONTOH buku baru' };
	expect(await programme.run(endRequirement, other, ending)).toMatchObject({
		code: 'readiness.requirement-unknown',
	});
	expect(await programme.run(endRequirement, buyer, ending)).toMatchObject({ ok: true });
	expect(await programme.run(endRequirement, buyer, ending)).toMatchObject({
		code: 'readiness.requirement-ended',
	});
});
