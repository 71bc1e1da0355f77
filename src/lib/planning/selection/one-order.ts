/**
 * The rows of a table in an order that depends on what they hold and not on where they stand: by stratum, then by
 * features, then by the rest. So a list of stores sorted another way gives the same draw. Equal rows keep their order.
 */
export function oneOrder(
	strata: Int32Array,
	tables: readonly { readonly values: ArrayLike<number>; readonly columns: number }[],
): Int32Array {
	return Int32Array.from(strata.keys()).sort((i, j) => {
		const byStratum = (strata[i] ?? 0) - (strata[j] ?? 0);
		if (byStratum !== 0) return byStratum;
		for (const { values, columns } of tables)
			for (let k = 0; k < columns; k++) {
				const difference = known(values[i * columns + k]) - known(values[j * columns + k]);
				if (difference !== 0 && !Number.isNaN(difference)) return difference;
			}
		return i - j;
	});
}

/** What is unknown comes last. */
function known(value = 0): number {
	return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

/** The rows of a table in another order. */
export function inOrder<A extends Float64Array | Uint8Array | Int32Array>(
	order: Int32Array,
	values: A,
	columns: number,
	into: A,
): A {
	order.forEach((i, at) => {
		for (let k = 0; k < columns; k++) into[at * columns + k] = values[i * columns + k] ?? 0;
	});
	return into;
}
