import type { ReadResult } from '../lib/tables/result.ts';
import { importKinds, isImportKind } from '../journey/1-registry/import-kinds.ts';
import type { Import } from '../journey/1-registry/server/imports.ts';
import type { Preview } from '../journey/1-registry/server/preview.ts';
import { type TakenRow, rowKey } from '../journey/1-registry/sort-rows.ts';
import { formatMoment, formatNumber } from './format.ts';
import {
	changesOf,
	columnView,
	decidedView,
	findingView,
	lookAlikeView,
	sampleView,
	skippedWords,
	waitingView,
} from './import-parts.ts';
import { fieldChoices, findingWords, valueWords } from './import-words.ts';
import { hasMessage, say } from './say.ts';

/** Rows of one list that a page shows; the rest is counted, and stands in the file to download. */
const SHOWN = 100;
const SAMPLE = 2;

/** A preview as its page shows it: the sentence first, then what will happen, then what needs a person. */
export function importView(preview: Preview) {
	const isOpen = preview.import.state === 'preview';
	return {
		...fileView(preview),
		...effectView(isOpen ? preview.counts : preview.import.counts),
		...findingsView(preview),
		...questionsView(preview),
		sample: isOpen ? readyRows(preview).slice(0, SAMPLE).map(sampleView) : [],
		changes: isOpen ? changesOf(preview).slice(0, SHOWN) : [],
		...readingView(preview.result),
	};
}

export type ImportView = ReturnType<typeof importView>;

function fileView(preview: Preview) {
	const { import: sent, result } = preview;
	const ofTest = isImportKind(sent.kind) && importKinds[sent.kind] === 'market-test';
	return {
		id: sent.id,
		kind: sent.kind,
		kindWord: say(`import.kind.${sent.kind}`),
		state: sent.state,
		fileName: sent.fileName,
		sheets: result.sheets.filter(Boolean).join(', '),
		sentence: sentenceOf(preview),
		sent: say('import.sent-by', { moment: formatMoment(sent.createdAt), person: sent.sentBy ?? '' }),
		hash: sent.sha256.slice(0, 12),
		/** The market test this is for; null for lists. */
		testId: ofTest ? sent.subjectId : null,
	};
}

function sentenceOf(preview: Preview): string {
	const { state, undoneAt } = preview.import;
	if (state === 'undone') return say('import.undone', { moment: undoneAt ? formatMoment(undoneAt) : '' });
	return state === 'committed' ? committedWords(preview.import) : readyWords(preview);
}

function readyWords(preview: Preview): string {
	const ready = readyRows(preview).length;
	const waiting = preview.rows.waiting.length + preview.lookAlikes.length;
	if (ready + waiting === 0) return say('import.nothing');
	const counts = { ready: formatNumber(ready), waiting: formatNumber(waiting) };
	return waiting > 0 ? say('import.ready', counts) : say('import.ready-all', counts);
}

function readyRows({ rows, lookAlikes }: Preview): readonly TakenRow[] {
	const unclear = new Set(lookAlikes.map(({ incoming }) => incoming.rowKey));
	return rows.taken.filter(({ key }) => !unclear.has(key));
}

function committedWords({ counts, committedAt }: Import): string {
	const moment = committedAt ? formatMoment(committedAt) : '';
	if (counts.created === undefined) return say('import.committed-other', { moment });
	const [created, changed, left] = [counts.created, counts.changed ?? 0, counts.left ?? 0].map((count) =>
		formatNumber(count),
	);
	return say('import.committed', {
		moment,
		created: created ?? '',
		changed: changed ?? '',
		left: left ?? '',
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

const remarks = {
	cleared: 'import.cleared',
	rounded: 'import.rounded',
	keptByHand: 'import.kept-by-hand',
	nameless: 'import.nameless',
} as const;

const ALWAYS: readonly string[] = ['created', 'changed', 'left', 'waiting'];

function effectView(counts: Readonly<Record<string, number>>) {
	const shown = Object.entries(figures).flatMap(([name, [title, detail]]) => {
		const count = counts[name];
		if (count === undefined || (count === 0 && !ALWAYS.includes(name))) return [];
		return [{ name: say(title), value: formatNumber(count), detail: say(detail) }];
	});
	const said = Object.entries(remarks).filter(([name]) => (counts[name] ?? 0) > 0);
	return {
		counts: shown,
		remarks: said.map(([name, code]) => say(code, { count: formatNumber(counts[name] ?? 0) })),
		stored: (counts.created ?? 0) + (counts.changed ?? 0),
	};
}

function findingsView({ result, rows }: Preview) {
	const fields = new Map(result.columns.map(({ header, field }) => [header, field]));
	const byKey = new Map(
		[...rows.taken, ...rows.waiting, ...rows.leftOut].map((row) => [row.key, row.values]),
	);
	const ofFile = result.errors.filter(({ row }) => row === null);
	const problems = [...ofFile, ...rows.waiting.flatMap(({ errors }) => errors)];
	const valuesOf = ({ sheet, row }: { sheet?: string; row: number | null }) => byKey.get(rowKey(sheet, row));
	return {
		problems: problems.slice(0, SHOWN).map((found) => findingView(found, valuesOf(found), fields, 'stop')),
		moreProblems: Math.max(0, problems.length - SHOWN),
		warnings: result.warnings.slice(0, SHOWN).map((found) => findingView(found, valuesOf(found), fields)),
		moreWarnings: Math.max(0, result.warnings.length - SHOWN),
	};
}

const DATE_ORDER = ['date/ambiguous-order', 'mixed-date-order', 'wrong-date-order'];

function questionsView(preview: Preview) {
	const { import: sent, result, rows, lookAlikes } = preview;
	const findings = [...result.errors, ...result.warnings];
	return {
		asksDateOrder: findings.some(({ code }) => DATE_ORDER.includes(code)),
		waiting: rows.waiting.slice(0, SHOWN).map(waitingView),
		decided: decidedView(preview),
		allRows: sent.decisions.allRows ?? '',
		lookAlikes: lookAlikes.slice(0, SHOWN).map((one) => lookAlikeView(one, sent.decisions.sameAs)),
		hasWaiting: rows.waiting.length + lookAlikes.length > 0,
		fieldChoices: fieldChoices(sent.kind),
		dateOrder: sent.told.date_order ?? '',
	};
}

function readingView({ columns, skipped, control }: ReadResult) {
	return {
		columns: columns.map(columnView),
		usedColumns: columns.filter(({ field }) => field !== null).length,
		skipped: skipped.filter(({ reason }) => reason !== 'blank').map(skippedWords),
		control: Object.entries(control).map(([name, value]) => ({
			name: hasMessage(`import.control.${name}`) ? say(`import.control.${name}`) : name,
			value: valueWords(name, value),
		})),
	};
}

/** Every waiting row with why it waits, for the file to download. */
export function waitingReasons({ rows, lookAlikes }: Preview) {
	const inDoubt = rows.waiting.map(({ saidSheet, row, errors }) => ({
		sheet: saidSheet,
		row,
		why: errors.map(findingWords).join(' '),
	}));
	const alike = lookAlikes.map(({ incoming, candidates }) => ({
		sheet: incoming.saidSheet,
		row: incoming.row,
		why: [say('import.same-title'), ...candidates.map(({ identity }) => identity.name)].join(': '),
	}));
	return [...inDoubt, ...alike].toSorted((a, b) => a.row - b.row);
}
