import { addScaled, cholesky, dot, OuterSum, solveCholesky } from './dense.ts';

/**
 * Stores as rows of `m` numbers, each taken `times` over: 0 leaves a store out, 2 counts it twice. So a placebo or
 * bootstrap replication needs no copy of the rows.
 */
export type Rows = { readonly values: Float64Array; readonly m: number; readonly times: Uint16Array };

/** The sums over the stores that have weight, which the next problem on nearly the same stores starts from. */
export type Support = {
	/** How often each store stands in the sums. */
	readonly times: Uint16Array;
	/** Upper half of the sum of a a', and the sum of a. */
	readonly gram: Float64Array;
	readonly sum: Float64Array;
};

/** Weights of the stores (each of a store's `times` carries this weight), and how far from the minimum they can be. */
export type DualSolution = {
	readonly weights: Float64Array;
	/** sum w_i a_i - b. */
	readonly y: Float64Array;
	readonly support: Support;
	readonly steps: number;
};

const MAX_STEPS = 100;

/**
 * The exact minimum of |sum w_i a_i - b|² + ridge |w|² over weights w >= 0 that sum to 1, by Newton's method on the dual.
 * With y = sum w_i a_i - b and the level v of the sum, w_i = max(0, v - a_i.y)/ridge, and the dual
 * -|y|²/2 - y.b + v - sum max(0, v - a_i.y)²/(2 ridge) is concave, smooth, and quadratic piece by piece. Newton's step
 * solves an m x m system, m the number of times and not of stores; with a line search it ends after some ten steps at
 * the minimum itself (semismooth Newton: Li, Sun and Toh 2018 for problems of this kind).
 */
export function dualNewton(
	rows: Rows,
	b: Float64Array,
	ridge: number,
	start: { readonly y: Float64Array; readonly support: Support | null },
): DualSolution {
	const { m } = rows;
	const state = firstState(rows, ridge, start.y);
	let support = supportOf(rows, state, start.support ?? emptySupport(rows));
	let steps = 0;
	while (steps < MAX_STEPS) {
		steps++;
		const step = newtonStep(state, support, b, ridge);
		const along = project(rows, step.y);
		const share = lineSearch(rows, state, { ...step, along }, b, ridge);
		addScaled(state.y, share, step.y, 0);
		addScaled(state.products, share, along, 0);
		state.level += share * step.level;
		const next = supportOf(rows, state, support);
		const isSame = next === support;
		support = next;
		// A whole step within one piece of a piecewise quadratic ends at its top.
		if ((isSame && share === 1) || dot(step.y, 0, step.y, 0, m) <= 1e-30 * dot(state.y, 0, state.y, 0, m))
			break;
	}
	return { weights: weightsOf(rows, state), y: state.y, support, steps };
}

/** Where the dual stands: y, the level v, and the products a_i.y. */
type State = { readonly y: Float64Array; level: number; readonly products: Float64Array };

function firstState(rows: Rows, ridge: number, y: Float64Array): State {
	const products = project(rows, y);
	return { y: y.slice(), level: levelFor(products, rows.times, ridge), products };
}

/** a_i.y of every store that takes part. */
function project({ values, m, times }: Rows, y: Float64Array): Float64Array {
	const products = new Float64Array(times.length);
	for (let i = 0; i < times.length; i++) if (times[i] !== 0) products[i] = dot(values, i * m, y, 0, m);
	return products;
}

/** The v for which sum times_i max(0, v - p_i) is `total`. */
export function levelFor(p: Float64Array, times: Uint16Array, total: number): number {
	const order = Array.from(p.keys()).filter((i) => times[i] !== 0);
	order.sort((i, j) => (p[i] ?? 0) - (p[j] ?? 0));
	let [count, sum, level] = [0, 0, Number.POSITIVE_INFINITY];
	for (const i of order) {
		if ((p[i] ?? 0) >= level) break;
		count += times[i] ?? 0;
		sum += (times[i] ?? 0) * (p[i] ?? 0);
		level = (total + sum) / count;
	}
	return level;
}

/** One store takes part or not; `null` support is that of nobody. */
function emptySupport({ m, times }: Rows): Support {
	return { times: new Uint16Array(times.length), gram: new Float64Array(m * m), sum: new Float64Array(m) };
}

