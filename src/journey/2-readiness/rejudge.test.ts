import { expect, test } from 'vitest';
import { completeKemplang as kemplang } from './complete-dossier.ts';
import { standingVerdicts } from './next-step.ts';
import { rejudged } from './rejudge.ts';
import { ruleOf } from './rules-by-id.ts';

const today = '2026-11-25';
const nobodySigned = new Set<string>();
const kept = standingVerdicts(kemplang, today, nobodySigned);

test('when a rule says something new, only what it changes is to be written', () => {
	const halal = ruleOf('PM-HALAL');
	expect(rejudged(kemplang, kept, [halal], today, nobodySigned)).toEqual([]);
	const stricter = { ...halal, isMet: () => false };
	expect(rejudged(kemplang, kept, [stricter], today, nobodySigned)).toEqual([
		{
			rule: 'PM-HALAL',
			before: { verdict: 'met', severity: 'blocker' },
			after: { verdict: 'unmet', severity: 'blocker' },
		},
	]);
});

test('a rule that is closed takes its verdict away, and no other', () => {
	const closed = { ...ruleOf('PM-HALAL'), inForce: { from: '2026-10-18', to: today } };
	expect(rejudged(kemplang, kept, [closed], today, nobodySigned)).toMatchObject([
		{ rule: 'PM-HALAL', after: null },
	]);
});

test('a signature changes the weight of its rule alone', () => {
	expect(rejudged(kemplang, kept, [ruleOf('PM-CPPB')], today, new Set(['PM-CPPB']))).toMatchObject([
		{ rule: 'PM-CPPB', before: { severity: 'ask' }, after: { severity: 'major' } },
	]);
});
