import { noiseLevel, type Block } from './block.ts';
import { dot, mirror, OuterSum } from './dense.ts';
import { quadraticOf, type Quadratic } from './quadratic.ts';

/** Which weights an estimator learns: `sdid` both, `did` none, `sc` and `difp` those of stores; `_reg` with the ridge of `sdid`. */
export type Method = 'sdid' | 'did' | 'sc' | 'difp' | 'sc_reg' | 'difp_reg';

/** What all replications of one panel share: the controls, ready for any choice among them. */
export type Prepared = {
	readonly block: Block;
	readonly method: Method;
	readonly sigma: number;
	readonly zetaOmega: number;
	readonly zetaLambda: number;
	/** Controls before the start, each less its mean over time (not for `sc`): rows of T0. */
	readonly rows: Float64Array;
	/** Mean of each control after the start. */
	readonly after: Float64Array;
	/** Controls' means over stores at each time before, and of `after` in the last place. */
	readonly mean: Float64Array;
	/** Upper half of sum (x - mean)(x - mean)' over controls, x = (times before, after): T0 + 1 wide. */
	readonly gram: Float64Array;
	/** Columns of the stores' A'A that were needed so far. */
	readonly columns: Map<number, Float64Array>;
};

export function centresStores(method: Method): boolean {
	return method !== 'sc' && method !== 'sc_reg';
}

/** `zeta` holds the ridges fixed, as replications do. */
export function prepare(block: Block, method: Method, zeta?: { omega: number; lambda: number }): Prepared {
	const { N, N0, T, T0 } = block;
	const sigma = noiseLevel(block);
	const ridge = method === 'sc' || method === 'difp' ? 1e-6 : ((N - N0) * (T - T0)) ** 0.25;
	const after = meansAfter(block);
	const mean = meansOverStores(block, after);
	return {
		...{ block, method, sigma, after, mean },
		zetaOmega: zeta?.omega ?? ridge * sigma,
		zetaLambda: zeta?.lambda ?? 1e-6 * sigma,
		rows: rowsBefore(block, centresStores(method)),
		gram: method === 'sdid' ? gramOverStores(block, after, mean) : new Float64Array(0),
		columns: new Map(),
	};
}

function meansAfter({ Y, N0, T, T0 }: Block): Float64Array {
	return Float64Array.from({ length: N0 }, (_, i) => {
		let sum = 0;
		for (let t = T0; t < T; t++) sum += Y[i * T + t] ?? 0;
		return sum / (T - T0);
	});
}

function meansOverStores({ Y, N0, T, T0 }: Block, after: Float64Array): Float64Array {
	const mean = new Float64Array(T0 + 1);
	for (let i = 0; i < N0; i++) {
		for (let t = 0; t < T0; t++) mean[t] = (mean[t] ?? 0) + (Y[i * T + t] ?? 0) / N0;
		mean[T0] = (mean[T0] ?? 0) + (after[i] ?? 0) / N0;
	}
	return mean;
}

function rowsBefore({ Y, N0, T, T0 }: Block, isCentred: boolean): Float64Array {
	const rows = new Float64Array(N0 * T0);
	for (let i = 0; i < N0; i++) {
		let mean = 0;
		if (isCentred) for (let t = 0; t < T0; t++) mean += (Y[i * T + t] ?? 0) / T0;
		for (let t = 0; t < T0; t++) rows[i * T0 + t] = (Y[i * T + t] ?? 0) - mean;
	}
	return rows;
}

/** Before and after of control i, as one row. */
export function wholeRow(
	{ block, after }: Pick<Prepared, 'block' | 'after'>,
	i: number,
	into: Float64Array,
): void {
	const { Y, T, T0 } = block;
	for (let t = 0; t < T0; t++) into[t] = Y[i * T + t] ?? 0;
	into[T0] = after[i] ?? 0;
}

function gramOverStores(block: Block, after: Float64Array, mean: Float64Array): Float64Array {
	const sum = new OuterSum(block.T0 + 1);
	const row = new Float64Array(block.T0 + 1);
	for (let i = 0; i < block.N0; i++) {
		wholeRow({ block, after }, i, row);
		sum.add(1, row, 0, mean);
	}
	sum.flush();
	return sum.matrix;
}

/** The problem of the time weights over the chosen controls: |C l - d|² + ridge |l|². */
export function timeProblem(shared: Prepared, times: Uint16Array): Quadratic {
	const { block, gram, mean, zetaLambda } = shared;
	const size = block.T0 + 1;
	const sum = new OuterSum(size, gram.slice());
	const row = new Float64Array(size);
	const moved = new Float64Array(size);
	const count = times.reduce((total, own) => total + own, 0);
	for (let i = 0; i < times.length; i++) {
		const change = (times[i] ?? 0) - 1;
		if (change === 0) continue;
		wholeRow(shared, i, row);
		sum.add(change, row, 0, mean);
		for (let t = 0; t < size; t++)
			moved[t] = (moved[t] ?? 0) + (change * ((row[t] ?? 0) - (mean[t] ?? 0))) / count;
	}
	// About the mean of those chosen instead of that of all.
	sum.add(-count, moved, 0);
	sum.flush();
	return splitLast(sum.matrix, size, count * zetaLambda ** 2);
}

/** The last row and column of a Gram matrix are the target's. */
function splitLast(upper: Float64Array, size: number, ridge: number): Quadratic {
	const n = size - 1;
	const gram = new Float64Array(n * n);
	const linear = new Float64Array(n);
	for (let i = 0; i < n; i++) {
		for (let j = i; j < n; j++) gram[i * n + j] = upper[i * size + j] ?? 0;
		linear[i] = upper[i * size + n] ?? 0;
	}
	mirror(gram, n);
	return quadraticOf(gram, linear, upper[size * size - 1] ?? 0, ridge);
}

/** The problem of the store weights, |sum w_i a_i - b|² + ridge |w|², columns of A'A computed when first needed. */
export function storeProblem(shared: Prepared, b: Float64Array): Quadratic {
	const { block, rows, columns, zetaOmega } = shared;
	const { N0, T0 } = block;
	const byRow = (row: Float64Array, at: number) =>
		Float64Array.from({ length: N0 }, (_, i) => dot(rows, i * T0, row, at, T0));
	return {
		n: N0,
		column(k) {
			const known = columns.get(k) ?? byRow(rows, k * T0);
			columns.set(k, known);
			return known;
		},
		diagonal: Float64Array.from({ length: N0 }, (_, i) => dot(rows, i * T0, rows, i * T0, T0)),
		linear: byRow(b, 0),
		square: dot(b, 0, b, 0, T0),
		ridge: T0 * zetaOmega ** 2,
	};
}
