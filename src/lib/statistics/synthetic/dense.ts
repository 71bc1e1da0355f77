// The few loops in which all the time goes. Matrices are Float64Arrays, row after row; an index outside reads as 0,
// which costs nothing and cannot happen.

/** Sum of products of `n` numbers, from places `ao` and `bo`; four sums at a time, for speed. */
export function dot(a: Float64Array, ao: number, b: Float64Array, bo: number, n: number): number {
	let [s0, s1, s2, s3] = [0, 0, 0, 0];
	let i = 0;
	for (; i + 3 < n; i += 4) {
		s0 += (a[ao + i] ?? 0) * (b[bo + i] ?? 0);
		s1 += (a[ao + i + 1] ?? 0) * (b[bo + i + 1] ?? 0);
		s2 += (a[ao + i + 2] ?? 0) * (b[bo + i + 2] ?? 0);
		s3 += (a[ao + i + 3] ?? 0) * (b[bo + i + 3] ?? 0);
	}
	for (; i < n; i++) s0 += (a[ao + i] ?? 0) * (b[bo + i] ?? 0);
	return s0 + s1 + (s2 + s3);
}

/** y += s x, from place `xo` of x. */
export function addScaled(y: Float64Array, s: number, x: Float64Array, xo: number): void {
	for (let i = 0; i < y.length; i++) y[i] = (y[i] ?? 0) + s * (x[xo + i] ?? 0);
}

/** Rows taken at a time, so that the matrix passes through the processor's cache a quarter as often. */
const BLOCK = 4;

/** The upper half of a growing sum of c x x' over vectors x of length n; vectors wait until there are four. */
export class OuterSum {
	readonly n: number;
	readonly matrix: Float64Array;
	readonly #rows: Float64Array;
	readonly #factors = new Float64Array(BLOCK);
	#waiting = 0;

	constructor(n: number, matrix: Float64Array = new Float64Array(n * n)) {
		this.n = n;
		this.matrix = matrix;
		this.#rows = new Float64Array(BLOCK * n);
	}

	/** Adds c x x', x beginning at place `at` of `values`, less `centre`. */
	add(c: number, values: Float64Array, at: number, centre: Float64Array | null = null): void {
		const { n } = this;
		const to = this.#waiting * n;
		for (let i = 0; i < n; i++) this.#rows[to + i] = (values[at + i] ?? 0) - (centre?.[i] ?? 0);
		this.#factors[this.#waiting++] = c;
		if (this.#waiting === BLOCK) this.flush();
	}

	/** Takes in what still waits; the matrix is complete after this. */
	flush(): void {
		if (this.#waiting === 0) return;
		this.#rows.fill(0, this.#waiting * this.n);
		addFour(this.matrix, this.n, 0, this.#rows, 0, this.#factors);
		this.#waiting = 0;
	}
}

/**
 * G += f0 x0 x0' + ... + f3 x3 x3' in the upper half of G from row and column `from` on; the four x stand in `rows`, one
 * after the other from place `at`. Two rows of G at a time: each x that was read is used twice. Below the diagonal only
 * places beside it are written.
 */
function addFour(
	G: Float64Array,
	n: number,
	from: number,
	rows: Float64Array,
	at: number,
	factors: Float64Array,
): void {
	const [f0 = 0, f1 = 0, f2 = 0, f3 = 0] = factors;
	// Plain constants: a list taken apart in the loop would be made anew each time.
	const r0 = at;
	const r1 = r0 + n;
	const r2 = r1 + n;
	const r3 = r2 + n;
	let i = from;
	for (; i + 1 < n; i += 2) {
		const a0 = f0 * (rows[r0 + i] ?? 0);
		const a1 = f1 * (rows[r1 + i] ?? 0);
		const a2 = f2 * (rows[r2 + i] ?? 0);
		const a3 = f3 * (rows[r3 + i] ?? 0);
		const b0 = f0 * (rows[r0 + i + 1] ?? 0);
		const b1 = f1 * (rows[r1 + i + 1] ?? 0);
		const b2 = f2 * (rows[r2 + i + 1] ?? 0);
		const b3 = f3 * (rows[r3 + i + 1] ?? 0);
		for (let j = i, to = i * n + i; j < n; j++, to++) {
			const x0 = rows[r0 + j] ?? 0;
			const x1 = rows[r1 + j] ?? 0;
			const x2 = rows[r2 + j] ?? 0;
			const x3 = rows[r3 + j] ?? 0;
			G[to] = (G[to] ?? 0) + (a0 * x0 + a1 * x1) + (a2 * x2 + a3 * x3);
			G[to + n] = (G[to + n] ?? 0) + (b0 * x0 + b1 * x1) + (b2 * x2 + b3 * x3);
		}
	}
	if (i < n) addToCorner(G, n, rows, at, factors);
}

/** The last place of the diagonal, which an odd number of rows leaves over. */
function addToCorner(
	G: Float64Array,
	n: number,
	rows: Float64Array,
	at: number,
	factors: Float64Array,
): void {
	const corner = n * n - 1;
	factors.forEach((factor, k) => {
		G[corner] = (G[corner] ?? 0) + factor * (rows[at + k * n + n - 1] ?? 0) ** 2;
	});
}

/** Copies the upper half of a square matrix below its diagonal. */
export function mirror(G: Float64Array, n: number): void {
	for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) G[j * n + i] = G[i * n + j] ?? 0;
}

const TAKEN_OUT = new Float64Array(BLOCK).fill(-1);

/**
 * Cholesky: turns the upper half of a positive definite matrix into U with U'U = matrix, in place, four rows at a time.
 * False when a pivot is not positive: then the matrix is singular as far as rounding can tell.
 */
export function cholesky(G: Float64Array, n: number): boolean {
	let k = 0;
	for (; k + BLOCK <= n; k += BLOCK) {
		if (!factorRows(G, n, k, k + BLOCK)) return false;
		addFour(G, n, k + BLOCK, G, k * n, TAKEN_OUT);
	}
	return factorRows(G, n, k, n);
}

/** Rows `from` to below `until` of U, what the rows above contribute being taken out of the matrix already. */
function factorRows(G: Float64Array, n: number, from: number, until: number): boolean {
	for (let k = from; k < until; k++) {
		const row = k * n;
		const pivot = G[row + k] ?? 0;
		if (!(pivot > 0)) return false;
		const root = Math.sqrt(pivot);
		for (let j = k; j < n; j++) G[row + j] = (G[row + j] ?? 0) / root;
		for (let i = k + 1; i < until; i++) {
			const factor = G[row + i] ?? 0;
			for (let j = i; j < n; j++) G[i * n + j] = (G[i * n + j] ?? 0) - factor * (G[row + j] ?? 0);
		}
	}
	return true;
}

/** Solves U'U x = b in place, U from `cholesky`. */
export function solveCholesky(U: Float64Array, n: number, b: Float64Array): void {
	for (let k = 0; k < n; k++) {
		const value = (b[k] ?? 0) / (U[k * n + k] ?? 1);
		b[k] = value;
		for (let j = k + 1; j < n; j++) b[j] = (b[j] ?? 0) - value * (U[k * n + j] ?? 0);
	}
	for (let k = n - 1; k >= 0; k--)
		b[k] = ((b[k] ?? 0) - dot(U, k * n + k + 1, b, k + 1, n - k - 1)) / (U[k * n + k] ?? 1);
}
