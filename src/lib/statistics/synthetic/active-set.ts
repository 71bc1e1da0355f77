import { cholesky, dot, solveCholesky } from './dense.ts';
import type { Quadratic } from './quadratic.ts';

/**
 * The exact minimum of a quadratic on the simplex, by a primal active-set method (Nocedal and Wright 2006, 16.5): the
 * free weights solve their linear equations by Cholesky; one that turns negative leaves, the one that would lower the
 * value most enters, until none would. Good where the ridge is next to nothing and few weights are not 0.
 * `tolerance` bounds the violation that may stay.
 */
export function activeSet(problem: Quadratic, tolerance: number): Float64Array {
	const { n } = problem;
	const x = new Float64Array(n);
	const free: number[] = [bestVertex(problem)];
	x[free[0] ?? 0] = 1;
	const barred = new Set<number>();
	for (let step = 0; step < 50 * n; step++) {
		const slope = slopeAt(problem, x, free);
		const level = free.reduce((sum, k) => sum + (x[k] ?? 0) * (slope[k] ?? 0), 0);
		const enters = steepest(slope, x, barred);
		if (enters < 0 || (slope[enters] ?? 0) >= level - tolerance) return x;
		free.push(enters);
		if (!settle(problem, x, free)) {
			// Next to a combination of those that are free: it cannot help.
			free.splice(free.indexOf(enters), 1);
			barred.add(enters);
		}
	}
	return x;
}

function bestVertex({ n, diagonal, linear, ridge }: Quadratic): number {
	let [best, lowest] = [0, Number.POSITIVE_INFINITY];
	for (let k = 0; k < n; k++) {
		const value = (diagonal[k] ?? 0) + ridge - 2 * (linear[k] ?? 0);
		if (value < lowest) [best, lowest] = [k, value];
	}
	return best;
}

/** Half of the gradient: A'A x - A'b + ridge x. */
function slopeAt(
	{ n, column, linear, ridge }: Quadratic,
	x: Float64Array,
	free: readonly number[],
): Float64Array {
	const slope = new Float64Array(n);
	for (const k of free) {
		const own = column(k);
		const weight = x[k] ?? 0;
		for (let i = 0; i < n; i++) slope[i] = (slope[i] ?? 0) + weight * (own[i] ?? 0);
	}
	for (let i = 0; i < n; i++) slope[i] = (slope[i] ?? 0) - (linear[i] ?? 0) + ridge * (x[i] ?? 0);
	return slope;
}

function steepest(slope: Float64Array, x: Float64Array, barred: ReadonlySet<number>): number {
	let best = -1;
	for (let k = 0; k < slope.length; k++)
		if (x[k] === 0 && !barred.has(k) && (best < 0 || (slope[k] ?? 0) < (slope[best] ?? 0))) best = k;
	return best;
}

/** Moves to the minimum over the free weights, letting go those that reach 0. False when their matrix is singular. */
function settle(problem: Quadratic, x: Float64Array, free: number[]): boolean {
	for (;;) {
		const target = freeMinimum(problem, free);
		if (!target) return false;
		let share = 1;
		free.forEach((k, i) => {
			const [from, to] = [x[k] ?? 0, target[i] ?? 0];
			if (to < 0) share = Math.min(share, from / (from - to));
		});
		free.forEach((k, i) => (x[k] = (x[k] ?? 0) + share * ((target[i] ?? 0) - (x[k] ?? 0))));
		if (share === 1) return true;
		for (let i = free.length - 1; i >= 0; i--) {
			const k = free[i] ?? 0;
			if ((target[i] ?? 0) >= 0 || (x[k] ?? 0) > 1e-15) continue;
			x[k] = 0;
			free.splice(i, 1);
		}
	}
}

/** The minimum over the free weights with sum 1, whatever their sign. */
function freeMinimum({ column, linear, ridge }: Quadratic, free: readonly number[]): Float64Array | null {
	const size = free.length;
	const matrix = new Float64Array(size * size);
	free.forEach((k, i) => {
		const own = column(k);
		for (let j = i; j < size; j++) matrix[i * size + j] = own[free[j] ?? 0] ?? 0;
		matrix[i * size + i] = (matrix[i * size + i] ?? 0) * (1 + 1e-14) + ridge;
	});
	if (!cholesky(matrix, size)) return null;
	const target = Float64Array.from(free, (k) => linear[k] ?? 0);
	const even = new Float64Array(size).fill(1);
	solveCholesky(matrix, size, target);
	solveCholesky(matrix, size, even);
	const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
	const shift = (1 - sum(target)) / sum(even);
	return target.map((value, i) => value + shift * (even[i] ?? 0));
}

/** |A x - b|² + ridge |x|². */
export function valueAt({ n, column, linear, square, ridge }: Quadratic, x: Float64Array): number {
	let value = square - 2 * dot(linear, 0, x, 0, n) + ridge * dot(x, 0, x, 0, n);
	for (let k = 0; k < n; k++) if (x[k] !== 0) value += (x[k] ?? 0) * dot(column(k), 0, x, 0, n);
	return value;
}
