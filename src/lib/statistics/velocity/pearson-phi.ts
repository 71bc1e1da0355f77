import { counts, storeTotals, type Panel } from '../panel.ts';

/**
 * How much more the weeks of one store swing than counts would: Pearson's statistic of weekly units about the store's
 * own rate, over (cells - stores); 1 is Poisson, and the least that is used is 1. Example: 1.641 in the simulated stores.
 */
export function pearsonPhi(panel: Panel): number {
	const { units, exposure } = storeTotals(panel);
	let [sum, cells] = [0, 0];
	const stores = new Set<number>();
	for (let cell = 0; cell < panel.n * panel.T; cell++) {
		if (!counts(panel, cell)) continue;
		const i = Math.floor(cell / panel.T);
		stores.add(i);
		cells++;
		const expected = ((units[i] ?? 0) / (exposure[i] ?? 1)) * (panel.exposure[cell] ?? 0);
		if (expected > 0) sum += ((panel.units[cell] ?? 0) - expected) ** 2 / expected;
	}
	return cells > stores.size ? Math.max(1, sum / (cells - stores.size)) : 1;
}
