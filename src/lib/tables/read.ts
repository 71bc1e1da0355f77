import { type AreaIndex, type Area, indexAreas } from './areas/areas.ts';
import { emptyResult } from './assemble.ts';
import type { Context } from './context.ts';
import { finding } from './findings.ts';
import type { Kind } from './kinds.ts';
import { READERS } from './kinds/readers.ts';
import { open, type Opened } from './open.ts';
import type { Finding, Format, ReadResult, Told } from './result.ts';

export type ReadOptions = {
	/** Files beside the input: a product list, limits. What each is is seen from its content. */
	readonly context?: readonly Uint8Array[];
	readonly told?: Told;
	/** The areas of the programme, parsed by `parseAreas`; without them, names of areas stay as written. */
	readonly areas?: readonly Area[];
	/** Keep for every row the cells its values came from (`_cells`). */
	readonly cells?: boolean;
};

/**
 * Reads a file as a table of one kind. Nothing is guessed: what cannot be taken without a decision is in `errors`, its
 * row in `rows_pending`. A file that cannot be read at all is one error and nothing else.
 */
export async function read(kind: Kind, input: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
	const opened = await open(input);
	const empty = emptyResult(kind, opened);
	if (opened.problem) return { ...empty, errors: [fileFinding(opened.problem)] };
	const beside = await Promise.all((options.context ?? []).map(open));
	const answer = READERS[kind](opened.sheets, contextOf(opened, beside, options));
	return {
		...empty,
		...answer,
		warnings: [...fileWarnings(opened, options.told), ...(answer.warnings ?? [])],
	};
}

function contextOf(opened: Opened, beside: readonly Opened[], options: ReadOptions): Context {
	return {
		told: options.told ?? {},
		areas: options.areas ? indexOf(options.areas) : null,
		beside,
		isText: opened.format === 'csv' || opened.format === 'html',
		cells: options.cells === true,
	};
}

const indexes = new WeakMap<readonly Area[], AreaIndex>();

function indexOf(areas: readonly Area[]): AreaIndex {
	const index = indexes.get(areas) ?? indexAreas(areas);
	indexes.set(areas, index);
	return index;
}

const fileFinding = (code: string, value?: string): Finding =>
	finding({ row: null, column: null, ...(value === undefined ? {} : { value }) }, { code });

function fileWarnings(opened: Opened, told: Told | undefined): Finding[] {
	const remarks = opened.remarks.map((code) => fileFinding(code));
	const ending = /\.[a-z]+$/i.exec(told?.file_name ?? '')?.[0].toLowerCase();
	if (ending === undefined || ENDINGS[opened.format].includes(ending)) return remarks;
	return [...remarks, fileFinding('extension-does-not-match-content', ending)];
}

const ENDINGS: Readonly<Record<Format, readonly string[]>> = {
	csv: ['.csv', '.tsv', '.txt', '.tab', '.prn'],
	xlsx: ['.xlsx', '.xlsm', '.xltx'],
	ods: ['.ods', '.ots'],
	xls: ['.xls', '.xlt'],
	html: ['.html', '.htm'],
	json: ['.json'],
	jsonl: ['.jsonl', '.ndjson', '.json', '.txt'],
	unknown: [],
};
