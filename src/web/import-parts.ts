import type { Finding, ReadResult, Row } from '../lib/tables/result.ts';
import type { Preview } from '../journey/1-registry/server/preview.ts';
import type { TakenRow, WaitingRow } from '../journey/1-registry/sort-rows.ts';
import type { PreviewRow } from '../ui/tables.ts';
import { factTitle, factValue } from './fact-view.ts';
import { fieldWord, findingWords, valueWords } from './import-words.ts';
import { hasMessage, say } from './say.ts';

/** A finding beside what the file says and what was understood of it. */
export function findingView(
	found: Finding,
	row: Row | undefined,
	fields: ReadonlyMap<string, string | null>,
	tone?: PreviewRow['tone'],
): PreviewRow {
	const field = fields.get(found.column ?? '') ?? null;
	const value = field === null ? undefined : row?.[field];
	const isKnown = value !== null && value !== undefined;
	return {
		cell: placeWords(found),
		raw: found.value ?? '',
		understood: isKnown ? valueWords(field ?? '', value) : say('import.not-understood'),
		remark: findingWords(found),
		...(tone ? { tone } : {}),
	};
}

function placeWords({ row, column, sheet, params }: Finding): string {
	const cell = typeof params.cell === 'string' && params.cell !== '' ? params.cell : null;
	const where = row === null ? say('import.whole-file') : (cell ?? say('import.row', { row }));
	const place = [where, column].filter(Boolean).join(' ');
	return sheet ? say('import.in-sheet', { sheet, place }) : place;
}

const nameIn = (row: Row) =>
	[row.business, row.owner, row.store, row.store_code, row.product].find((name) => typeof name === 'string');

function rowTitle({ row, values, saidSheet }: TakenRow): string {
	const name = nameIn(values);
	const place = name ? say('import.row-named', { row, name: String(name) }) : say('import.row', { row });
	return saidSheet ? say('import.in-sheet', { sheet: saidSheet, place }) : place;
}

/** A row that waits, as a question. */
export function waitingView(row: WaitingRow) {
	return {
		key: row.key,
		title: rowTitle(row),
		reasons: row.errors.map(findingWords),
		hasOffer: row.errors.some(({ offer }) => offer !== undefined),
		decision: row.decision ?? '',
	};
}

/** What was decided about single rows, so that it can be taken back. */
export function decidedView({ import: { decisions }, rows }: Preview) {
	const all = [...rows.taken, ...rows.waiting, ...rows.leftOut];
	const titles = new Map(all.map((row) => [row.key, rowTitle(row)]));
	const takes = Object.entries(decisions.rows ?? {}).map(([key, take]) => ({
		key,
		name: `row.${key}`,
		choice: { value: take as string, label: say(`import.take.${take}`) },
	}));
	const same = Object.entries(decisions.sameAs ?? {}).map(([key, whom]) => ({
		key,
		name: `same.${key}`,
		choice: { value: whom, label: say(whom === 'new' ? 'import.same-new' : 'import.same-decided') },
	}));
	return [...takes, ...same].map(({ key, ...decided }) => ({ ...decided, title: titles.get(key) ?? key }));
}

/** A row that may be about somebody we know, as a question. */
export function lookAlikeView(
	{ incoming, candidates }: Preview['lookAlikes'][number],
	decided: Readonly<Record<string, string>> | undefined,
) {
	return {
		key: incoming.rowKey,
		title: say('import.row-named', { row: incoming.row, name: incoming.identity.name }),
		choices: [
			...candidates.map(({ id, identity }) => ({
				value: id,
				label: say('import.same-as', { name: identity.name }),
				detail: [identity.ownerName, identity.phone && valueWords('phone', identity.phone), identity.nik]
					.filter(Boolean)
					.join(', '),
			})),
			{ value: 'new', label: say('import.same-new') },
		],
		decided: decided?.[incoming.rowKey] ?? '',
	};
}

/** What a column was taken for, and how it was read. */
export function columnView({ header, field, suggestion, understoodAs }: ReadResult['columns'][number]) {
	const reads = [
		understoodAs?.dates && say(`import.reads-dates.${understoodAs.dates}`),
		understoodAs?.decimalMark &&
			say(`import.reads-decimal.${understoodAs.decimalMark === ',' ? 'comma' : 'dot'}`),
	];
	return {
		header,
		field: field ?? '',
		is: field ? say('import.column-is', { field: fieldWord(field) }) : say('import.column-unused'),
		reads: reads.filter(Boolean).join('. '),
		suggestion: suggestion ? say('import.column-suggested', { field: fieldWord(suggestion) }) : '',
		isUnused: field === null,
	};
}

/** A row cell by cell: what the file says and what was understood. */
export function sampleView(row: TakenRow) {
	return {
		title: rowTitle(row),
		rows: Object.entries(row.cells)
			.filter(([, { raw }]) => raw.trim() !== '')
			.map(([field, { cell, column, raw }]): PreviewRow => ({
				cell: `${cell} ${column}`,
				raw,
				understood: row.cleared.has(field) ? say('import.change-none') : valueWords(field, row.values[field]),
				remark: fieldWord(field),
			})),
	};
}

/** Every value that would change, with what it was. */
export function changesOf({ planned, areaNames }: Preview) {
	const words = (key: string, value: unknown) =>
		value === null ? say('import.change-none') : (areaNames.get(String(value)) ?? factValue(key, value));
	return planned
		.filter(({ action }) => action === 'change')
		.flatMap(({ incoming, changes, product }) =>
			[...changes, ...(product?.changes ?? [])].map(({ key, from, value, cell }) => ({
				who: incoming.identity.name,
				what: factTitle(key),
				from: words(key, from),
				to: words(key, value),
				cell,
			})),
		);
}

/** What was skipped and why, in one line. */
export function skippedWords({
	rows,
	columns,
	sheets,
	sheet,
	reason,
}: ReadResult['skipped'][number]): string {
	const code = `import.skip.${reason}`;
	const why = { reason: hasMessage(code) ? say(code) : reason };
	if (sheets) return say('import.skipped-sheets', { ...why, sheets: sheets.join(', ') });
	if (columns) return say('import.skipped-columns', { ...why, columns: columns.join(', ') });
	const place = say('import.skipped-rows', { ...why, rows: ranges(rows ?? []) });
	return sheet ? say('import.in-sheet', { sheet, place }) : place;
}

/** `1–3, 6` */
function ranges(rows: readonly number[]): string {
	const parts: [number, number][] = [];
	for (const row of rows) {
		const last = parts.at(-1);
		if (last && row === last[1] + 1) last[1] = row;
		else parts.push([row, row]);
	}
	return parts.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
