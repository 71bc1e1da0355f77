import { assertFinite } from '../non-finite-error.ts';
import { counts, type Panel } from '../panel.ts';
import { autocorrelation, clip, type ShockFloor } from './shock-floor.ts';

/** Below this many weeks the weeks of the test say nothing of their autocorrelation. */
const WEEKS_FOR_RHO = 6;

/** The rate of sale of a panel and where its uncertainty comes from. */
export type PanelRatio = {
	/** Units per store-week: all units over all exposure. */
	readonly R: number;
	/** Variance of R by how stores differ, by how weeks differ, and by single cells (all over the squared exposure). */
	readonly vStore: number;
	readonly vWeek: number;
	readonly vCell: number;
	/** What common shocks add, never less than the floor. */
	readonly vShock: number;
	/** vStore + vShock. */
	readonly V: number;
	/** Autocorrelation of common shocks. */
	readonly rho: number;
	/** Degrees of freedom of vShock, and of V by Satterthwaite (1946). */
	readonly dfShock: number;
	readonly df: number;
	/** Stores and weeks with exposure. */
	readonly n: number;
	readonly W: number;
	/** Residual mean square of the store x week table, in units² per store-week. */
	readonly s2R: number;
};

type Sums = {
	readonly units: Float64Array;
	readonly exposure: Float64Array;
};

/**
 * Rate of sale with an error that allows for unequal stores and for shocks common to all (two-way clustering, Cameron,
 * Gelbach and Miller 2011, with a floor from before the launch). Cells without exposure tell nothing. Null when none has.
 * V is NaN with a single store. Example: the 30 simulated stores give R = 3.42553, vStore = 0.16109, vWeek = 0.00655.
 */
export function panelRatio(panel: Panel, floor: ShockFloor): PanelRatio | null {
	assertFinite('units', panel.units, panel.T);
	assertFinite('exposure', panel.exposure, panel.T);
	const stores = sums(panel, (cell) => Math.floor(cell / panel.T), panel.n);
	const weeks = sums(panel, (cell) => cell % panel.T, panel.T);
	const n = positive(stores.exposure);
	const W = positive(weeks.exposure);
	if (n === 0) return null;
	const D = total(stores.exposure);
	const R = total(stores.units) / D;
	const vStore = clustered(stores, R, n) / D ** 2;
	const vWeek = W > 1 ? clustered(weeks, R, W) / D ** 2 : 0;
	const { square, N } = cells(panel, R);
	const vCell = ((N / (N - 1)) * square) / D ** 2;
	const shock = shockPart({ R, W, vWeek, vCell, rho: rhoOf(weeks, R, W, floor), floor });
	const V = vStore + shock.vShock;
	const df = Math.max(2, V ** 2 / (vStore ** 2 / (n - 1) + shock.vShock ** 2 / shock.dfShock));
	return {
		R,
		vStore,
		vWeek,
		vCell,
		...shock,
		V,
		df,
		n,
		W,
		s2R: residualMeanSquare(panel, stores, weeks, n, W),
	};
}

function sums(panel: Panel, group: (cell: number) => number, groups: number): Sums {
	const units = new Float64Array(groups);
	const exposure = new Float64Array(groups);
	for (let cell = 0; cell < panel.n * panel.T; cell++) {
		if (!counts(panel, cell)) continue;
		const g = group(cell);
		units[g] = (units[g] ?? 0) + (panel.units[cell] ?? 0);
		exposure[g] = (exposure[g] ?? 0) + (panel.exposure[cell] ?? 0);
	}
	return { units, exposure };
}

/** G/(G - 1) times the sum of squared residuals of G groups. */
function clustered({ units, exposure }: Sums, R: number, groups: number): number {
	const squares = units.reduce((sum, y, g) => sum + (y - R * (exposure[g] ?? 0)) ** 2, 0);
	return (groups / (groups - 1)) * squares;
}

