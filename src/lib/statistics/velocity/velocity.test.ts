import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawGamma, drawPoisson } from '../draws.ts';
import { panelOf } from '../panel.ts';
import { seeded } from '../random.ts';
import { calendarIndex, smoothByCycle } from './calendar-index.ts';
import { fitGammaPoisson, R_MAX } from './gamma-poisson.ts';
import { byWeekOnSale, fitNovelty } from './novelty.ts';
import { pearsonPhi } from './pearson-phi.ts';
import { shrinkClusters } from './shrink-clusters.ts';
import { censoredRate, lostToStockOuts, shareUntil } from './stock-out.ts';

const rate = 3;
const onShelf = 4;

/** Days with at most four packs on the shelf. */
function shortDays(count: number) {
	const random = seeded(7);
	return Array.from({ length: count }, () => {
		const units = Math.min(onShelf, drawPoisson(random, rate));
		return { units, exposure: 1, soldOut: units === onShelf };
	});
}

test('sold-out days are neither full days nor dropped: only censoring finds the true rate', () => {
	const days = shortDays(20_000);
	const full = days.reduce((sum, day) => sum + day.units, 0) / days.length;
	const kept = days.filter((day) => !day.soldOut);
	const dropped = kept.reduce((sum, day) => sum + day.units, 0) / kept.length;
	expect(censoredRate(days) / rate).toBeCloseTo(1, 1);
	expect(full / rate).toBeCloseTo(1 - 0.111, 1); // measured bias of the method, 2.1
	expect(dropped / rate).toBeCloseTo(1 - 0.349, 1);
});

test('without a sold-out day the censored rate is units over exposure', () => {
	expect(censoredRate([4, 2, 0].map((units) => ({ units, exposure: 0.5, soldOut: false })))).toBeCloseTo(
		4,
		12,
	);
	expect(censoredRate([])).toBeNaN();
});

test('a shelf that empties at noon stood for half of an even day', () => {
	const even = Array.from({ length: 24 }, () => 1 / 24);
	expect(shareUntil(12, even)).toBeCloseTo(0.5, 12);
	expect(shareUntil(24, even)).toBeCloseTo(1, 12);
	expect(lostToStockOuts(3, 10, 8)).toEqual({ units: 6, ratio: 0.19999999999999996 });
});

test('equal stores leave nothing to pool apart: r goes to its bound, and every store has the common rate', () => {
	const fit = fitGammaPoisson(new Float64Array(20).fill(12), new Float64Array(20).fill(4));
	expect(fit.r).toBeCloseTo(R_MAX, 0);
	expect(fit.converged).toBe(true);
	expect((fit.post.shape[3] ?? 0) / (fit.post.rate[3] ?? 1)).toBeCloseTo(3, 4);
});

test('the order of stores, and a store without exposure, change nothing', () => {
	const stores = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 })), {
		minLength: 8,
		maxLength: 25,
	});
	const fit = (rows: [number, number][]) =>
		fitGammaPoisson(
			Float64Array.from(rows, ([s]) => s),
			Float64Array.from(rows, ([, e]) => e),
		);
	fc.assert(
		fc.property(stores, (rows) => {
			fc.pre(rows.some(([s]) => s > 0));
			const first = fit(rows);
			expect(fit(rows.toReversed()).logLik).toBeCloseTo(first.logLik, 6);
			expect(fit([...rows, [0, 0]]).logLik).toBeCloseTo(first.logLik, 6);
		}),
		{ numRuns: 50 },
	);
});

test('nothing sold anywhere is a rate of nothing', () => {
	const fit = fitGammaPoisson(new Float64Array(5), new Float64Array(5).fill(4));
	expect(fit.mu[0]).toBe(0);
	expect(fit.logLik).toBeCloseTo(0, 12);
});

test('Poisson weeks have no overdispersion, and the least is 1', () => {
	const random = seeded(3);
	const units = Float64Array.from({ length: 40 * 20 }, () => drawPoisson(random, 5));
	expect(pearsonPhi(panelOf(40, 20, units))).toBeCloseTo(1, 1);
	expect(pearsonPhi(panelOf(2, 2, Float64Array.of(3, 3, 5, 5)))).toBe(1);
});

test('clusters of few or equal stores are not told apart', () => {
	const cluster = Int32Array.from([0, 0, 0, 1, 1, 1]);
	const E = new Float64Array(6).fill(8);
	const equal = shrinkClusters({ r: 3, mu: Float64Array.of(2.9, 3.1) }, E, cluster);
	expect(equal[0]).toBeCloseTo(equal[1] ?? 0, 10);
	const far = shrinkClusters({ r: 50, mu: Float64Array.of(1, 9) }, new Float64Array(6).fill(400), cluster);
	expect(far[1]).toBeGreaterThan(8.5);
	const lone = shrinkClusters({ r: 3, mu: Float64Array.of(2, 8) }, E, Int32Array.from([0, 0, 0, 0, 0, 1]));
	expect([...lone]).toEqual([2, 8]);
});

test('a launch peak is found as it was made, and one that is none is none', () => {
	const random = seeded(12);
	const T = 16;
	const units = Float64Array.from({ length: 60 * T }, (_, cell) =>
		drawPoisson(random, 5 * (1 + 1.5 * Math.exp(-(cell % T) / 2)) * (drawGamma(random, 20) / 20)),
	);
	const peak = fitNovelty(byWeekOnSale(panelOf(60, T, units)));
	expect(peak?.d).toBe(2);
	expect(peak?.a).toBeCloseTo(1.5, 0);
	expect((peak?.muInf ?? 0) / 5).toBeCloseTo(1, 1);
	expect(peak?.settledWeek).toBeGreaterThanOrEqual(6);
	const flat = fitNovelty({ units: new Float64Array(10).fill(50), exposure: new Float64Array(10).fill(10) });
	expect(flat?.a).toBeLessThan(1e-6);
	expect(flat?.settledWeek).toBe(1);
	expect(fitNovelty({ units: new Float64Array(4), exposure: new Float64Array(4).fill(1) })).toBeNull();
});

test('the calendar index is 1 in ordinary weeks, follows the controls, and stays within 0.3 and 3', () => {
	const index = calendarIndex(Float64Array.of(10, 10, 13, 90, 20, 20, 26, 180), 4, 2);
	expect([...index]).toEqual([1, 1, 1.3, 3]);
	expect([...smoothByCycle(Float64Array.of(1, 2, 3, 4), 2)]).toEqual([2, 3, 2, 3]);
	expect([...calendarIndex(new Float64Array(4), 2, 1)]).toEqual([1, 1]);
});
