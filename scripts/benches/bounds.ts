import { gsBounds } from '../../src/lib/statistics/sequential/bounds.ts';
import { obrienFleming } from '../../src/lib/statistics/sequential/spending.ts';
import type { Bench } from './bench.ts';
import { costOf } from './measure.ts';

/** The bounds of weekly looks, from the fourth decision week on. */
export const bounds: Bench = {
	name: 'bounds',
	async run(print) {
		for (const weeks of [16, 52]) {
			const t = Float64Array.from({ length: weeks - 3 }, (_, i) => (i + 4) / weeks);
			const { cpuSeconds, extraMb } = await costOf(() => gsBounds(t, obrienFleming(0.05)));
			print(
				`${weeks} decision weeks: ${(cpuSeconds * 1000).toFixed(1)} ms for all bounds, ${extraMb.toFixed(0)} MB`,
			);
		}
		return true;
	},
};
