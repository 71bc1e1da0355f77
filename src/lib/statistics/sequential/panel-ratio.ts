import { assertFinite } from '../non-finite-error.ts';
import { counts, type Panel } from '../panel.ts';
import { autocorrelation, clip, type ShockFloor } from './shock-floor.ts';

/** Below this many weeks the weeks of the test say nothing of their autocorrelation. */
const WEEKS_FOR_RHO = 6;
/** Of the two-way fit: when it is done, as a share of the largest effect, and when it is given up. */
const STANDS_STILL = 1e-10;
const MAX_TURNS = 200;

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

/** Units and exposure, 0 where a cell does not count: by cell, and summed over stores or weeks. */
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
	const cells = cellsThatCount(panel);
	const { stores, weeks } = margins(cells, panel.T);
	const [n, W, N] = [positive(stores.exposure), positive(weeks.exposure), positive(cells.exposure)];
	if (n === 0) return null;
	const D = total(stores.exposure);
	const R = total(stores.units) / D;
	const vStore = clustered(stores, R, n) / D ** 2;
	const vWeek = W > 1 ? clustered(weeks, R, W) / D ** 2 : 0;
	const vCell = clustered(cells, R, N) / D ** 2;
	const shock = shockPart({ R, W, vWeek, vCell, rho: rhoOf(weeks, R, W, floor), floor });
	const V = vStore + shock.vShock;
	const df = Math.max(2, V ** 2 / (vStore ** 2 / (n - 1) + shock.vShock ** 2 / shock.dfShock));
	const s2R = n < 2 || W < 2 ? Number.NaN : residualSquare(cells, stores, weeks) / ((n - 1) * (W - 1));
	return { R, vStore, vWeek, vCell, ...shock, V, df, n, W, s2R };
}

function cellsThatCount(panel: Panel): Sums {
	const units = panel.units.slice();
	const exposure = panel.exposure.slice();
	for (let cell = 0; cell < units.length; cell++) {
		if (counts(panel, cell)) continue;
		units[cell] = 0;
		exposure[cell] = 0;
	}
	return { units, exposure };
}

function margins({ units, exposure }: Sums, T: number): { stores: Sums; weeks: Sums } {
	const n = units.length / T;
	const stores = { units: new Float64Array(n), exposure: new Float64Array(n) };
	const weeks = { units: new Float64Array(T), exposure: new Float64Array(T) };
	for (let i = 0, cell = 0; i < n; i++) {
		let [y, E] = [0, 0];
		for (let t = 0; t < T; t++, cell++) {
			const [own, ownE] = [units[cell] ?? 0, exposure[cell] ?? 0];
			y += own;
			E += ownE;
			weeks.units[t] = (weeks.units[t] ?? 0) + own;
			weeks.exposure[t] = (weeks.exposure[t] ?? 0) + ownE;
		}
		stores.units[i] = y;
		stores.exposure[i] = E;
	}
	return { stores, weeks };
}

/** G/(G - 1) times the sum of squared residuals of G groups. */
function clustered({ units, exposure }: Sums, R: number, groups: number): number {
	let squares = 0;
	for (let g = 0; g < units.length; g++) {
		const residual = (units[g] ?? 0) - R * (exposure[g] ?? 0);
		squares += residual * residual;
	}
	return (groups / (groups - 1)) * squares;
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
 * What is left of the rates y/E after store and week effects, each cell weighted by its exposure. The two effects are
 * fitted in turn until neither moves; in a full table the first turn is already exact.
 */
function residualSquare(cells: Sums, stores: Sums, weeks: Sums): number {
	const store = stores.units.map((y, i) => y / (stores.exposure[i] || 1));
	const week = new Float64Array(weeks.units.length);
	for (let turn = 0; turn < MAX_TURNS; turn++) {
		const moved = fitWeeks(cells, weeks, store, week);
		if (turn > 0 && moved <= STANDS_STILL * largest(store)) break;
		fitStores(cells, stores, store, week);
	}
	return squareLeft(cells, store, week);
}

/** Sets each week's effect to the weighted mean of what the stores' effects leave; returns how far one moved at most. */
function fitWeeks({ units, exposure }: Sums, weeks: Sums, store: Float64Array, week: Float64Array): number {
	const T = week.length;
	const left = new Float64Array(T);
	for (let i = 0, cell = 0; i < store.length; i++) {
		const effect = store[i] ?? 0;
		for (let t = 0; t < T; t++, cell++)
			left[t] = (left[t] ?? 0) + (units[cell] ?? 0) - (exposure[cell] ?? 0) * effect;
	}
	let moved = 0;
	for (let t = 0; t < T; t++) {
		const next = (left[t] ?? 0) / (weeks.exposure[t] || 1);
		moved = Math.max(moved, Math.abs(next - (week[t] ?? 0)));
		week[t] = next;
	}
	return moved;
}

/** Sets each store's effect to the weighted mean of what the weeks' effects leave. */
function fitStores({ units, exposure }: Sums, stores: Sums, store: Float64Array, week: Float64Array): void {
	for (let i = 0, cell = 0; i < store.length; i++) {
		let left = 0;
		for (let t = 0; t < week.length; t++, cell++)
			left += (units[cell] ?? 0) - (exposure[cell] ?? 0) * (week[t] ?? 0);
		store[i] = left / (stores.exposure[i] || 1);
	}
}

function squareLeft({ units, exposure }: Sums, store: Float64Array, week: Float64Array): number {
	let sum = 0;
	for (let i = 0, cell = 0; i < store.length; i++)
		for (let t = 0; t < week.length; t++, cell++) {
			const E = exposure[cell] ?? 0;
			const residual = (units[cell] ?? 0) - E * ((store[i] ?? 0) + (week[t] ?? 0));
			if (E > 0) sum += (residual * residual) / E;
		}
	return sum;
}

function total(values: Float64Array): number {
	return values.reduce((sum, x) => sum + x, 0);
}

function largest(values: Float64Array): number {
	return values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

function positive(values: Float64Array): number {
	let count = 0;
	for (const x of values) if (x > 0) count++;
	return count;
}
