import type { Finding, ReadResult, Row } from '../lib/tables/result.ts';
import { importKinds, isImportKind } from '../journey/1-registry/import-kinds.ts';
import type { Preview } from '../journey/1-registry/server/preview.ts';
import { type TakenRow, type WaitingRow, rowKey } from '../journey/1-registry/sort-rows.ts';
import type { PreviewRow } from '../ui/tables.ts';
import { factTitle, factValue } from './fact-view.ts';
import { formatMoment, formatNumber } from './format.ts';
import { fieldChoices, fieldWord, findingWords, valueWords } from './import-words.ts';
import { hasMessage, say } from './say.ts';

/** Rows of one list that a page shows; the rest is counted, and stands in the file to download. */
const SHOWN = 100;
const SAMPLE = 3;

/** A preview as its page shows it: the sentence first, then what needs a person, then what will happen. */
export function importView(preview: Preview) {
	const { import: sent, result, rows, lookAlikes, counts } = preview;
	const fields = fieldsByHeader(result);
	const problems = [
		...fileFindings(result),
		...rows.waiting.flatMap((row) => row.errors.map((error) => ({ row, error }))),
	];
	const warnings = result.warnings.map((warning) => previewRow(warning, rowOf(result, warning), fields));
	return {
		id: sent.id,
		kind: sent.kind,
		kindWord: isImportKind(sent.kind) ? say(`import.kind.${sent.kind}`) : sent.kind,
		state: sent.state,
		fileName: sent.fileName,
		sheets: result.sheets.filter(Boolean).join(', '),
		sentence: sentenceOf(preview),
		sent: say('import.sent-by', { moment: formatMoment(sent.createdAt), person: sent.sentBy ?? '' }),
		hash: sent.sha256.slice(0, 12),
		subjectId: sent.subjectId,
		goesToTest: isImportKind(sent.kind) && importKinds[sent.kind] === 'market-test',
		counts: countWords(counts),
		remarks: remarksOf(counts),
		stored: (counts.created ?? 0) + (counts.changed ?? 0),
		problems: problems
			.slice(0, SHOWN)
			.map(({ row, error }) => previewRow(error, row?.values, fields, 'stop')),
		moreProblems: Math.max(0, problems.length - SHOWN),
		waiting: rows.waiting.slice(0, SHOWN).map(waitingView),
		allRows: sent.decisions.allRows ?? '',
		lookAlikes: lookAlikes.slice(0, SHOWN).map((one) => lookAlikeView(one, sent.decisions.sameAs)),
		warnings: warnings.slice(0, SHOWN),
		moreWarnings: Math.max(0, warnings.length - SHOWN),
		columns: result.columns.map((column) => columnView(column)),
		usedColumns: result.columns.filter(({ field }) => field !== null).length,
		fieldChoices: fieldChoices(sent.kind),
		dateOrder: sent.told.date_order ?? '',
		sample: rows.taken.slice(0, SAMPLE).map((row) => sampleView(row)),
		changes: changesOf(preview).slice(0, SHOWN),
		skipped: result.skipped.filter(({ reason }) => reason !== 'blank').map(skippedWords),
		control: Object.entries(result.control).map(([name, value]) => ({
			name: hasMessage(`import.control.${name}`) ? say(`import.control.${name}`) : name,
			value: valueWords(name, value),
		})),
		hasWaiting: (counts.waiting ?? 0) > 0,
	};
}

export type ImportView = ReturnType<typeof importView>;

function sentenceOf({ import: sent, rows, lookAlikes }: Preview): string {
	if (sent.state === 'committed') return committedWords(sent.counts, sent.committedAt);
	const waiting = rows.waiting.length + lookAlikes.length;
	const ready = rows.taken.length - lookAlikes.length;
	if (ready + waiting === 0) return say('import.nothing');
	const counts = { ready: formatNumber(ready), waiting: formatNumber(waiting) };
	return waiting > 0 ? say('import.ready', counts) : say('import.ready-all', counts);
}

function committedWords(counts: Readonly<Record<string, number>>, at: Date | null): string {
	const moment = at ? formatMoment(at) : '';
	if (counts.created === undefined) return say('import.committed-other', { moment });
	const count = (name: string) => formatNumber(counts[name] ?? 0);
	return say('import.committed', {
		moment,
		created: count('created'),
		changed: count('changed'),
		left: count('left'),
	});
}

