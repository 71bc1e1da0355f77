import { assertFinite } from '../non-finite-error.ts';

/**
 * Rows of a panel without the controls that sold the product at any time: such a store was treated too. `focal` holds
 * the product's own sales, N0 controls first. Example: the second of three controls sells once: rows 0, 2 and the treated.
 * @throws NonFiniteError naming row and column
 */
export function rowsWithoutSellingControls(focal: Float64Array, T: number, N0: number): Int32Array {
	assertFinite('focal', focal, T);
	const rows = Int32Array.from({ length: focal.length / T }, (_, row) => row);
	return rows.filter(
		(row) => row >= N0 || focal.subarray(row * T, (row + 1) * T).every((units) => units === 0),
	);
}
