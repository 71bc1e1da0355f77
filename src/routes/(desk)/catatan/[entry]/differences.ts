type Row = Readonly<Record<string, unknown>>;

/** One column of one row, as it was and as it became; null where it was empty or not there. */
export type Difference = {
	readonly column: string;
	readonly before: string | null;
	readonly after: string | null;
};

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const written = (value: unknown): string | null =>
	value === null || value === undefined
		? null
		: typeof value === 'object'
			? JSON.stringify(value)
			: String(value);

/** What each change really changed, column by column. */
export function differences(
	changes: readonly { readonly table: string; readonly before: unknown; readonly after: unknown }[],
): Difference[] {
	return changes.flatMap(({ table, before, after }) => {
		const was = isRow(before) ? before : {};
		const is = isRow(after) ? after : {};
		return [...new Set([...Object.keys(was), ...Object.keys(is)])]
			.map((name) => ({ column: `${table}.${name}`, before: written(was[name]), after: written(is[name]) }))
			.filter((column) => column.before !== column.after);
	});
}
