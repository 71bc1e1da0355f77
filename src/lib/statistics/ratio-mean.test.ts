import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logScaleInterval, ratioMean, type RatioMean, type StoreTotals } from './ratio-mean.ts';

const totals = (units: number[], exposure: number[]): StoreTotals => ({
	units: Float64Array.from(units),
	exposure: Float64Array.from(exposure),
});

function rateOf(stores: StoreTotals): RatioMean {
	const rate = ratioMean(stores);
	if (rate === null) throw new Error('no store has exposure');
	return rate;
}

/** Thirty simulated stores over twelve weeks: store,week,cluster,days,units (made for this project). */
function simulatedStores(): StoreTotals {
	const units = new Float64Array(30);
	const exposure = new Float64Array(30);
	const file = readFileSync(new URL('../../../tests/reference/sim_store_weeks.csv', import.meta.url), 'utf8');
	for (const line of file.trim().split('\n').slice(1)) {
		const [store, , , days, sold] = line.split(',').map(Number);
		const row = (store ?? Number.NaN) - 1;
		units[row] = (units[row] ?? 0) + (sold ?? 0);
		exposure[row] = (exposure[row] ?? 0) + (days ?? 0) / 7;
	}
	return { units, exposure };
}

test('the rate of the simulated stores and its variance are those of the reference run', () => {
	const { R, vStore, n, exposure } = rateOf(simulatedStores());
	// `totals` and `ratio_mean` of the project's reference values count-models.json (case gamma-poisson-eb),
	// computed there in R 4.2.2
	expect(exposure / 335.714285714286).toBeCloseTo(1, 9);
	expect(R / 3.425531914894).toBeCloseTo(1, 9);
	expect(vStore / 0.1610903049633).toBeCloseTo(1, 9);
	expect(Math.sqrt(vStore) / 0.401360567275).toBeCloseTo(1, 9);
	expect(n).toBe(30);
});

test('the worked example of the docstring', () => {
	expect(rateOf(totals([30, 10], [10, 10]))).toEqual({ R: 2, vStore: 1, n: 2, exposure: 20 });
});

test('a store that was never on sale changes nothing', () => {
	expect(ratioMean(totals([30, 10, 0], [10, 10, 0]))).toEqual(ratioMean(totals([30, 10], [10, 10])));
	expect(ratioMean(totals([0], [0]))).toBeNull();
});

test('there is no interval when nothing was sold, or from one store', () => {
	expect(logScaleInterval(rateOf(totals([0, 0], [8, 8])))).toBeNull();
	expect(logScaleInterval(rateOf(totals([12], [8])))).toBeNull();
});

test('equal stores leave no doubt, and the interval is the rate', () => {
	expect(logScaleInterval(rateOf(totals([16, 16], [8, 8])))).toEqual({ lower: 2, upper: 2 });
});

test('order of stores and size of the unit do not matter', () => {
	const store = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.2, max: 12, noNaN: true }));
	fc.assert(
		fc.property(
			fc.array(store, { minLength: 2, maxLength: 40 }),
			fc.integer({ min: 2, max: 24 }),
			(stores, pack) => {
				const sold = stores.map(([units]) => units);
				const weeks = stores.map(([, exposure]) => exposure);
				const interval = logScaleInterval(rateOf(totals(sold, weeks)));
				const turned = logScaleInterval(rateOf(totals(sold.toReversed(), weeks.toReversed())));
				const inPacks = logScaleInterval(
					rateOf(
						totals(
							sold.map((units) => units * pack),
							weeks,
						),
					),
				);
				expect((turned?.lower ?? 0) / (interval?.lower ?? 1)).toBeCloseTo(1, 9);
				expect((inPacks?.upper ?? 0) / (interval?.upper ?? 1) / pack).toBeCloseTo(1, 9);
			},
		),
	);
});
