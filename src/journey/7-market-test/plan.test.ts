import { expect, test } from 'vitest';
import { checkPlan, extendPlan, weeksOver, type Plan } from './plan.ts';

const plan: Plan = {
	hurdle: 3,
	stores: 20,
	firstDay: '2026-01-05',
	weeks: 12,
	burnInWeeks: 4,
	decisionDay: '2026-03-30',
	extendedTo: null,
	maxMissingRatio: 0.1,
};

test('a plan stands when its decision day follows its last week', () => {
	expect(checkPlan(plan)).toEqual({ ok: true, value: plan });
	expect(checkPlan({ ...plan, decisionDay: '2026-03-29' })).toMatchObject({
		ok: false,
		fields: { decisionDay: 'market-test.decision-before-end' },
	});
});

test('every field that cannot stand is named', () => {
	const broken: Plan = {
		hurdle: 0,
		stores: 1.5,
		firstDay: '2026-02-31',
		weeks: 0,
		burnInWeeks: -1,
		decisionDay: 'Senin',
		extendedTo: null,
		maxMissingRatio: 10,
	};
	const checked = checkPlan(broken);
	expect(checked.ok ? [] : Object.keys(checked.fields).toSorted()).toEqual([
		'burnInWeeks',
		'decisionDay',
		'firstDay',
		'hurdle',
		'maxMissingRatio',
		'stores',
		'weeks',
	]);
	expect(checkPlan({ ...plan, burnInWeeks: 12 })).toMatchObject({ ok: false });
	expect(checkPlan({ ...plan, burnInWeeks: 0 })).toMatchObject({ ok: true });
});

test('a test is extended once, by a week at least', () => {
	const extended = extendPlan(plan, '2026-04-27');
	expect(extended).toEqual({ ok: true, value: { ...plan, extendedTo: '2026-04-27' } });
	expect(extendPlan(plan, '2026-04-05')).toMatchObject({ code: 'market-test.extension-too-short' });
	expect(extendPlan({ ...plan, extendedTo: '2026-04-27' }, '2026-05-25')).toMatchObject({
		code: 'market-test.already-extended',
	});
});

test('only whole weeks count, and none after those of the plan', () => {
	expect(weeksOver(plan, '2026-01-04')).toBe(0);
	expect(weeksOver(plan, '2026-01-11')).toBe(0);
	expect(weeksOver(plan, '2026-01-12')).toBe(1);
	expect(weeksOver(plan, '2026-03-30')).toBe(12);
	expect(weeksOver(plan, '2026-06-01')).toBe(12);
	expect(weeksOver({ ...plan, extendedTo: '2026-04-27' }, '2026-06-01')).toBe(16);
});
