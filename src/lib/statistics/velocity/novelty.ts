import { assertFinite } from '../non-finite-error.ts';
import { highestPoint } from '../golden-section.ts';
import type { Panel } from '../panel.ts';
import { counts } from '../panel.ts';

/** The launch peak: rate in week w since the store's first sale is muInf (1 + a exp(-(w - 1)/d)). */
export type Novelty = {
	/** Excess of the first week over the level that stays, 0 to 5. */
	readonly a: number;
	/** Weeks in which the excess falls to 37 %. */
	readonly d: number;
	/** The level that stays, units per store-week. */
	readonly muInf: number;
	/** First week since first sale in which the excess is below 10 %. */
	readonly settledWeek: number;
};

const DECAYS = [1, 1.5, 2, 3, 4, 6];
const A_MAX = 5;

/** Units and exposure by week since each store's own first sale. */
export function byWeekOnSale(panel: Panel): { units: Float64Array; exposure: Float64Array } {
	const totals = { units: new Float64Array(panel.T), exposure: new Float64Array(panel.T) };
	for (let i = 0; i < panel.n; i++) {
		const row = Array.from({ length: panel.T }, (_, t) => i * panel.T + t);
		const first = row.findIndex((cell) => (panel.units[cell] ?? 0) > 0);
		row.forEach((cell, t) => {
			if (first < 0 || t < first || !counts(panel, cell)) return;
			totals.units[t - first] = (totals.units[t - first] ?? 0) + (panel.units[cell] ?? 0);
			totals.exposure[t - first] = (totals.exposure[t - first] ?? 0) + (panel.exposure[cell] ?? 0);
		});
	}
	return totals;
}

/**
 * Fits the launch peak to totals by week on sale, by Poisson quasi-likelihood: d on the grid 1 to 6, a by search, and
 * muInf as what then fits the total. Null when nothing was sold. Example: totals 300, 260, 235, 221 … at 100 store-weeks.
 */
export function fitNovelty({
	units,
	exposure,
}: {
	units: Float64Array;
	exposure: Float64Array;
}): Novelty | null {
	assertFinite('units', units, 1);
	assertFinite('exposure', exposure, 1);
	const sold = units.reduce((sum, y) => sum + y, 0);
	if (sold <= 0) return null;
	const fits = DECAYS.map((d) => {
		const level = (a: number) =>
			sold / exposure.reduce((sum, e, w) => sum + e * (1 + a * Math.exp(-w / d)), 0);
		const quality = (a: number) =>
			units.reduce(
				(sum, y, w) => (y > 0 ? sum + y * Math.log(level(a) * (1 + a * Math.exp(-w / d))) : sum),
				0,
			);
		const a = highestPoint(quality, 0, A_MAX);
		return { a, d, muInf: level(a), quality: quality(a) };
	});
	const [{ a, d, muInf } = { a: 0, d: 1, muInf: 0 }] = fits.toSorted((x, y) => y.quality - x.quality);
	return { a, d, muInf, settledWeek: a > 0.1 ? Math.floor(1 + d * Math.log(a / 0.1)) + 1 : 1 };
}

/**
 * The level that stays over the first week's rate, mu_inf / (mu_inf (1 + a)), 0 to 1 (method 9). A high one is consistent
 * with people buying again; it is no repeat rate, which totals cannot show (Fader and Hardie). Example: a 0.25 gives 0.8.
 */
export function plateauRatio({ a }: Pick<Novelty, 'a'>): number {
	return 1 / (1 + a);
}
