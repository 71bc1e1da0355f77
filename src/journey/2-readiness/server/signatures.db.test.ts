import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carried } from '#journey/server/carried.ts';
import { addProducer } from '#registry/server/producer-commands.ts';
import { addProduct } from '#registry/server/product-commands.ts';
import type { Viewer } from '#people/viewer.ts';
import { asViewer } from '#server/db.ts';
import { recordFact } from '#web/record-fact.ts';
import { type TestProgramme, startProgramme } from '../../../../tests/database/programme.ts';
import { completeKemplang } from '../complete-dossier.ts';
import { signRule, withdrawSignature } from './commands.ts';
import { heldUpByRule } from './held-up.ts';
import { signatures, signedRules } from './signatures.ts';

let programme: TestProgramme;
let administrator: Viewer;
beforeAll(async () => {
	programme = await startProgramme();
	administrator = await programme.person('administrator');
});
afterAll(() => programme.stop());

const answered = { office: 'CONTOH Dinas Kesehatan', letter: '440/12/2026, 3 Maret 2026' };
const signed = (viewer: Viewer) => asViewer(viewer, async (tx) => [...(await signedRules(tx))]);

test('only an administrator signs, and everybody sees that it is signed', async () => {
	const officer = await programme.person('programme-officer');
	const maker = await programme.person('producer');
	const input = { ruleId: 'PM-CPPB', ...answered };
	expect(await programme.run(signRule, officer, input)).toMatchObject({ code: 'command.not-permitted' });
	expect(await programme.run(signRule, administrator, input)).toMatchObject({ ok: true });
	expect(await signed(maker)).toEqual(['PM-CPPB']);
	const [signature] = await asViewer(maker, (tx) => signatures(tx, 'PM-CPPB'));
	expect(signature).toMatchObject({ ...answered, counts: true, signedBy: null }); // the office's people are not his to see
	const [seen] = await asViewer(officer, (tx) => signatures(tx, 'PM-CPPB'));
	expect(seen?.signedBy).toBe(administrator.name);
});

test('a rule that is not there cannot be signed, and a letter is needed', async () => {
	expect(await programme.run(signRule, administrator, { ruleId: 'PM-NOTHING', ...answered })).toMatchObject({
		fields: { ruleId: 'readiness.rule-unknown' },
	});
	expect(await programme.run(signRule, administrator, { ruleId: 'GS-GTIN', office: 'GS1' })).toMatchObject({
		fields: { letter: 'input.missing' },
	});
});

test('signing anew ends the signature that stood, and a withdrawal says why', async () => {
	await programme.done(signRule, administrator, { ruleId: 'GS-GTIN', ...answered });
	await programme.done(signRule, administrator, { ruleId: 'GS-GTIN', ...answered, office: 'CONTOH GS1' });
	expect(await signed(administrator)).toContain('GS-GTIN');
	const why = 'CONTOH: surat ternyata tentang hal lain';
	expect(await programme.run(withdrawSignature, administrator, { ruleId: 'GS-GTIN', why })).toMatchObject({
		ok: true,
	});
	expect(await programme.run(withdrawSignature, administrator, { ruleId: 'GS-GTIN', why })).toMatchObject({
		code: 'readiness.not-signed',
	});
	expect(await signed(administrator)).not.toContain('GS-GTIN');
	const history = await asViewer(administrator, (tx) => signatures(tx, 'GS-GTIN'));
	expect(history.map(({ office, endedWhy }) => [office, endedWhy])).toEqual([
		['CONTOH GS1', why],
		['CONTOH Dinas Kesehatan', null],
	]);
});

test('what was signed stays as it was: nobody rewrites office or letter', async () => {
	await expect(
		asViewer(administrator, (tx) => sql`update rule_signature set office = 'CONTOH lain'`.execute(tx)),
	).rejects.toThrow('permission denied');
});

test('a signature for what the rule said before does not count', async () => {
	await asViewer(
		administrator,
		(tx) =>
			sql`insert into rule_signature (rule_id, rule_version, office, letter, signed_by, signed_at)
			values ('PM-SHELF', 'an older text', 'CONTOH', 'CONTOH', ${administrator.personId}, now())`.execute(tx),
		'00000000-0000-7000-8000-000000000007',
	);
	expect(await signed(administrator)).not.toContain('PM-SHELF');
	const [signature] = await asViewer(administrator, (tx) => signatures(tx, 'PM-SHELF'));
	expect(signature).toMatchObject({ endedAt: null, counts: false });
});

test('a signature makes its rule hold products up, in the passport and on the page of the rule', async () => {
	const { producerId } = await programme.done(addProducer, administrator, {
		name: 'CONTOH Gula Puan Ibu Contoh',
	});
	const { productId } = await programme.done(addProduct, administrator, {
		producerId,
		name: 'CONTOH Gula puan',
		category: 'gula_puan',
	});
	const gulaPuan = {
		...completeKemplang,
		'permit.pirtNumber': 'P-IRT 5091602010003-29',
		'label.permitNumberText': 'P-IRT 5091602010003-29',
		'permit.milkDetermination': 'none',
	};
	for (const [key, value] of Object.entries(gulaPuan))
		if (key !== 'product.category')
			await programme.done(
				recordFact,
				administrator,
				value === '' ? { productId, key, isAbsent: true } : { productId, key, value },
			);
	const passport = async () =>
		(
			await asViewer(administrator, (tx) => carried(tx, administrator, programme.today, [productId]))
		)[0]?.passport.stages.find(({ stage }) => stage === 'readiness');
	const held = () =>
		asViewer(administrator, async (tx) =>
			(await heldUpByRule(tx, administrator, programme.today, await signedRules(tx))).get('PM-PIRT-MILK'),
		);
	expect(await passport()).toMatchObject({ state: 'done' });
	expect(await held()).toMatchObject([{ productId, verdict: 'unmet' }]);
	await programme.done(signRule, administrator, { ruleId: 'PM-PIRT-MILK', ...answered });
	expect(await passport()).toMatchObject({ state: 'blocked', line: { params: { blocked: 1 } } });
});
