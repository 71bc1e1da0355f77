import { expect, test } from 'vitest';
import { decide, type Decision, type Look } from '#lib/statistics/decision/decide.ts';
import { NO_HISTORY } from '#lib/statistics/decision/evidence-at.ts';
import { protocol } from '#lib/statistics/decision/protocol.ts';
import { firstWeeks, panelOf, type Panel } from '#lib/statistics/panel.ts';
import { seeded } from '#lib/statistics/random.ts';
import { allZeroStop } from '#lib/statistics/sequential/evidence.ts';
import { panelRatio } from '#lib/statistics/sequential/panel-ratio.ts';
import { simulateTest } from '#lib/statistics/simulation/market-test.ts';
import { PanelRefused } from '#lib/statistics/synthetic/block.ts';
import { rowsWithoutSellingControls } from '#lib/statistics/synthetic/clean-controls.ts';
import { sdid } from '#lib/statistics/synthetic/sdid.ts';
import { calendarIndex } from '#lib/statistics/velocity/calendar-index.ts';
import { fitGammaPoisson, R_MAX, storeInterval } from '#lib/statistics/velocity/gamma-poisson.ts';
import { analysisOf } from './analysis.ts';
import { enginePanel } from './engine-panel.ts';
import { panelFromWeeks, type StoreWeek } from './exposure.ts';
import { holidayWeeks } from './holiday-weeks.ts';
import { atRegularPrice } from './regular-price.ts';

// The cases of the method's section 11, each by its name; docs/edge-cases.md lists them.

const plan = protocol({ hurdle: 3, burnIn: 0, draws: 300, shocks: { cs0: 0.05, rho0: 0.2, P: 26 } });
const whole = { missingRatio: 0, supplyHolds: true, alarm: false };
const at = (panel: Panel, more: Partial<Look> = {}, history = NO_HISTORY): Decision =>
	decide(plan, history, { panel, ...whole, ...more });
const sold = (mu: number, n = 20, weeks = 8): Panel =>
	simulateTest({ n, r: 4, k: 5, cs: 0.03, ar: 0.2, mu }, weeks, seeded(3)).panel;

/** Weekly reports of `stores` stores that sell what `units` says. */
const reports = (
	stores: number,
	weeks: number,
	units: (store: number, week: number) => number,
): StoreWeek[] =>
	Array.from({ length: stores * weeks }, (_, cell) => {
		const [store, week] = [Math.floor(cell / weeks), (cell % weeks) + 1];
		return { store: `T${store}`, week, units: units(store, week), daysOnSale: 7 };
	});
const frame = (stores: number, weeks: number) => ({
	stores: Array.from({ length: stores }, (_, store) => `T${store}`),
	firstDay: '2026-01-05',
	weeks,
});

test('a store that sells nothing counts with its weeks, and its own rate stays above nothing', () => {
	const panel = sold(4);
	panel.units.fill(0, 0, panel.T);
	const others = panel.units.reduce((sum, units) => sum + units, 0);
	expect(panelRatio(panel, plan.shocks)?.R).toBeCloseTo(others / (20 * 8), 12);
	const totals = Float64Array.from({ length: 20 }, (_, i) =>
		panel.units.subarray(8 * i, 8 * i + 8).reduce((sum, units) => sum + units, 0),
	);
	const fit = fitGammaPoisson(totals, new Float64Array(20).fill(8));
	expect(fit.converged).toBe(true);
	const [low, high] = storeInterval(fit, 0, 0.05, 0.95);
	expect(low).toBeGreaterThanOrEqual(0);
	expect(high).toBeGreaterThan(low);
	expect(at(panel).z).not.toBeNaN();
});

test('nothing sold in any store gives no interval, extends at first, and stops once the silence is evidence', () => {
	const silent = (weeks: number, exposure: number) =>
		panelOf(12, weeks, new Float64Array(12 * weeks), new Float64Array(12 * weeks).fill(exposure));
	const rare = protocol({ ...plan, hurdle: 0.02 });
	const early = decide(rare, NO_HISTORY, { panel: silent(4, 1), ...whole });
	expect(early).toMatchObject({
		verdict: 'extend',
		reasons: ['nothing-sold'],
		R: 0,
		ci: null,
		ciAllLooks: null,
	});
	expect(allZeroStop(new Float64Array(12).fill(4), 0.02, 0.05, 3)).toBe(false);
	const late = decide(rare, early.history, { panel: silent(15, 1), ...whole });
	expect(late).toMatchObject({ verdict: 'stop', reasons: ['nothing-sold'], ci: null });
	expect(at(silent(4, 1)).verdict).toBe('stop');
});

test('one store is a pilot: it describes, and has no interval', () => {
	const panel = sold(4, 1);
	expect(at(panel)).toMatchObject({ verdict: 'pilot', reasons: ['too-few-stores'], ci: null });
	expect(panelRatio(panel, plan.shocks)?.R).toBeGreaterThan(0);
});

