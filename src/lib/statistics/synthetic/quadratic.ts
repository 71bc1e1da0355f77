/**
 * A quadratic on the simplex: |A x - b|² + ridge |x|² over x >= 0 that sum to 1, known by A'A, A'b and b'b alone.
 */
export type Quadratic = {
	readonly n: number;
	/** Column k of A'A, without the ridge; it may be computed when first asked for. */
	column(k: number): Float64Array;
	/** The diagonal of A'A, known without its columns. */
	readonly diagonal: Float64Array;
	/** A'b. */
	readonly linear: Float64Array;
	/** b'b. */
	readonly square: number;
	readonly ridge: number;
};

/** A quadratic whose A'A stands ready, row after row. */
export function quadraticOf(
	gram: Float64Array,
	linear: Float64Array,
	square: number,
	ridge: number,
): Quadratic {
	const n = linear.length;
	const diagonal = linear.map((_, k) => gram[k * n + k] ?? 0);
	return { n, column: (k) => gram.subarray(k * n, (k + 1) * n), diagonal, linear, square, ridge };
}
