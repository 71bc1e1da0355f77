import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeKemplang as kemplang } from './complete-dossier.ts';
import { changedSince, hashOf, readRecord, recomputed, recordOf } from './decision-record.ts';
import { everyRule } from './rules-by-id.ts';

const nobodySigned = new Set<string>();
const onDay = '2026-11-25';
const record = recordOf({ known: kemplang, onDay, signed: new Set(['PM-CPPB']) }, '0.1.0');

test('a decision can be computed anew from its record, to the same bytes', () => {
	expect(recomputed(record)).toEqual({ ok: true, value: record });
	expect(readRecord(record)).toMatchObject({
		decidedOn: onDay,
		program: '0.1.0',
		signed: ['PM-CPPB'],
		ready: true,
	});
});

test('the order in which facts and signatures came leaves no trace in the record', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(Object.entries(kemplang)), (some) => {
			const judged = (entries: typeof some, signed: string[]) =>
				recordOf({ known: Object.fromEntries(entries), onDay, signed: new Set(signed) }, '0.1.0');
			expect(judged(some, ['PM-CPPB', 'GS-GTIN'])).toBe(judged(some.toReversed(), ['GS-GTIN', 'PM-CPPB']));
		}),
	);
});

test('a record that somebody touched no longer computes to itself', () => {
	const forged = record.replace('"terms.paymentDays":14', '"terms.paymentDays":60');
	const anew = recomputed(forged);
	expect(anew.ok && anew.value).not.toBe(forged);
	expect(readRecord(anew.ok ? anew.value : '{}').ready).toBe(false);
});

test('a rule that came later changes no old decision, one that says something else is named', () => {
	expect(recomputed(record, [...everyRule].toReversed())).toEqual({ ok: true, value: record });
	const without = everyRule.filter(({ id }) => id !== 'ID-NIB');
	expect(recomputed(record, without)).toMatchObject({
		code: 'readiness.rules-changed',
		params: { rules: 'ID-NIB' },
	});
	const edited = everyRule.map((rule) =>
		rule.id === 'PM-HALAL' ? { ...rule, severity: 'minor' as const } : rule,
	);
	expect(recomputed(record, edited)).toMatchObject({ ok: false, params: { rules: 'PM-HALAL' } });
	const old = recordOf({ known: kemplang, onDay: '2026-10-17', signed: nobodySigned }, '0.1.0');
	expect(readRecord(old).rules).not.toHaveProperty('PM-HALAL');
	expect(recomputed(old)).toEqual({ ok: true, value: old });
});

test('the hash of a record is its SHA-256', async () => {
	// FIPS 180-4, example 1.
	expect(await hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('being let in and being able to stay are two states, and what lies between them is told', () => {
	const lapsed = { ...kemplang, 'permit.skpExpiresOn': '2026-12-31', 'terms.paymentDays': 30 };
	expect(changedSince(record, { known: lapsed, onDay: '2027-01-10', signed: new Set(['PM-CPPB']) })).toEqual({
		admission: { on: onDay, ready: true },
		continuing: { on: '2027-01-10', ready: false },
		rules: [
			{
				rule: 'PM-SKP',
				before: { verdict: 'met', severity: 'major' },
				after: { verdict: 'unmet', severity: 'major' },
			},
			{
				rule: 'PP29-95-1b',
				before: { verdict: 'met', severity: 'blocker' },
				after: { verdict: 'unmet', severity: 'blocker' },
			},
		],
		facts: [
			{ key: 'permit.skpExpiresOn', before: '2028-01-31', after: '2026-12-31' },
			{ key: 'terms.paymentDays', before: 14, after: 30 },
		],
		law: { begun: [], ended: [], reworded: [], signed: [], unsigned: [] },
	});
});

test('what changed about the rules themselves is told: begun, ended, signed, taken back', () => {
	const before = recordOf({ known: kemplang, onDay: '2026-01-04', signed: new Set(['PM-CPPB']) }, '0.1.0');
	const judged = { known: kemplang, onDay: '2026-10-18', signed: new Set(['GS-GTIN']) };
	const { law } = changedSince(before, judged);
	expect(law.begun).toEqual(expect.arrayContaining(['PM-ROUTE-2026', 'PM-HALAL']));
	expect(law).toMatchObject({
		ended: ['PM-ROUTE'],
		reworded: [],
		signed: ['GS-GTIN'],
		unsigned: ['PM-CPPB'],
	});
	const older = before.replace(/"PM-CPPB":"[0-9a-f]{16}"/, '"PM-CPPB":"0000000000000000"');
	expect(changedSince(older, judged).law.reworded).toEqual(['PM-CPPB']);
});
