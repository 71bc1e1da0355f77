import { readRows } from './line.ts';

/** A long table as a panel: controls first, in the order of the file, then the treated. */
export type LongPanel = {
	readonly Y: Float64Array;
	readonly units: readonly string[];
	readonly N0: number;
	readonly T: number;
};

/** Reads a balanced long panel; `isTreated` says which units come last. */
export function longPanel(
	file: string,
	columns: { readonly unit: string; readonly time: string; readonly outcome: string },
	isTreated: (unit: string) => boolean,
): LongPanel {
	const rows = readRows(file);
	const names = [...new Set(rows.map((row) => row[columns.unit] ?? ''))];
	const units = [...names.filter((name) => !isTreated(name)), ...names.filter(isTreated)];
	const times = [...new Set(rows.map((row) => row[columns.time] ?? ''))].toSorted();
	const Y = new Float64Array(units.length * times.length).fill(Number.NaN);
	const rowOf = new Map(units.map((name, i) => [name, i]));
	const columnOf = new Map(times.map((time, t) => [time, t]));
	for (const row of rows) {
		const [i, t] = [rowOf.get(row[columns.unit] ?? '') ?? 0, columnOf.get(row[columns.time] ?? '') ?? 0];
		Y[i * times.length + t] = Number(row[columns.outcome]);
	}
	return { Y, units, N0: names.filter((name) => !isTreated(name)).length, T: times.length };
}
