import { describe, expect, test } from 'vitest';
import { NonFiniteError } from '../non-finite-error.ts';
import { firstWeeks, panelOf, STATE, type Panel } from '../panel.ts';
import { seeded } from '../random.ts';
import { UNKNOWN_SHOCKS } from '../sequential/shock-floor.ts';
import { simulateTest } from '../simulation/market-test.ts';
import { decide, type Decision, type Look } from './decide.ts';
import { NO_HISTORY, type History } from './evidence-at.ts';
import { protocol } from './protocol.ts';

const plan = protocol({ hurdle: 3, draws: 500, shocks: { cs0: 0.05, rho0: 0.2, P: 26 } });
const all = { missingRatio: 0, supplyHolds: true, alarm: false };

/** Forty stores that sell `mu` a week, over 16 decision weeks. */
const course = (mu: number, seed = 1, n = 40): Panel =>
	simulateTest({ n, r: 4, k: 5, cs: 0.03, ar: 0.2, mu }, 16, seeded(seed)).panel;

/** A look every week until something other than extend is said. */
function watch(panel: Panel, rest: Partial<Look> = {}, from = plan): { last: Decision; verdicts: string[] } {
	let history: History = NO_HISTORY;
	const verdicts: string[] = [];
	for (let week = 1; week <= panel.T; week++) {
		const last = decide(from, history, { panel: firstWeeks(panel, week), ...all, ...rest });
		verdicts.push(last.verdict);
		history = last.history;
		if (last.verdict !== 'extend' || week === panel.T) return { last, verdicts };
	}
	throw new Error('no week');
}

test('a product far above the hurdle goes, and says why', () => {
	const { last, verdicts } = watch(course(5));
	expect(last).toMatchObject({ verdict: 'go', reasons: ['above-bound'] });
	expect(verdicts.slice(0, 3)).toEqual(['extend', 'extend', 'extend']);
	expect(last.z).toBeGreaterThanOrEqual(last.bound ?? Number.NaN);
	expect(last.ci?.[0]).toBeGreaterThan(3);
});

test('a product far below the hurdle stops, long before the last week', () => {
	const { last } = watch(course(1.5));
	expect(last).toMatchObject({ verdict: 'stop', reasons: ['below-stop-bound'] });
	expect(last.week).toBeLessThan(12);
});

test('what cannot be decided any more stops for futility, half way at the earliest', () => {
	const { last } = watch(course(2.85, 3, 20));
	expect(last.verdict).toBe('stop');
	expect(last.week).toBeGreaterThanOrEqual(8);
	expect(last.reasons).toEqual(['futility']);
	expect(last.predictive).toBeLessThan(0.05);
});

describe('a go waits', () => {
	const good = course(6);
	test('for missing days, however good the sales look', () => {
		const { last } = watch(good, { missingRatio: 0.2 });
		expect(last).toMatchObject({ verdict: 'stop', week: 16 });
		expect(last.reasons).toEqual(expect.arrayContaining(['last-week', 'above-bound', 'missing-days']));
	});
	test('for goods', () => {
		const { last } = watch(good, { supplyHolds: false });
		expect(last.reasons).toContain('supply-not-ready');
	});
	test('for a trend that does not fall below the hurdle', () => {
		const year = { ...plan, maxWeeks: 52 };
		const fading = simulateTest({ n: 100, r: 8, k: 5, cs: 0.03, ar: 0.2, mu: 3.8 }, 48, seeded(1)).panel;
		for (let i = 0; i < 100; i++)
			for (let t = 44; t < 48; t++) fading.units[i * 48 + t] = i % 2 === 0 ? 2 : 3;
		const decision = decide(year, NO_HISTORY, { panel: fading, ...all });
		expect(decision).toMatchObject({ verdict: 'extend', reasons: ['above-bound', 'trend-falls'] });
	});
});

test('an alarm stops a test whatever it sells', () => {
	const panel = firstWeeks(course(5), 6);
	expect(decide(plan, NO_HISTORY, { panel, ...all, alarm: true })).toMatchObject({
		verdict: 'stop',
		reasons: ['safety-alarm'],
	});
});

test('the same data looked at again decide nothing new', () => {
	const panel = firstWeeks(course(3), 5);
	const first = decide(plan, NO_HISTORY, { panel, ...all });
	const again = decide(plan, first.history, { panel, ...all });
	expect(again).toMatchObject({ verdict: 'extend', reasons: ['no-new-information'] });
	expect(again.history).toEqual(first.history);
});

test('the interval that holds at all looks is wider than that of one look', () => {
	const { ci, ciAllLooks } = decide(plan, NO_HISTORY, { panel: firstWeeks(course(3), 5), ...all });
	expect(ciAllLooks?.[0]).toBeLessThan(ci?.[0] ?? 0);
	expect(ciAllLooks?.[1]).toBeGreaterThan(ci?.[1] ?? Number.POSITIVE_INFINITY);
});

test('the last week ends a test, and advises a larger one where that would likely decide', () => {
	const { last } = watch(course(3.5, 21, 12), {}, { ...plan, shocks: { cs0: 0.02, rho0: 0, P: 26 } });
	expect(last.week).toBeLessThanOrEqual(16);
	const ended = decide(plan, NO_HISTORY, { panel: course(3.35, 5, 14), ...all });
	if (ended.verdict === 'stop') expect(ended.reasons[0]).toBe('last-week');
	else expect(ended.verdict).toBe('go');
});

test('fewer than 12 stores describe and do not decide', () => {
	expect(watch(course(6, 1, 11)).last).toMatchObject({ verdict: 'pilot', reasons: ['too-few-stores'] });
});

test('the same protocol, history and data give the same decision', () => {
	const panel = firstWeeks(course(3), 10);
	const twice = [1, 2].map(() => decide(plan, NO_HISTORY, { panel, ...all }));
	expect(twice[0]).toEqual(twice[1]);
});

test('excluded weeks are shown and not judged', () => {
	const panel = firstWeeks(course(3), 8);
	for (let i = 0; i < 40; i++) {
		panel.state[i * 8 + 2] = STATE.excluded;
		panel.units[i * 8 + 2] = 999;
	}
	const decision = decide(plan, NO_HISTORY, { panel, ...all });
	expect(decision.R).toBeLessThan(5);
});

test('a number that is none is refused with its row and column', () => {
	const panel = panelOf(12, 4, new Float64Array(48).fill(3));
	panel.units[13] = Number.NaN;
	const look = () => decide(protocol({ hurdle: 2, shocks: UNKNOWN_SHOCKS }), NO_HISTORY, { panel, ...all });
	expect(look).toThrow(NonFiniteError);
	expect(look).toThrow('units: row 3, column 1 holds NaN');
});
