// The cases of tests/cases, read in this process: input, answer, and the comparer that judges it.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseAreas } from '#lib/tables/areas/areas.ts';
import { isKind } from '#lib/tables/kinds.ts';
import { read } from '#lib/tables/read.ts';
import type { ReadResult, Row, Told } from '#lib/tables/result.ts';

const FOLDER = fileURLToPath(new URL('cases', import.meta.url));
const AREAS = fileURLToPath(new URL('../db/areas/oki-areas.csv', import.meta.url));

export const areas = parseAreas(readFileSync(AREAS, 'utf8'));

/** What a case expects, as far as the tests name it. */
export type Expected = {
	readonly kind: string;
	readonly file: string;
	readonly context_files?: readonly string[];
	readonly told_by_user?: Told;
	readonly must_not: readonly string[];
};

type Verdict = { readonly ok: boolean; readonly differences: readonly string[] };
type Comparer = { readonly judge: (want: Expected, got: ReadResult) => Verdict };

const comparer: Comparer = await import(pathToFileURL(join(FOLDER, 'compare.mjs')).href);

/** `msme/dates-every-spelling`, …: every folder with an answer in it. */
export const caseNames: readonly string[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('expected.json'))
	.map((path) => path.slice(0, -'/expected.json'.length))
	.filter((name) => !name.startsWith('planted'))
	.sort();

export function expectedOf(name: string): Expected {
	const expected: Expected = JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8'));
	return expected;
}

/** What the reader makes of a case: it sees the bytes, never the name. */
export async function readCase(name: string): Promise<ReadResult> {
	const { kind, file, context_files: beside = [], told_by_user: told = {} } = expectedOf(name);
	if (!isKind(kind)) throw new Error(`${name}: no such kind as ${kind}`);
	return read(kind, readFileSync(join(FOLDER, name, file)), {
		context: beside.map((other) => readFileSync(join(FOLDER, name, other))),
		told: { ...told, file_name: `data${extname(file)}` },
		areas,
	});
}

/** What differs from the answer worked out by hand; nothing when the case passes. */
export async function differencesIn(name: string): Promise<readonly string[]> {
	return comparer.judge(expectedOf(name), await readCase(name)).differences;
}

/** The row of a number, taken or waiting. */
export function rowOf(result: ReadResult, number: number): Row {
	const row = [...result.rows, ...result.rows_pending].find(({ _row }) => _row === number);
	if (!row) throw new Error(`there is no row ${number}`);
	return row;
}

/** Codes of the findings of a row, errors and warnings. */
export function codesOf(result: ReadResult, number: number | null): string[] {
	return [...result.errors, ...result.warnings].filter(({ row }) => row === number).map(({ code }) => code);
}

export const isTaken = (result: ReadResult, number: number): boolean =>
	result.rows.some(({ _row }) => _row === number);

/** Everything that was read, as one text: for saying what must not occur in it. */
export function allText({ rows, rows_pending: pending, daily }: ReadResult): string {
	return JSON.stringify([rows, pending, daily]);
}