const figures = {
	created: ['import.created', 'import.created-detail'],
	changed: ['import.changed', 'import.changed-detail'],
	left: ['import.left', 'import.left-detail'],
	products: ['import.products-new', 'import.products-detail'],
	waiting: ['import.waiting', 'import.waiting-detail'],
	leftOut: ['import.left-out', 'import.left-out-detail'],
} as const;

const ALWAYS: readonly string[] = ['created', 'changed', 'left', 'waiting'];

function countWords(counts: Readonly<Record<string, number>>) {
	return Object.entries(figures).flatMap(([name, [title, detail]]) => {
		const count = counts[name];
		if (count === undefined || (count === 0 && !ALWAYS.includes(name))) return [];
		return [{ name: say(title), value: formatNumber(count), detail: say(detail) }];
	});
}

const remarks = {
	cleared: 'import.cleared',
	rounded: 'import.rounded',
	keptByHand: 'import.kept-by-hand',
	nameless: 'import.nameless',
} as const;

function remarksOf(counts: Readonly<Record<string, number>>): string[] {
	return Object.entries(remarks).flatMap(([name, code]) =>
		(counts[name] ?? 0) > 0 ? [say(code, { count: formatNumber(counts[name] ?? 0) })] : [],
	);
}

const fieldsByHeader = ({ columns }: ReadResult) =>
	new Map(columns.map(({ header, field }) => [header, field]));

const fileFindings = ({ errors }: ReadResult) =>
	errors.filter(({ row }) => row === null).map((error) => ({ row: undefined, error }));

function rowOf(result: ReadResult, { sheet, row }: Finding): Row | undefined {
	if (row === null) return undefined;
	const key = rowKey(sheet, row);
	return [...result.rows, ...result.rows_pending].find((one) => rowKey(one._sheet, one._row) === key);
}

function previewRow(
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

function rowTitle({ row, values, sheet }: TakenRow): string {
	const name = nameIn(values);
	const place = name ? say('import.row-named', { row, name: String(name) }) : say('import.row', { row });
	return values._sheet ? say('import.in-sheet', { sheet: sheet ?? '', place }) : place;
}

function waitingView(row: WaitingRow) {
	return {
		key: row.key,
		title: rowTitle(row),
		reasons: row.errors.map(({ message, ...found }) => findingWords(found) || message),
		hasOffer: row.errors.some(({ offer }) => offer !== undefined),
		decision: row.decision ?? '',
	};
}

function lookAlikeView(
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

function columnView({ header, field, suggestion, understoodAs }: ReadResult['columns'][number]) {
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

function sampleView(row: TakenRow) {
	const cells = Object.entries(row.values._cells ?? {}).filter(([field]) => !field.startsWith('_'));
	return {
		title: rowTitle(row),
		rows: cells
			.filter(([, { raw }]) => raw.trim() !== '')
			.map(([field, { cell, column, raw }]): PreviewRow => ({
				cell: `${cell} ${column}`,
				raw,
				understood: row.cleared.has(field) ? say('import.change-none') : valueWords(field, row.values[field]),
				remark: fieldWord(field),
			})),
	};
}

function changesOf({ planned }: Preview) {
	const words = (key: string, value: unknown) =>
		value === null ? say('import.change-none') : factValue(key, value);
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

function skippedWords({ rows, columns, sheets, sheet, reason }: ReadResult['skipped'][number]): string {
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

/** Every waiting row with why it waits, for the file to download. */
export function waitingReasons({ rows, lookAlikes }: Preview) {
	const inDoubt = rows.waiting.map(({ values, row, errors }) => ({
		sheet: values._sheet ?? null,
		row,
		why: errors.map(findingWords).join(' '),
	}));
	const alike = lookAlikes.map(({ incoming, candidates }) => ({
		sheet: null,
		row: incoming.row,
		why: say('import.same-title') + candidates.map(({ identity }) => `: ${identity.name}`).join(''),
	}));
	return [...inDoubt, ...alike].toSorted((a, b) => a.row - b.row);
}
