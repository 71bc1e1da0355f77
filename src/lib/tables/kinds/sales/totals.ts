import type { Draft } from '../../draft.ts';
import { finding } from '../../findings.ts';
import type { Table } from '../../find-table.ts';
import { textOf } from '../../grid.ts';
import { cellAddress } from '../../grid.ts';
import type { Finding } from '../../result.ts';
import type { CellReader } from '../../understood.ts';
import { exact } from './lines.ts';

/** A grand total that its lines do not add up to: lines may be missing. */
export function checkTotals(table: Table, sums: ReadonlyMap<number, Sum>, sheet: string | null): Finding[] {
	return table.totals
		.filter(({ reason }) => reason === 'total-row')
		.flatMap(({ row, cells }) => {
			const wrong = [...sums].filter(([index, sum]) => differs(cells[index], sum));
			if (wrong.length === 0) return [];
			const found = wrong.map(([index]) => `${cellAddress(index, row)} ${textOf(cells[index])}`).join(', ');
			const computed = wrong.map(([, { taken }]) => exact(taken)).join(', ');
			const place = { row, column: null, ...(sheet ? { sheet } : {}) };
			return [finding(place, { code: 'control-total-mismatch', params: { found, computed } })];
		});
}

/** What a column adds up to: over the lines taken, and over all its lines. */
export type Sum = { readonly read: CellReader; taken: number; all: number };

function differs(cell: unknown, { read, taken, all }: Sum): boolean {
	const { value } = read(cell as Parameters<CellReader>[0]);
	if (typeof value !== 'number') return false;
	const near = (sum: number) => Math.abs(sum - value) <= Math.max(0.5, Math.abs(value) * 1e-6);
	return !near(taken) && !near(all);
}

/** Adds up, for each column that is an amount, what its lines say. */
export function columnSums(
	drafts: readonly Draft[],
	readers: ReadonlyMap<number, CellReader>,
): Map<number, Sum> {
	const sums = new Map(
		[...readers].map(([index, read]): [number, Sum] => [index, { read, taken: 0, all: 0 }]),
	);
	for (const draft of drafts)
		for (const [index, sum] of sums) {
			const { value } = sum.read(draft.cells[index] ?? '');
			if (typeof value !== 'number') continue;
			sum.all += value;
			if (draft.skip === null && draft.errors.length === 0) sum.taken += value;
		}
	return sums;
}
