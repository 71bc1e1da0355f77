import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { panelFromWeeks } from './exposure.ts';
import { lookAt } from './look.ts';
import type { Plan } from './plan.ts';

const RUNS = 1000;
const first: Plan = {
	hurdle: 3,
	stores: 20,
	firstDay: '2026-01-05',
	weeks: 8,
	burnInWeeks: 0,
	decisionDay: '2026-03-02',
	extendedTo: null,
	maxMissingRatio: 0.1,
};
const second: Plan = { ...first, extendedTo: '2026-03-30' };

/** Even random numbers from 0 to 1, always the same ones: mulberry32 (T. Ettinger, public domain). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** The events of a Poisson stream: as many waiting times as fit into `mean` (each exponential of mean 1). */
function poisson(random: () => number, mean: number): number {
	let events = -1;
	for (let time = 0; time < mean; events++) time -= Math.log(1 - random());
	return Math.max(0, events);
}

/** Twelve weeks of stores whose true rates have mean `hurdle`, spread like Gamma of shape 2: very unequal shops. */
function salesAtTheHurdle(random: () => number) {
	return Array.from({ length: first.stores }, (_, store) => {
		const rate = (first.hurdle * -Math.log((1 - random()) * (1 - random()))) / 2;
		return Array.from({ length: 12 }, (_week, week) => ({
			store: `T${store}`,
			week: week + 1,
			daysOnSale: 7,
			units: poisson(random, rate),
		}));
	}).flat();
}

test('a product that only just meets the hurdle is waved through in at most 5 % of tests, extension included', () => {
	const random = seeded(20261125);
	const stores = Array.from({ length: first.stores }, (_, store) => `T${store}`);
	let falseGoes = 0;
	for (let run = 0; run < RUNS; run++) {
		const sales = salesAtTheHurdle(random);
		const verdict = (plan: Plan, weeks: number) => {
			const { panel } = panelFromWeeks(sales, { stores, firstDay: plan.firstDay, weeks });
			return decide(lookAt(panel, plan), plan, plan.extendedTo ?? plan.decisionDay).verdict;
		};
		const onTheDay = verdict(first, 8);
		if ((onTheDay === 'extend' ? verdict(second, 12) : onTheDay) === 'go') falseGoes++;
	}
	const threeStandardErrors = 3 * Math.sqrt((0.05 * 0.95) / RUNS);
	expect(falseGoes / RUNS).toBeLessThanOrEqual(0.05 + threeStandardErrors);
	expect(falseGoes).toBeGreaterThan(0);
});
