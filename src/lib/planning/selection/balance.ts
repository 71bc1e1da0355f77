import { spreadOf } from './whiten.ts';

/** One feature of test stores, of all they stand for, and of their controls. */
export type BalanceRow = {
	readonly feature: number;
	readonly test: number;
	readonly population: number;
	/** NaN without controls. */
	readonly controls: number;
	/** Between stores of the population. */
	readonly sd: number;
	/** Test less population, and test less controls, in standard deviations; 0 for a feature that does not vary. */
	readonly fromPopulation: number;
	readonly fromControls: number;
};

/** A standardised difference below this is called balanced (method 6). */
export const BALANCED = 0.1;

/** The balance table. Example: test stores 2 above all others in a feature of sd 40 stand 0.05 from the population. */
export function balanceTable(
	X: Float64Array,
	K: number,
	population: Uint8Array,
	test: Int32Array,
	controls: Int32Array,
): BalanceRow[] {
	const { mean, sd } = spreadOf(X, K, population);
	return Array.from({ length: K }, (_, feature) => {
		const own = meanOver(X, K, feature, test);
		const others = meanOver(X, K, feature, controls);
		const [all, spread] = [mean[feature] ?? 0, sd[feature] ?? 0];
		const standardised = (difference: number) => (spread > 1e-12 * Math.abs(all) ? difference / spread : 0);
		return {
			...{ feature, test: own, population: all, controls: others, sd: spread },
			fromPopulation: standardised(own - all),
			fromControls: standardised(own - others),
		};
	});
}

function meanOver(X: Float64Array, K: number, feature: number, stores: Int32Array): number {
	return stores.reduce((sum, i) => sum + (X[i * K + feature] ?? 0), 0) / stores.length;
}