test('one week decides nothing, however good it is', () => {
	expect(at(sold(30, 20, 1))).toMatchObject({ verdict: 'extend', reasons: ['before-first-look'] });
	expect(panelRatio(sold(30, 20, 1), plan.shocks)?.vWeek).toBe(0);
});

test('equal stores take r to its bound, and every store has the common rate', () => {
	const fit = fitGammaPoisson(new Float64Array(15).fill(24), new Float64Array(15).fill(8));
	expect(fit.r).toBeCloseTo(R_MAX, 0);
	expect((fit.post.shape[3] ?? 0) / (fit.post.rate[3] ?? 1)).toBeCloseTo(3, 6);
	const even = at(panelOf(15, 8, new Float64Array(15 * 8).fill(6)));
	expect(even.verdict).toBe('go');
	expect(even.z).toBeGreaterThan(0);
});

test('no exposure anywhere tells nothing and breaks nothing', () => {
	const panel = panelOf(15, 8, new Float64Array(15 * 8), new Float64Array(15 * 8));
	expect(panelRatio(panel, plan.shocks)).toBeNull();
	expect(at(panel)).toMatchObject({ verdict: 'extend', R: null, ci: null, z: null });
	const fromRoom = analysisOf(panelFromWeeks([], frame(15, 8)).panel, plan, new Int32Array(15));
	expect(fromRoom).toMatchObject({ ratio: null, fit: null, novelty: null, missingRatio: 1 });
});

test('a store with one huge week is named, and the verdict is shown with and without it', () => {
	const { panel } = panelFromWeeks(
		reports(20, 8, (store, week) => (store === 7 && week === 5 ? 900 : 3 + ((store + week) % 3))),
		frame(20, 8),
	);
	const { ratio, sensitivity } = analysisOf(panel, plan, new Int32Array(20));
	const [store, cells] = ['top-store', 'top-cells'].map((name) =>
		sensitivity.find(({ without }) => without === name),
	);
	expect(store).toMatchObject({ what: 'T7' });
	expect(cells?.what).toContain('T7/5');
	expect(ratio?.R).toBeGreaterThan(9);
	expect(store?.R).toBeCloseTo(4, 1);
	expect(cells?.R).toBeCloseTo(4, 1);
});

test('a file that was imported twice counts once', () => {
	const once = reports(12, 6, (store, week) => store + week);
	const single = panelFromWeeks(once, frame(12, 6));
	const twice = panelFromWeeks([...once, ...once], frame(12, 6));
	expect(twice.panel).toEqual(single.panel);
	expect(twice.leftOut.map(({ why }) => why)).toEqual(once.map(() => 'given-twice'));
});

test('a test store that closes keeps its weeks up to the closing, and is not replaced', () => {
	const closing = reports(15, 8, () => 4).map((week) =>
		week.store === 'T2' && week.week > 5 ? { ...week, units: 0, daysOnSale: 0 } : week,
	);
	const panel = enginePanel(panelFromWeeks(closing, frame(15, 8)).panel);
	expect(panelRatio(panel, plan.shocks)).toMatchObject({ R: 4, n: 15, W: 8 });
	expect(panel.exposure.reduce((sum, exposure) => sum + exposure, 0)).toBe(15 * 8 - 3);
});

/** Controls first: store and time effects with noise, and `effect` after the start in the last two rows. */
function block(N: number, T: number, T0: number, effect: number, noise = 1): Float64Array {
	const random = seeded(8);
	return Float64Array.from({ length: N * T }, (_, cell) => {
		const [i, t] = [Math.floor(cell / T), cell % T];
		return 20 + i + Math.sin(t) + noise * random() + (i >= N - 2 && t >= T0 ? effect : 0);
	});
}

test('a control store that starts to sell the product is no control any more', () => {
	const [N, T, T0] = [14, 16, 10];
	const focal = new Float64Array(N * T);
	for (const row of [4, N - 2, N - 1]) focal.fill(5, row * T + T0, (row + 1) * T);
	const rows = rowsWithoutSellingControls(focal, T, N - 2);
	expect([...rows]).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
	const Y = block(N, T, T0, 5);
	for (let t = T0; t < T; t++) Y[4 * T + t] = (Y[4 * T + t] ?? 0) + 5;
	const clean = new Float64Array(rows.length * T);
	rows.forEach((row, i) => clean.set(Y.subarray(row * T, (row + 1) * T), i * T));
	expect(sdid(clean, N - 1, T, N - 3, T0).tau).toBeCloseTo(5, 0);
	expect(sdid(Y, N, T, N - 2, T0).tau).toBeLessThan(sdid(clean, N - 1, T, N - 3, T0).tau);
});

