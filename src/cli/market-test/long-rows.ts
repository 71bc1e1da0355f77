import { isBlank, oneLine, textOf, type Cell } from '#lib/tables/grid.ts';
import { open } from '#lib/tables/open.ts';
import type { LongRow } from '#lib/statistics/synthetic/long-panel.ts';
import { m } from '#messages/messages.js';

/** Headers of the columns of a long panel, as its file writes them. */
export type LongColumns = {
	readonly unit: string;
	readonly time: string;
	readonly outcome: string;
	readonly treated: string | null;
};

/**
 * The lines of a long table, from any file that the reader opens; its first line holds the headers.
 * @throws Error with one sentence when the file cannot be opened or a column is not there
 */
export async function longRows(bytes: Uint8Array, columns: LongColumns): Promise<LongRow[]> {
	const { sheets, problem } = await open(bytes);
	const grid = sheets[0]?.rows ?? [];
	if (problem !== null || grid.length === 0) throw new Error(m['market-test-report.effect.empty']());
	const headers = (grid[0] ?? []).map((cell) => oneLine(textOf(cell)));
	const at = (header: string) => {
		const index = headers.indexOf(header);
		if (index < 0)
			throw new Error(m['market-test-report.no-column']({ column: header, columns: headers.join(', ') }));
		return index;
	};
	const [unit, time, outcome] = [at(columns.unit), at(columns.time), at(columns.outcome)];
	const treated = columns.treated === null ? null : at(columns.treated);
	return grid.slice(1).flatMap((row, i): LongRow[] => {
		if (row.every((cell) => isBlank(cell))) return [];
		const text = (index: number) => oneLine(plainText(row[index]));
		return [
			{
				unit: text(unit),
				time: text(time),
				outcome: text(outcome),
				treated: treated === null ? null : text(treated),
				line: i + 2,
			},
		];
	});
}

/** A number of a workbook with all its digits, not as it is shown. */
function plainText(cell: Cell | undefined): string {
	return typeof cell === 'object' && cell.type === 'number' ? String(cell.value) : textOf(cell);
}
