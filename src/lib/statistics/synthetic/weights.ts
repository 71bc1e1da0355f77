import { activeSet } from './active-set.ts';
import { addScaled, dot } from './dense.ts';
import { dualNewton, type Support } from './dual-newton.ts';
import { frankWolfe, sparsify, type Patience } from './frank-wolfe.ts';
import { centresStores, storeProblem, timeProblem, type Prepared } from './prepared.ts';
import type { Quadratic } from './quadratic.ts';

/** `exact` is solved to the optimum; `reference` stops where the reference package stops. */
export type Mode = 'exact' | 'reference';

/** Those the weights are to resemble: the treated stores' mean before the start. */
export type Target = { readonly before: Float64Array; readonly after: number };

/** Weights to begin from, and what is known of the last problem. */
export type Start = {
	readonly omega: Float64Array;
	readonly lambda: Float64Array;
	readonly b: Float64Array;
	readonly y: Float64Array;
	readonly support: Support | null;
};

/** Weights of stores and of times, each summing to 1 (those of stores over all their `times`). */
export type Weights = Start & {
	/** How far from the least value omega's can be at most (Frank and Wolfe's gap); null where nothing was solved. */
	readonly gap: number | null;
	readonly steps: { readonly omega: number; readonly lambda: number };
};

/** Below this share of the data's own size a ridge is as good as none. */
const NO_RIDGE = 1e-9;
const BEFORE_SPARSIFYING = 100;
const MAX_STEPS = 10_000;

/** Learns the weights of one choice of controls (`times`) for one target. */
export function learnWeights(
	shared: Prepared,
	times: Uint16Array,
	target: Target,
	mode: Mode,
	start: Start | null,
): Weights {
	const omega = storeWeights(shared, times, target, mode, start);
	const lambda = timeWeights(shared, times, mode, start);
	return { ...omega, lambda: lambda.x, steps: { omega: omega.steps, lambda: lambda.steps } };
}

function timeWeights(
	shared: Prepared,
	times: Uint16Array,
	mode: Mode,
	start: Start | null,
): { x: Float64Array; steps: number } {
	const { method, block, sigma } = shared;
	const even = new Float64Array(block.T0).fill(1 / block.T0);
	if (method === 'sc' || method === 'sc_reg') return { x: even.fill(0), steps: 0 };
	if (method !== 'sdid' || sigma === 0) return { x: even, steps: 0 };
	const problem = timeProblem(shared, times);
	if (mode === 'exact') return { x: activeSet(problem, 1e-11 * problem.square), steps: 0 };
	const count = times.reduce((total, own) => total + own, 0);
	return twoRounds(problem, start?.lambda ?? even, count * (1e-5 * sigma) ** 2, null);
}

type StoreWeights = Omit<Weights, 'lambda' | 'steps'> & { readonly steps: number };

function storeWeights(
	shared: Prepared,
	times: Uint16Array,
	target: Target,
	mode: Mode,
	start: Start | null,
): StoreWeights {
	const { method, block, sigma, rows, zetaOmega } = shared;
	const { T0 } = block;
	const b = target.before.slice(0, T0);
	if (centresStores(method)) {
		const mean = b.reduce((sum, x) => sum + x, 0) / T0;
		for (let t = 0; t < T0; t++) b[t] = (b[t] ?? 0) - mean;
	}
	const known = { lambda: new Float64Array(0), b, support: null };
	const finish = (omega: Float64Array, steps: number) => {
		const y = residual(rows, times, omega, b);
		return { ...known, omega, y, gap: gapAt(shared, times, omega, y), steps };
	};
	const even = evenOver(times);
	if (method === 'did' || sigma === 0) return { ...finish(even, 0), gap: null };
	if (mode === 'reference') {
		const from = start ? renormalised(start.omega, times) : even;
		const run = twoRounds(storeProblem(shared, b), from, T0 * (1e-5 * sigma) ** 2, times);
		return finish(run.x, run.steps);
	}
	const ridge = T0 * zetaOmega ** 2;
	const size = rows.reduce((sum, a) => sum + a * a, 0) / block.N0;
	if (ridge < NO_RIDGE * size) return finish(withoutRidge(shared, b, times, size), 0);
	const y = start
		? start.y.map((own, t) => own + (start.b[t] ?? 0) - (b[t] ?? 0))
		: residual(rows, times, even, b);
	const solved = dualNewton({ values: rows, m: T0, times }, b, ridge, { y, support: start?.support ?? null });
	return { ...finish(solved.weights, solved.steps), support: solved.support };
}

/** Next to no ridge: few stores have weight, and one that stands twice shares it between both. */
function withoutRidge(shared: Prepared, b: Float64Array, times: Uint16Array, size: number): Float64Array {
	const problem = withOnly(storeProblem(shared, b), times);
	const weights = activeSet(problem, 1e-12 * Math.max(problem.square, size));
	return weights.map((weight, i) => weight / Math.max(1, times[i] ?? 0));
}

/** The reference package's two runs: 100 steps, small weights dropped, and on to its end. */
function twoRounds(
	problem: Quadratic,
	start: Float64Array,
	leastDecrease: number,
	times: Uint16Array | null,
): { x: Float64Array; steps: number } {
	const active = times && Uint8Array.from(times, (count) => (count > 0 ? 1 : 0));
	const patience = (maxSteps: number): Patience => ({ leastDecrease, maxSteps });
	const first = frankWolfe(problem, start, patience(BEFORE_SPARSIFYING), active);
	return frankWolfe(problem, sparsify(first.x), patience(MAX_STEPS), active);
}

/** A store that is left out would only cost: its diagonal is raised beyond all use. */
function withOnly(problem: Quadratic, times: Uint16Array): Quadratic {
	if (times.every((count) => count > 0)) return problem;
	const linear = problem.linear.map((own, i) => (times[i] === 0 ? -1e300 : own));
	return { ...problem, linear };
}

function evenOver(times: Uint16Array): Float64Array {
	const count = times.reduce((total, own) => total + own, 0);
	return Float64Array.from(times, (own) => (own > 0 ? 1 / count : 0));
}

function renormalised(omega: Float64Array, times: Uint16Array): Float64Array {
	const kept = omega.map((weight, i) => weight * (times[i] === 0 ? 0 : 1));
	const sum = kept.reduce((total, weight) => total + weight, 0);
	return sum > 0 ? kept.map((weight) => weight / sum) : evenOver(times);
}

/** sum times_i w_i a_i - b. */
function residual(
	rows: Float64Array,
	times: Uint16Array,
	omega: Float64Array,
	b: Float64Array,
): Float64Array {
	const y = b.map((value) => -value);
	omega.forEach((weight, i) => {
		if (weight !== 0) addScaled(y, weight * (times[i] ?? 0), rows, i * b.length);
	});
	return y;
}

/** Frank and Wolfe's gap 2 (w.g - min g)/T0 with half gradients g: the least value lies no further below. */
function gapAt(
	{ block, rows, zetaOmega }: Prepared,
	times: Uint16Array,
	omega: Float64Array,
	y: Float64Array,
): number {
	const { T0 } = block;
	const ridge = T0 * zetaOmega ** 2;
	let [along, lowest] = [0, Number.POSITIVE_INFINITY];
	omega.forEach((weight, i) => {
		if (times[i] === 0) return;
		const slope = dot(rows, i * T0, y, 0, T0) + ridge * weight;
		along += (times[i] ?? 0) * weight * slope;
		lowest = Math.min(lowest, slope);
	});
	return (2 * (along - lowest)) / T0;
}