test('a category that sold nothing before the test gives an index of 1, not of infinity', () => {
	const units = Float64Array.from({ length: 3 * 12 }, (_, cell) => (cell % 12 < 6 ? 0 : 9));
	expect([...calendarIndex(units, 12, 6)]).toEqual(Array.from({ length: 12 }, () => 1));
	const Y = block(14, 16, 10, 0).map((y, cell) => (cell % 16 < 10 ? 0 : y));
	expect(Number.isFinite(sdid(Y, 14, 16, 12, 10).tau)).toBe(true);
});

const refused = (run: () => unknown): string => {
	try {
		run();
	} catch (error) {
		if (error instanceof PanelRefused) return error.reason;
	}
	return 'not refused';
};

test('fewer than four times before the start carry no estimate, and the refusal says so', () => {
	expect(refused(() => sdid(block(14, 16, 3, 5), 14, 16, 12, 3))).toBe('too-few-times-before');
	expect(refused(() => sdid(block(14, 16, 4, 5), 14, 16, 12, 4))).toBe('not refused');
});

test('no more controls than treated stores carry no estimate, and the refusal says so', () => {
	expect(refused(() => sdid(block(4, 16, 10, 5), 4, 16, 2, 10))).toBe('too-few-controls');
	expect(refused(() => sdid(block(5, 16, 10, 5), 5, 16, 3, 10))).toBe('not refused');
});

test('constant series give even weights and exactly their effect', () => {
	const Y = Float64Array.from({ length: 8 * 12 }, (_, cell) => {
		const [i, t] = [Math.floor(cell / 12), cell % 12];
		return 10 + i + (i >= 6 && t >= 8 ? 2.5 : 0);
	});
	const fit = sdid(Y, 8, 12, 6, 8);
	expect(fit.shared.sigma).toBe(0);
	expect(fit.tau).toBe(2.5);
	expect([...fit.omega]).toEqual(Array.from({ length: 6 }, () => 1 / 6));
	expect([...fit.lambda]).toEqual(Array.from({ length: 8 }, () => 1 / 8));
});

test('controls that are the same share their weight evenly', () => {
	const Y = block(14, 16, 10, 5);
	Y.set(Y.subarray(3 * 16, 4 * 16), 5 * 16);
	const { omega, tau } = sdid(Y, 14, 16, 12, 10);
	expect(omega[5]).toBeCloseTo(omega[3] ?? Number.NaN, 9);
	expect(tau).toBeCloseTo(5, 0);
});

test('weeks of Lebaran inside the window are shown and not judged, and warned of', () => {
	const { excluded, isNear } = holidayWeeks('2026-03-02', 9, '2026-03-20');
	expect(isNear).toBe(true);
	expect(excluded).toEqual([1, 2, 3, 4]);
	expect(holidayWeeks('2026-01-05', 20, '2026-03-20')).toEqual({ excluded: [], isNear: true });
	expect(holidayWeeks('2026-06-01', 9, '2026-03-20')).toEqual({ excluded: [], isNear: false });
	const feast = panelFromWeeks(
		reports(15, 9, (store, week) => (excluded.includes(week) ? 40 : 2 + (store % 3))),
		frame(15, 9),
	).panel;
	const judged = enginePanel(feast, excluded);
	expect(panelRatio(judged, plan.shocks)).toMatchObject({ R: 3, W: 5 });
	expect(at(firstWeeks(judged, 7))).toMatchObject({ verdict: 'extend', reasons: ['before-first-look'] });
	expect(judged.units).toEqual(feast.units);
});

test('after a price cut only weeks at the agreed price are judged, and with fewer than four the test is extended', () => {
	const panel = panelOf(
		15,
		8,
		Float64Array.from({ length: 15 * 8 }, (_, cell) => (cell % 8 < 3 ? 5 : 20)),
	);
	const prices = Float64Array.from(panel.units, (_, cell) => (cell % 8 < 3 ? 12_100 : 9_900));
	const regular = atRegularPrice(panel, prices, 12_000);
	expect(panelRatio(regular, plan.shocks)).toMatchObject({ R: 5, W: 3 });
	expect(at(regular)).toMatchObject({ verdict: 'extend', reasons: ['before-first-look'] });
	const laterCut = atRegularPrice(
		panel,
		prices.map((price, cell) => (cell % 8 < 5 ? 12_000 : price)),
		12_000,
	);
	expect(panelRatio(laterCut, plan.shocks)?.W).toBe(5);
	expect(at(laterCut).reasons).not.toContain('before-first-look');
});

test('late files change the estimate of past weeks, and no bound or verdict that was logged', () => {
	const panel = sold(3.2, 20, 12);
	const first = at(firstWeeks(panel, 4));
	const restated = { ...panel, units: panel.units.map((units, cell) => (cell % 12 < 4 ? units + 1 : units)) };
	const second = at(restated, {}, first.history);
	const asBefore = at(panel, {}, first.history);
	expect(second.R).not.toBe(asBefore.R);
	expect(second.history.go[0]).toEqual(first.history.go[0]);
	expect(second.history.stop[0]).toEqual(first.history.stop[0]);
	expect(second.history.go.length).toBe(2);
});
