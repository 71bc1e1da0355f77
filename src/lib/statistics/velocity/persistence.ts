import { counts, type Panel } from '../panel.ts';

/** Weeks since a store's own first sale, from 1, both ends included. */
export type Weeks = { readonly from: number; readonly to: number };

/** How far stores that sell well early are those that sell well later. */
export type Persistence = {
	/** Correlation of the stores' true rates in both spans, -1 to 1; null when noise explains all differences. */
	readonly correlation: number | null;
	/** Stores with exposure in both spans. */
	readonly stores: number;
};

const EARLY: Weeks = { from: 1, to: 4 };
const LATE: Weeks = { from: 9, to: 12 };
const MIN_STORES = 3;

/**
 * Store-level persistence (method 9): the correlation between a store's rate in its weeks 1 to 4 and 9 to 12, with
 * sampling noise removed. Counts of different weeks err independently, so their covariance is that of the true rates;
 * each variance is what is observed less `phi` R/E, the noise of a count (empirical Bayes by moments, Robbins 1956).
 * Stores weigh by what they could sell in both spans. High: the same stores go on selling, as they do when people come
 * back. Example: rates that stay what they are, seen without noise, give 1.
 */
export function storePersistence(
	panel: Panel,
	{ phi = 1, early = EARLY, late = LATE }: { phi?: number; early?: Weeks; late?: Weeks } = {},
): Persistence {
	const seen = Array.from({ length: panel.n }, (_, i) => ({
		one: spanOf(panel, i, early),
		two: spanOf(panel, i, late),
	})).filter(({ one, two }) => one.E > 0 && two.E > 0);
	if (seen.length < MIN_STORES) return { correlation: null, stores: seen.length };
	const rate = (of: (store: (typeof seen)[number]) => Span) =>
		seen.reduce((sum, store) => sum + of(store).S, 0) / seen.reduce((sum, store) => sum + of(store).E, 0);
	const [R1, R2] = [rate(({ one }) => one), rate(({ two }) => two)];
	let [covariance, first, second] = [0, 0, 0];
	for (const { one, two } of seen) {
		const weight = Math.min(one.E, two.E);
		const [d1, d2] = [one.S / one.E - R1, two.S / two.E - R2];
		covariance += weight * d1 * d2;
		first += weight * (d1 * d1 - (phi * R1) / one.E);
		second += weight * (d2 * d2 - (phi * R2) / two.E);
	}
	const isNoise = !(first > 0 && second > 0);
	const correlation = isNoise ? null : Math.max(-1, Math.min(1, covariance / Math.sqrt(first * second)));
	return { correlation, stores: seen.length };
}

type Span = { readonly S: number; readonly E: number };

/** Units and exposure of a store in weeks that count from its own first sale. */
function spanOf(panel: Panel, store: number, { from, to }: Weeks): Span {
	const at = store * panel.T;
	const first = panel.units.subarray(at, at + panel.T).findIndex((y) => y > 0);
	let [S, E] = [0, 0];
	if (first < 0) return { S, E };
	for (let t = first + from - 1; t <= first + to - 1 && t < panel.T; t++) {
		if (!counts(panel, at + t)) continue;
		S += panel.units[at + t] ?? 0;
		E += panel.exposure[at + t] ?? 0;
	}
	return { S, E };
}
