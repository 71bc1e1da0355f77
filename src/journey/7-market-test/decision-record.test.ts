import { expect, test } from 'vitest';
import { readRecord, recomputed, recordOf } from './decision-record.ts';
import { panelFromDays } from './exposure.ts';
import type { Plan } from './plan.ts';

const plan: Plan = {
	hurdle: 2.35,
	stores: 13,
	firstDay: '2026-01-05',
	weeks: 2,
	burnInWeeks: 0,
	decisionDay: '2026-01-19',
	extendedTo: null,
	maxMissingRatio: 0.1,
};
const stores = Array.from({ length: plan.stores }, (_, i) => `T${i}`);
const days = stores.flatMap((store, i) =>
	Array.from({ length: 14 }, (_, day) => ({
		store,
		day: `2026-01-${String(5 + day).padStart(2, '0')}`,
		units: (i * 7 + day * 3) % 5 === 0 ? 1.1 : 0,
		onSale: day !== i,
	})),
);
const { panel } = panelFromDays(days, { stores, firstDay: plan.firstDay, weeks: plan.weeks });

test('a decision can be computed anew from its record, to the same bytes', () => {
	const record = recordOf(panel, plan, plan.decisionDay);
	expect(recomputed(record)).toBe(record);
	expect(readRecord(record)).toMatchObject({ plan, decidedOn: plan.decisionDay, panel: { weeks: 2 } });
});

test('a record that somebody touched no longer computes to itself', () => {
	const record = recordOf(panel, plan, plan.decisionDay);
	expect(recomputed(record.replace('"hurdle":2.35', '"hurdle":0.35'))).not.toBe(record);
	const { verdict } = readRecord(record);
	const forged = record.replace(`"verdict":"${verdict}"`, '"verdict":"go"');
	expect(recomputed(forged)).not.toBe(forged);
});
