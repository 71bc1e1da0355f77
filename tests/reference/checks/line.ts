import { readFileSync } from 'node:fs';

/** One binding value of the references beside ours. */
export type Line = {
	/** The reference file, and where in it the value stands. */
	readonly file: string;
	readonly path: string;
	readonly ours: number;
	readonly listed: number;
	readonly tolerance: Tolerance;
};

/** `abs`: |ours - listed| <= by; `rel`: |ours/listed - 1| <= by; `at most`: ours <= listed (1 + by); `or`: either. */
export type Tolerance =
	| { readonly kind: 'abs' | 'rel' | 'at most'; readonly by: number }
	| { readonly kind: 'or'; readonly rel: number; readonly abs: number };

export const abs = (by: number): Tolerance => ({ kind: 'abs', by });
export const rel = (by: number): Tolerance => ({ kind: 'rel', by });
export const atMost = (by: number): Tolerance => ({ kind: 'at most', by });

export function passes({ ours, listed, tolerance }: Line): boolean {
	switch (tolerance.kind) {
		case 'abs':
			return Math.abs(ours - listed) <= tolerance.by;
		case 'rel':
			return Math.abs(ours / listed - 1) <= tolerance.by;
		case 'at most':
			return ours <= listed + Math.abs(listed) * tolerance.by;
		case 'or':
			return Math.abs(ours / listed - 1) <= tolerance.rel || Math.abs(ours - listed) <= tolerance.abs;
	}
}

export function asText(line: Line): string {
	const { file, path, ours, listed, tolerance } = line;
	const bar =
		tolerance.kind === 'or'
			? `rel ${tolerance.rel} or abs ${tolerance.abs}`
			: `${tolerance.kind} ${tolerance.by}`;
	return `${passes(line) ? 'pass' : 'FAIL'}  ${file}  ${path}  ours ${ours}  listed ${listed}  ${bar}`;
}

/** A maker of lines for one file. */
export function linesOf(file: string) {
	return (path: string, ours: number | undefined, listed: number, tolerance: Tolerance): Line => ({
		file,
		path,
		ours: ours ?? Number.NaN,
		listed,
		tolerance,
	});
}

const folder = new URL('../', import.meta.url);

/** A reference file, typed by who reads it. */
export function readReference<T>(name: string): T {
	return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as T;
}

/** Rows of a CSV file by column name; a cell with a comma stands in quotes. */
export function readRows(name: string): Record<string, string>[] {
	const [head = '', ...rows] = readFileSync(new URL(`${name}.csv`, folder), 'utf8')
		.trim()
		.split(/\r?\n/);
	const columns = head.split(',');
	return rows.map((row) => {
		const cells = [...row.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
			([, quoted, plain]) => quoted ?? plain,
		);
		return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
	});
}
