import { redrawAllocations } from '../../src/lib/planning/selection/redraw-allocations.ts';
import { selectStores } from '../../src/lib/planning/selection/select-stores.ts';
import { drawNormal } from '../../src/lib/statistics/draws.ts';
import { seeded } from '../../src/lib/statistics/random.ts';
import { kept, type Bench } from './bench.ts';
import { costOf } from './measure.ts';

const FEATURES = 15;
const TEST_STORES = 100;
const DRAWS = 10_000;
const SECONDS = 2;

/** Invented stores in 45 strata; the first features differ between strata, all within them. */
function inventedStores(n: number) {
	const random = seeded(3);
	const strata = Int32Array.from({ length: n }, () => Math.floor(45 * random()));
	const X = Float64Array.from({ length: n * FEATURES }, (_, at) => {
		const stratum = strata[Math.floor(at / FEATURES)] ?? 0;
		return drawNormal(random) + (at % FEATURES < 3 ? stratum / 20 : 0);
	});
	const places = Float64Array.from({ length: 2 * n }, (_, at) => (at % 2 ? 104 : -6) + 3 * random());
	return { n, strata, X, places };
}

/** The whole selection: strata, 10,000 draws and more, controls at a distance, reserve, balance table. */
export const storeSelection: Bench = {
	name: 'selection',
	async run(print) {
		let isKept = true;
		for (const n of [2000, 5000, 10_000, 20_000]) {
			const { strata, X, places } = inventedStores(n);
			const rules = { testStores: TEST_STORES, places, acceptance: 1 / DRAWS };
			const select = (seed: number) => selectStores(X, n, FEATURES, strata, rules, seed);
			let seed = 1;
			while (select(seed).draws < DRAWS) seed++;
			const { draws } = select(seed);
			const { cpuSeconds, extraMb } = await costOf(() => select(seed));
			print(
				`${n} stores x ${FEATURES} features, ${TEST_STORES} test stores, ${draws} draws: ${cpuSeconds.toFixed(3)} s, ${extraMb.toFixed(0)} MB`,
			);
			if (n < 20_000) continue;
			isKept = kept(print, `selection from ${n} stores`, cpuSeconds, SECONDS, 's');
			const usual = { testStores: TEST_STORES, places };
			const selection = selectStores(X, n, FEATURES, strata, usual, seed);
			const input = { X, n, K: FEATURES, strata, rules: usual };
			const redraw = await costOf(() => redrawAllocations(input, selection));
			const redrawn = redrawAllocations(input, selection).draws;
			print(
				`999 allocations drawn again, bound met by 1 of 100: ${redrawn} draws, ${redraw.cpuSeconds.toFixed(2)} s`,
			);
		}
		return isKept;
	},
};
