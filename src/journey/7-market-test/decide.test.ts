import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import type { Look } from './look.ts';
import type { Plan } from './plan.ts';

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
const extended: Plan = { ...plan, extendedTo: '2026-04-27' };
const open: Look = {
	R: 3.5,
	lower: 2.7,
	upper: 4.3,
	stores: 20,
	weeks: 8,
	missingRatio: 0.01,
	exposure: 158,
};
const good: Look = { ...open, R: 4.2, lower: 3, upper: 5.9 };
const poor: Look = { ...open, R: 2, lower: 1.4, upper: 2.99 };
const onTheDay = plan.decisionDay;

test('goes when the lower end reaches the hurdle on the decision day', () => {
	expect(decide(good, plan, onTheDay)).toEqual({ verdict: 'go', reasons: ['lower-end-reaches-hurdle'] });
	expect(decide({ ...good, lower: 2.999 }, plan, onTheDay).verdict).toBe('extend');
});

test('stops when even the upper end lies below the hurdle', () => {
	expect(decide(poor, plan, onTheDay)).toEqual({ verdict: 'stop', reasons: ['upper-end-below-hurdle'] });
	expect(decide({ ...poor, upper: 3 }, plan, onTheDay).verdict).toBe('extend');
});

test('extends when the hurdle still lies inside the interval', () => {
	expect(decide(open, plan, onTheDay)).toEqual({ verdict: 'extend', reasons: ['hurdle-inside-interval'] });
});

test('decides nothing before the decision day, however the sales look', () => {
	const end = fc.double({ min: 0.01, max: 50, noNaN: true });
	fc.assert(
		fc.property(
			end,
			end,
			fc.integer({ min: 1, max: 60 }),
			fc.constantFrom(plan, extended),
			(a, b, stores, p) => {
				const look = { ...open, lower: Math.min(a, b), upper: Math.max(a, b), stores };
				const { verdict, reasons } = decide(look, { ...p, stores }, '2026-03-29');
				expect(verdict).toBe('extend');
				expect(reasons).toContain('before-decision-day');
			},
		),
	);
});

test('an extended test waits for its second day, and that day is the last', () => {
	expect(decide(good, extended, '2026-04-26')).toEqual({
		verdict: 'extend',
		reasons: ['before-decision-day', 'extended-once'],
	});
	expect(decide(good, extended, '2026-04-27').verdict).toBe('go');
	expect(decide(open, extended, '2026-04-27')).toEqual({
		verdict: 'stop',
		reasons: ['not-conclusive', 'hurdle-inside-interval', 'extended-once'],
	});
});

test('waits for missing days, however good the sales look', () => {
	expect(decide({ ...good, missingRatio: 0.1 }, plan, onTheDay).verdict).toBe('go');
	expect(decide({ ...good, missingRatio: 0.101 }, plan, onTheDay)).toEqual({
		verdict: 'extend',
		reasons: ['lower-end-reaches-hurdle', 'missing-days'],
	});
	expect(decide({ ...poor, missingRatio: 0.4 }, plan, onTheDay).verdict).toBe('stop');
});

test('a pilot in few stores describes and never decides', () => {
	const pilot = { ...plan, stores: 11 };
	expect(decide({ ...good, stores: 11 }, pilot, onTheDay)).toEqual({
		verdict: 'pilot',
		reasons: ['too-few-stores'],
	});
	expect(decide({ ...good, stores: 12 }, { ...plan, stores: 12 }, onTheDay).verdict).toBe('go');
	expect(decide({ ...good, stores: 11 }, pilot, '2026-02-01').reasons).toContain('too-few-stores');
});

test('stores that never had the product make a pilot; stores that sent no files are waited for', () => {
	expect(decide({ ...good, stores: 9 }, plan, onTheDay).verdict).toBe('pilot');
	expect(decide({ ...good, stores: 9, missingRatio: 0.55 }, plan, onTheDay)).toEqual({
		verdict: 'extend',
		reasons: ['missing-days', 'too-few-stores'],
	});
	const silent: Look = {
		R: null,
		lower: null,
		upper: null,
		stores: 0,
		weeks: 8,
		missingRatio: 1,
		exposure: 0,
	};
	expect(decide(silent, plan, onTheDay).verdict).toBe('extend');
});

test('without a single sale there is no interval, and the test is extended', () => {
	const nothing = { ...open, R: 0, lower: null, upper: null };
	expect(decide(nothing, plan, onTheDay)).toEqual({ verdict: 'extend', reasons: ['nothing-sold'] });
	expect(decide(nothing, extended, '2026-04-27').verdict).toBe('stop');
});

test('more sales never turn a go into anything less', () => {
	const rate = fc.double({ min: 0.1, max: 20, noNaN: true });
	fc.assert(
		fc.property(rate, rate, fc.double({ min: 1, max: 5, noNaN: true }), (lower, width, times) => {
			const look = { ...open, lower, upper: lower + width };
			const better = { ...look, lower: lower * times, upper: (lower + width) * times };
			const rank = { stop: 0, pilot: 1, extend: 1, go: 2 };
			const verdicts = [look, better].map((l) => rank[decide(l, plan, onTheDay).verdict]);
			expect(verdicts[1]).toBeGreaterThanOrEqual(verdicts[0] ?? 0);
		}),
	);
});
