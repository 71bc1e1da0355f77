import fc from 'fast-check';
import { expect, test } from 'vitest';
import { misfits } from '#lib/rules/vocabulary.ts';
import { completeKemplang as kemplang } from './complete-dossier.ts';
import { factVocabulary, type KnownFacts } from './facts.ts';
import { readiness } from './next-step.ts';

const today = '2026-11-25';
const nobodySigned = new Set<string>();
const withoutHalal: KnownFacts = { ...kemplang, 'permit.halalNumber': '', 'label.showsHalalLogo': false };

test('a product with everything in order is ready and has no next step', () => {
	expect(misfits(factVocabulary, kemplang)).toEqual([]);
	expect(readiness(kemplang, today, nobodySigned)).toMatchObject({
		ready: true,
		next: [],
		nextQuestion: null,
	});
});

test('one unmet blocker is enough, and stands first', () => {
	const { ready, verdicts, next } = readiness(withoutHalal, today, nobodySigned);
	expect(ready).toBe(false);
	expect(verdicts[0]).toMatchObject({
		rule: 'PM-HALAL',
		verdict: 'unmet',
		severity: 'blocker',
		isSigned: false,
	});
	expect(next).toEqual(['PM-HALAL']);
});

test('the day before the halal duty the same product is ready', () => {
	expect(readiness(withoutHalal, '2026-10-17', nobodySigned).ready).toBe(true);
});

test('while a blocker is not known nobody says ready, and its fact is the next question', () => {
	const result = readiness({ ...kemplang, 'label.indonesianFirst': null }, today, nobodySigned);
	expect(result).toMatchObject({ ready: null, next: ['LB-LANG'], nextQuestion: 'label.indonesianFirst' });
});

test('of an empty dossier every question is open, and the first is that of the first blocker', () => {
	const { ready, nextQuestion } = readiness({}, today, nobodySigned);
	expect(ready).toBeNull();
	expect(nextQuestion).toBe('producer.nib');
});

test('a rule that is not sure asks, and blocks only once it is signed', () => {
	const gulaPuan: KnownFacts = {
		...kemplang,
		'product.category': 'gula_puan',
		'permit.pirtNumber': 'P-IRT 5091602010003-28',
		'label.permitNumberText': 'P-IRT 5091602010003-28',
		'permit.milkDetermination': 'none',
	};
	const unsigned = readiness(gulaPuan, today, nobodySigned);
	expect(unsigned.ready).toBe(true);
	expect(unsigned.verdicts.find(({ rule }) => rule === 'PM-PIRT-MILK')).toMatchObject({
		verdict: 'unmet',
		severity: 'ask',
	});
	const signed = readiness(gulaPuan, today, new Set(['PM-PIRT-MILK']));
	expect(signed.ready).toBe(false);
	expect(signed.verdicts[0]).toMatchObject({ rule: 'PM-PIRT-MILK', severity: 'blocker', isSigned: true });
});

test('an undetermined gula puan is held back by its route alone', () => {
	const gulaPuan: KnownFacts = {
		...kemplang,
		'product.category': 'gula_puan',
		'permit.route': 'undetermined',
	};
	const { ready, next } = readiness(gulaPuan, today, nobodySigned);
	expect([ready, next[0]]).toEqual([false, 'PM-ROUTE-2026']);
});

test('what others wait for is begun first, then what takes longest', () => {
	const { next } = readiness({ ...withoutHalal, 'producer.nib': '' }, today, nobodySigned);
	expect(next).toEqual(['ID-NIB', 'PM-HALAL']);
	const two = readiness({ ...withoutHalal, 'label.lotCodeText': '' }, today, nobodySigned).next;
	expect(two).toEqual(['PM-HALAL', 'LB-LOT']);
});

test('what only needs planning never changes whether the product is ready', () => {
	const { ready, next } = readiness(
		{ ...kemplang, 'producer.npwp': '', 'permit.skpNumber': '' },
		today,
		nobodySigned,
	);
	expect([ready, next]).toEqual([true, ['PM-SKP', 'ID-NPWP']]);
});

test('a commitment that nobody has shown counts as not shown: first it is waited for, then it is missed', () => {
	const fresh = { ...kemplang, 'permit.pirtIssuedOn': '2026-09-01', 'permit.pirtPremisesPassed': null };
	const on = (day: string) =>
		readiness(fresh, day, nobodySigned).verdicts.find(({ rule }) => rule === 'PM-PIRT-KOMIT');
	expect(on('2026-12-01')).toMatchObject({ verdict: 'unknown', missing: ['permit.pirtPremisesPassed'] });
	expect(on('2026-12-02')).toMatchObject({ verdict: 'unmet', missing: [] });
});

test('one more fact never makes unknown what was met', () => {
	const known = Object.entries(kemplang);
	fc.assert(
		fc.property(fc.subarray(known), fc.subarray(known), (some, more) => {
			const before = readiness(Object.fromEntries(some), today, nobodySigned).verdicts;
			const after = readiness(Object.fromEntries([...some, ...more]), today, nobodySigned).verdicts;
			for (const { rule, verdict } of before)
				if (verdict === 'met') expect(after.find((one) => one.rule === rule)?.verdict).toBe('met');
		}),
	);
});

test('blockers come first, then questions to offices, then plans and advice', () => {
	const order = ['blocker', 'ask', 'major', 'minor'];
	const ranks = readiness({}, today, nobodySigned).verdicts.map(({ severity }) => order.indexOf(severity));
	expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});
