import { effectOn, leaveOneOut, storeDifferences } from './effect-on.ts';
import { jackknifeSe } from './inference.ts';
import { sdid, type SdidFit, type SdidOptions } from './sdid.ts';

/** Stores that began at the same time, set against those that never did. */
export type Cohort = {
	/** Column of the first time on sale. */
	readonly start: number;
	readonly n: number;
	/** Treated stores times treated times: how much it counts. */
	readonly cells: number;
	readonly tau: number;
	/** Rows of the panel: controls, then this cohort. */
	readonly stores: Int32Array;
	readonly fit: SdidFit;
};

export type Staggered = {
	/** Mean effect over all treated cells. */
	readonly att: number;
	readonly se: number;
	readonly cohorts: readonly Cohort[];
	/** Mean effect by time since the start, over the stores that are that far. */
	readonly curve: Float64Array;
};

/** A store that never begins. */
export const NEVER = -1;

/**
 * Stores that begin at different times: one fit a start, always against the stores that never begin, and their mean
 * weighted by treated cells (Clarke, Pailanir, Athey and Imbens 2024). `start` holds each row's first treated column, or
 * `NEVER`. The standard error is the jackknife over stores of the mean itself.
 * Example: quotas for women in parliament, seven starts: 8.034 percentage points.
 */
export function staggered(
	Y: Float64Array,
	T: number,
	start: Int32Array,
	options: SdidOptions = {},
): Staggered {
	const starts = [...new Set(start)].filter((at) => at !== NEVER).toSorted((a, b) => a - b);
	const cohorts = starts.map((at) => cohortOf(Y, T, start, at, options));
	const cells = cohorts.reduce((sum, cohort) => sum + cohort.cells, 0);
	const att = cohorts.reduce((sum, { cells: own, tau }) => sum + own * tau, 0) / cells;
	return {
		att,
		se: jackknifeSe(aggregateWithoutEach(cohorts, start.length, Y)),
		cohorts,
		curve: eventCurve(cohorts, T),
	};
}

function cohortOf(Y: Float64Array, T: number, start: Int32Array, at: number, options: SdidOptions): Cohort {
	const rows = (which: number) => Array.from(start.keys()).filter((i) => start[i] === which);
	const [controls, treated] = [rows(NEVER), rows(at)];
	const stores = Int32Array.from([...controls, ...treated]);
	const fit = sdid(rowsOf(Y, T, stores), stores.length, T, controls.length, at, options);
	return { start: at, n: treated.length, cells: treated.length * (T - at), tau: fit.tau, stores, fit };
}

function rowsOf(Y: Float64Array, T: number, stores: Int32Array): Float64Array {
	const chosen = new Float64Array(stores.length * T);
	stores.forEach((row, i) => chosen.set(Y.subarray(row * T, (row + 1) * T), i * T));
	return chosen;
}

/** The mean effect on another outcome of the same shape, with the weights of the fits. */
export function attOn({ cohorts }: Pick<Staggered, 'cohorts'>, Y: Float64Array): number {
	let [sum, cells] = [0, 0];
	for (const { fit, stores, cells: own } of cohorts) {
		sum += own * effectOn(fit, rowsOf(Y, fit.shared.block.T, stores));
		cells += own;
	}
	return sum / cells;
}

/** The mean effect on an outcome without each store in turn, weights fixed. A cohort whose only store it was drops out. */
export function aggregateWithoutEach(cohorts: readonly Cohort[], N: number, Y: Float64Array): Float64Array {
	const sums = new Float64Array(N);
	const weights = new Float64Array(N);
	for (const { fit, stores, cells, n } of cohorts) {
		const differences = storeDifferences(fit, rowsOf(Y, fit.shared.block.T, stores));
		const without = leaveOneOut(differences, fit.omega);
		const whole = effectOn(fit, rowsOf(Y, fit.shared.block.T, stores));
		const place = new Map(Array.from(stores, (row, i) => [row, i] as const));
		for (let row = 0; row < N; row++) {
			const at = place.get(row);
			const isOwn = at !== undefined && at >= stores.length - n;
			const own = at === undefined ? whole : (without[at] ?? 0);
			const counted = isOwn ? (cells * (n - 1)) / n : cells;
			if (counted === 0) continue;
			sums[row] = (sums[row] ?? 0) + counted * own;
			weights[row] = (weights[row] ?? 0) + counted;
		}
	}
	return sums.map((sum, row) => sum / (weights[row] ?? 0)).filter((tau) => !Number.isNaN(tau));
}

function eventCurve(cohorts: readonly Cohort[], T: number): Float64Array {
	const longest = Math.max(...cohorts.map(({ start }) => T - start));
	return Float64Array.from({ length: longest }, (_, since) => {
		const there = cohorts.filter(({ start }) => start + since < T);
		const stores = there.reduce((sum, { n }) => sum + n, 0);
		return there.reduce((sum, { n, start, fit }) => sum + n * (fit.curve[start + since] ?? 0), 0) / stores;
	});
}
