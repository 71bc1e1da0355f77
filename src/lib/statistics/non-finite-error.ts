/** A number in a table that is none: not a number, or infinite. Rows and columns count from 0. */
export class NonFiniteError extends RangeError {
	readonly table: string;
	readonly row: number;
	readonly column: number;

	constructor(table: string, row: number, column: number, value: number) {
		super(`${table}: row ${row}, column ${column} holds ${value}`);
		this.name = 'NonFiniteError';
		this.table = table;
		this.row = row;
		this.column = column;
	}
}

/**
 * Looks through a table kept row after row, `columns` wide.
 * @throws NonFiniteError at the first value that is no finite number
 */
export function assertFinite(table: string, values: Float64Array, columns: number): void {
	const found = values.findIndex((value) => !Number.isFinite(value));
	if (found >= 0)
		throw new NonFiniteError(
			table,
			Math.floor(found / columns),
			found % columns,
			values[found] ?? Number.NaN,
		);
}
