import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { panelFromWeeks, type Panel } from './exposure.ts';
import { lookAt } from './look.ts';
import type { Plan } from './plan.ts';

const file = readFileSync(new URL('../../../tests/reference/sim_store_weeks.csv', import.meta.url), 'utf8');
const lines = file
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => line.split(','));

function simulated(): Panel {
	const weeks = lines.map(([store = '', week, , days, units]) => ({
		store,
		week: Number(week),
		units: Number(units),
		daysOnSale: Number(days),
	}));
	const frame = {
		stores: [...new Set(lines.map(([store = '']) => store))],
		firstDay: '2026-01-05',
		weeks: 12,
	};
	const { panel, leftOut } = panelFromWeeks(weeks, frame);
	expect(leftOut).toEqual([]);
	return panel;
}

const plan: Plan = {
	hurdle: 3,
	stores: 30,
	firstDay: '2026-01-05',
	weeks: 12,
	burnInWeeks: 0,
	decisionDay: '2026-03-30',
	extendedTo: null,
	maxMissingRatio: 0.1,
};

/** 97.5 % of Student's t with 29 degrees of freedom, from the printed table (Fisher and Yates, table III). */
const T29 = 2.04523;

test('an independent recomputation of the simulated test gives the same rate, interval and verdict', () => {
	const look = lookAt(simulated(), plan);
	const perStore: Record<string, [units: number, weeks: number]> = {};
	for (const [store = '', , , days, units] of lines) {
		const [sold, weeks] = perStore[store] ?? [0, 0];
		perStore[store] = [sold + Number(units), weeks + Number(days) / 7];
	}
	const stores = Object.values(perStore);
	const E = stores.map(([, weeks]) => weeks).reduce((a, b) => a + b);
	const R = stores.map(([units]) => units).reduce((a, b) => a + b) / E;
	const spread = stores.map(([units, weeks]) => (units - R * weeks) ** 2).reduce((a, b) => a + b);
	const halfWidth = (T29 * Math.sqrt((30 / 29) * spread)) / E / R;
	expect(look.R).toBeCloseTo(R, 12);
	expect(look.lower).toBeCloseTo(R / Math.exp(halfWidth), 5);
	expect(look.upper).toBeCloseTo(R * Math.exp(halfWidth), 5);
	expect(look).toMatchObject({ stores: 30, weeks: 12, missingRatio: 0 });
	expect(decide(look, plan, plan.decisionDay).verdict).toBe(R / Math.exp(halfWidth) >= 3 ? 'go' : 'extend');
});

test('each store leaves its own first weeks on the shelf out of the rate', () => {
	const look = lookAt(simulated(), { burnInWeeks: 4 });
	const firstWeek = (code: string) =>
		Math.min(
			...lines.filter(([store, , , days]) => store === code && days !== '0').map(([, week]) => Number(week)),
		);
	const judged = lines.filter(([store = '', week]) => Number(week) >= firstWeek(store) + 4);
	const weeks = judged.map(([, , , days]) => Number(days) / 7).reduce((a, b) => a + b);
	const units = judged.map(([, , , , sold]) => Number(sold)).reduce((a, b) => a + b);
	expect(look.weeks).toBe(8);
	expect(look.exposure).toBeCloseTo(weeks, 9);
	expect(look.R).toBeCloseTo(units / weeks, 9);
});

test('an empty panel has no rate and no interval', () => {
	const { panel } = panelFromWeeks([], { stores: ['T01', 'T02'], firstDay: '2026-01-05', weeks: 0 });
	expect(lookAt(panel, { burnInWeeks: 4 })).toEqual({
		R: null,
		lower: null,
		upper: null,
		stores: 0,
		weeks: 0,
		missingRatio: 0,
		exposure: 0,
	});
});
