import type { Issue } from './findings.ts';
import type { Cell } from './grid.ts';
import type { Value } from './result.ts';

/** What a cell means. Without `value` the field stays open, and the row waits. */
export type Understood = {
	readonly value?: Value;
	/** Other fields that the same cell fills: a second phone number, a letter in the wrong column. */
	readonly also?: Readonly<Record<string, Value>>;
	readonly error?: Issue;
	readonly warning?: Issue;
};

export type CellReader = (cell: Cell) => Understood;

export const known = (value: Value, warning?: string): Understood =>
	warning === undefined ? { value } : { value, warning: { code: warning } };

export const UNKNOWN: Understood = { value: null };

export const refused = (code: string, params?: Issue['params'], offer?: Value): Understood => ({
	error: { code, ...(params ? { params } : {}), ...(offer === undefined ? {} : { offer }) },
});