/** The sums over the stores that have weight now; `known` itself when they are the same. */
function supportOf({ values, m, times }: Rows, { products, level }: State, known: Support): Support {
	const now = times.map((count, i) => ((products[i] ?? 0) < level ? count : 0));
	let [changes, size] = [0, 0];
	for (let i = 0; i < now.length; i++) {
		if (now[i] !== known.times[i]) changes++;
		if (now[i] !== 0) size++;
	}
	if (changes === 0) return known;
	const anew = changes > size;
	const gram = new OuterSum(m, anew ? undefined : known.gram.slice());
	const sum = anew ? new Float64Array(m) : known.sum.slice();
	for (let i = 0; i < now.length; i++) {
		const change = (now[i] ?? 0) - (anew ? 0 : (known.times[i] ?? 0));
		if (change === 0) continue;
		gram.add(change, values, i * m);
		for (let t = 0; t < m; t++) sum[t] = (sum[t] ?? 0) + change * (values[i * m + t] ?? 0);
	}
	gram.flush();
	return { times: now, gram: gram.matrix, sum };
}

type Step = { readonly y: Float64Array; readonly level: number };

/** Newton's step: (ridge I + gram) dy - sum dv = ridge (gradient in y), count dv - sum.dy = ridge (gradient in v). */
function newtonStep(
	{ y, level }: State,
	{ times, gram, sum }: Support,
	b: Float64Array,
	ridge: number,
): Step {
	const m = y.length;
	const count = times.reduce((total, own) => total + own, 0);
	// sum w_i a_i = (level sum - gram y)/ridge; its upper half serves for both.
	const gramY = symmetricTimes(gram, y);
	const right = y.map((own, t) => level * (sum[t] ?? 0) - (gramY[t] ?? 0) - ridge * ((b[t] ?? 0) + own));
	const rest = ridge - (level * count - dot(sum, 0, y, 0, m));
	const matrix = gram.slice();
	for (let t = 0; t < m; t++) matrix[t * m + t] = (matrix[t * m + t] ?? 0) + ridge;
	if (!cholesky(matrix, m)) throw new RangeError('the ridge is too small for this method');
	const bySum = sum.slice();
	solveCholesky(matrix, m, bySum);
	solveCholesky(matrix, m, right);
	const stepLevel = (rest + dot(sum, 0, right, 0, m)) / (count - dot(sum, 0, bySum, 0, m));
	addScaled(right, stepLevel, bySum, 0);
	return { y: right, level: stepLevel };
}

function symmetricTimes(upper: Float64Array, y: Float64Array): Float64Array {
	const m = y.length;
	const result = new Float64Array(m);
	for (let i = 0; i < m; i++) {
		const yi = y[i] ?? 0;
		let sum = (upper[i * m + i] ?? 0) * yi;
		for (let j = i + 1; j < m; j++) {
			const value = upper[i * m + j] ?? 0;
			sum += value * (y[j] ?? 0);
			result[j] = (result[j] ?? 0) + value * yi;
		}
		result[i] = (result[i] ?? 0) + sum;
	}
	return result;
}

/** The share of a step that is taken: the whole one if the dual rises enough, else halved (Armijo). */
function lineSearch(
	{ times }: Rows,
	state: State,
	step: Step & { readonly along: Float64Array },
	b: Float64Array,
	ridge: number,
): number {
	const m = b.length;
	const { y, level, products } = state;
	const square = [dot(y, 0, y, 0, m), dot(y, 0, step.y, 0, m), dot(step.y, 0, step.y, 0, m)] as const;
	const line = [dot(y, 0, b, 0, m), dot(step.y, 0, b, 0, m)] as const;
	const height = (s: number): { value: number; slope: number } => {
		let [value, slope] = [0, 0];
		for (let i = 0; i < times.length; i++) {
			const change = step.level - (step.along[i] ?? 0);
			const over = level - (products[i] ?? 0) + s * change;
			if (over <= 0 || times[i] === 0) continue;
			value += (times[i] ?? 0) * over * over;
			slope += (times[i] ?? 0) * over * change;
		}
		const quadratic = square[0] / 2 + s * square[1] + (s * s * square[2]) / 2;
		return {
			value: ridge * (level + s * step.level - quadratic - line[0] - s * line[1]) - value / 2,
			slope: ridge * (step.level - square[1] - s * square[2] - line[1]) - slope,
		};
	};
	const here = height(0);
	const slack = 1e-12 * Math.abs(here.value);
	for (let share = 1; share > 1e-8; share /= 2)
		if (height(share).value >= here.value + 1e-4 * share * here.slope - slack) return share;
	return 1e-8;
}

/** The weights, with what rounding left of their sum taken out. */
function weightsOf({ times }: Rows, { products, level }: State): Float64Array {
	const weights = products.map((p, i) => (times[i] === 0 ? 0 : Math.max(0, level - p)));
	const total = weights.reduce((sum, weight, i) => sum + weight * (times[i] ?? 0), 0);
	return weights.map((weight) => weight / total);
}
