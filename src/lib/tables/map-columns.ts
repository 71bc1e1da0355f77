import type { HeaderCell } from './find-header.ts';
import { headerScore } from './headers.ts';
import type { Field } from './spec.ts';

export type MappedColumn = { readonly index: number; readonly header: string; readonly field: Field | null };

export type Mapping = {
	readonly columns: readonly MappedColumn[];
	/** Column index → field that it may be. */
	readonly suggestions: ReadonlyMap<number, string>;
};

/** From here on a header counts as understood. */
export const UNDERSTOOD = 0.6;

type Candidate = { column: HeaderCell; field: Field; score: number; rank: number };

/**
 * Gives every column its field: the best-named pairs first, each field once. What somebody confirmed before
 * (`told`: header → field, '' = leave out) goes before everything. Columns that only count the rows are the field `no`.
 */
export function mapColumns(
	headers: readonly HeaderCell[],
	fields: readonly Field[],
	told: Readonly<Record<string, string>> = {},
	counters: ReadonlySet<number> = new Set(),
): Mapping {
	const chosen = new Map<number, Field | null>();
	const free = new Set(fields);
	for (const column of headers) {
		const name = told[column.header];
		if (name === undefined) continue;
		const field = fields.find((one) => one.name === name) ?? null;
		chosen.set(column.index, field);
		if (field) free.delete(field);
	}
	for (const index of counters) chosen.set(index, fields.find((one) => one.name === 'no') ?? null);
	const candidates = ranked(headers, fields);
	for (const { column, field, score } of candidates) {
		if (score < UNDERSTOOD || chosen.has(column.index) || !free.has(field)) continue;
		chosen.set(column.index, field);
		free.delete(field);
	}
	return {
		columns: headers.map(({ index, header }) => ({ index, header, field: chosen.get(index) ?? null })),
		suggestions: suggest(candidates, chosen),
	};
}

/** Under a header of several levels the lowest one counts by itself too: `ALAMAT KECAMATAN` is a district. */
function scoreOf({ header, own }: HeaderCell, field: Field): number {
	const whole = headerScore(header, field.phrases);
	return own === header ? whole : Math.max(whole, 0.9 * headerScore(own, field.phrases));
}

function ranked(headers: readonly HeaderCell[], fields: readonly Field[]): Candidate[] {
	const all = headers.flatMap((column) =>
		fields.map((field, rank) => ({ column, field, rank, score: scoreOf(column, field) })),
	);
	return all
		.filter((candidate) => candidate.score > 0)
		.sort((a, b) => b.score - a.score || a.rank - b.rank || a.column.index - b.column.index);
}

function suggest(candidates: readonly Candidate[], chosen: ReadonlyMap<number, Field | null>) {
	const suggestions = new Map<number, string>();
	for (const { column, field } of candidates)
		if (!chosen.get(column.index) && !suggestions.has(column.index))
			suggestions.set(column.index, field.name);
	return suggestions;
}