function cells(panel: Panel, R: number): { square: number; N: number } {
	let [square, N] = [0, 0];
	for (let cell = 0; cell < panel.n * panel.T; cell++) {
		if (!counts(panel, cell)) continue;
		square += ((panel.units[cell] ?? 0) - R * (panel.exposure[cell] ?? 0)) ** 2;
		N++;
	}
	return { square, N };
}

function rhoOf({ units, exposure }: Sums, R: number, W: number, floor: ShockFloor): number {
	if (W < WEEKS_FOR_RHO) return floor.rho0;
	const used = Array.from(exposure.keys()).filter((t) => (exposure[t] ?? 0) > 0);
	const residuals = Float64Array.from(used, (t) => (units[t] ?? 0) - R * (exposure[t] ?? 0));
	return Math.max(floor.rho0, clip(autocorrelation(residuals)));
}

type Shocks = Pick<PanelRatio, 'R' | 'W' | 'vWeek' | 'vCell' | 'rho'> & { readonly floor: ShockFloor };

function shockPart({ R, W, vWeek, vCell, rho, floor }: Shocks) {
	const { cs0, rho0, P } = floor;
	const seen = (Math.max(0, vWeek - vCell) * (1 + rho)) / (1 - rho);
	const least = (R * R * cs0 * cs0 * (1 + rho0)) / ((1 - rho0) * W);
	const before = ((P - 1) * (1 - rho0)) / (1 + rho0);
	const dfShock = Math.max(1, (W * (1 - rho)) / (1 + rho) - 1) + before;
	return { rho, vShock: Math.max(seen, least), dfShock };
}

/**
 * What is left of the rates y/E after store and week effects, each cell weighted by its exposure, over (n - 1)(W - 1).
 * The two effects are fitted in turn; in a full table the first turn is already exact.
 */
function residualMeanSquare(panel: Panel, stores: Sums, weeks: Sums, n: number, W: number): number {
	if (n < 2 || W < 2) return Number.NaN;
	const store = stores.units.map((y, i) => y / (stores.exposure[i] || 1));
	const week = new Float64Array(panel.T);
	let before = Number.POSITIVE_INFINITY;
	for (let turn = 0; turn < 100; turn++) {
		refit(
			panel,
			week,
			store,
			weeks.exposure,
			(cell) => cell % panel.T,
			(cell) => Math.floor(cell / panel.T),
		);
		refit(
			panel,
			store,
			week,
			stores.exposure,
			(cell) => Math.floor(cell / panel.T),
			(cell) => cell % panel.T,
		);
		const left = residualSum(panel, store, week);
		if (before - left <= 1e-10 * left) return left / ((n - 1) * (W - 1));
		before = left;
	}
	return before / ((n - 1) * (W - 1));
}

/** Sets each effect to the weighted mean of what the other effect leaves. */
function refit(
	panel: Panel,
	effect: Float64Array,
	other: Float64Array,
	exposure: Float64Array,
	own: (cell: number) => number,
	others: (cell: number) => number,
): void {
	effect.fill(0);
	for (let cell = 0; cell < panel.n * panel.T; cell++) {
		if (!counts(panel, cell)) continue;
		const left = (panel.units[cell] ?? 0) - (panel.exposure[cell] ?? 0) * (other[others(cell)] ?? 0);
		effect[own(cell)] = (effect[own(cell)] ?? 0) + left;
	}
	for (let g = 0; g < effect.length; g++) effect[g] = (effect[g] ?? 0) / (exposure[g] || 1);
}

function residualSum(panel: Panel, store: Float64Array, week: Float64Array): number {
	let sum = 0;
	for (let cell = 0; cell < panel.n * panel.T; cell++) {
		if (!counts(panel, cell)) continue;
		const E = panel.exposure[cell] ?? 0;
		const fitted = (store[Math.floor(cell / panel.T)] ?? 0) + (week[cell % panel.T] ?? 0);
		sum += E * ((panel.units[cell] ?? 0) / E - fitted) ** 2;
	}
	return sum;
}

function total(values: Float64Array): number {
	return values.reduce((sum, x) => sum + x, 0);
}

function positive(values: Float64Array): number {
	return values.reduce((count, x) => (x > 0 ? count + 1 : count), 0);
}
