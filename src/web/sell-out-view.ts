import type { Brought } from '../journey/7-market-test/server/bring-sell-out.ts';
import type { ImportFinding } from '../journey/1-registry/server/import-findings.ts';
import type { Import } from '../journey/1-registry/server/imports.ts';
import { formatRupiah } from '../lib/money.ts';
import { progressOf } from '../server/progress.ts';
import { formatMoment, formatNumber } from './format.ts';
import { fieldWord, findingWords } from './import-words.ts';
import { say } from './say.ts';

/** A long sell-out file as its page shows it. */
export function sellOutView(sent: Import, findings: readonly ImportFinding[]) {
	const found = isBrought(sent.understood) ? sent.understood : null;
	const at = progressOf(sent.id);
	return {
		id: sent.id,
		fileName: sent.fileName,
		state: sent.state,
		isRead: found !== null,
		sentence: sentence(sent, found),
		sent: say('import.sent-by', { moment: formatMoment(sent.createdAt), person: sent.sentBy ?? '' }),
		/** Set while this server reads the file: the page looks again by itself. */
		progress: at && say('sell-out.reading', { share: String(Math.floor((100 * at.done) / at.of)) }),
		counts: found ? countsOf(found) : [],
		remarks:
			found && found.rounded > 0 ? [say('import.rounded', { count: formatNumber(found.rounded) })] : [],
		stored: found ? found.created + found.changed : 0,
		columns: (found?.columns ?? []).map(({ header, field }) => ({
			header,
			field: field === null ? say('import.column-unused') : fieldWord(field),
		})),
		reasons: Object.entries(found?.reasons ?? {})
			.toSorted(([, a], [, b]) => b - a)
			.map(([code, count]) => ({ reason: reasonWords(code), count: formatNumber(count) })),
		findings: findings.map((one) => ({
			line: formatNumber(one.line),
			column: one.column ?? '',
			value: one.value ?? '',
			reason: findingWords({ ...one, params: { value: one.value ?? '', ...one.params } }),
		})),
		waiting: found?.waiting ?? 0,
	};
}

/** Words of a reason without the cell it was found in. */
const reasonWords = (code: string) => findingWords({ code, params: ANY_CELL });

const ANY_CELL = Object.fromEntries(
	['value', 'min', 'max', 'first', 'second', 'expected', 'found', 'text', 'computed', 'weeks', 'unit'].map(
		(name) => [name, '…'],
	),
);

function isBrought(understood: unknown): understood is Brought {
	return typeof understood === 'object' && understood !== null && 'waiting' in understood;
}

function sentence({ state, committedAt, undoneAt }: Import, found: Brought | null): string {
	const counts = {
		days: formatNumber((found?.created ?? 0) + (found?.changed ?? 0)),
		waiting: formatNumber(found?.waiting ?? 0),
	};
	if (state === 'undone') return say('import.undone', { moment: undoneAt ? formatMoment(undoneAt) : '' });
	if (state === 'committed')
		return say('sell-out.committed', { ...counts, moment: committedAt ? formatMoment(committedAt) : '' });
	return found ? say('sell-out.ready', counts) : say('sell-out.unread');
}

function countsOf(found: Brought) {
	return [
		{
			name: say('sell-out.created'),
			value: formatNumber(found.created),
			detail: say('sell-out.created-detail'),
		},
		{
			name: say('sell-out.changed'),
			value: formatNumber(found.changed),
			detail: say('sell-out.changed-detail'),
		},
		{ name: say('sell-out.left'), value: formatNumber(found.left), detail: say('sell-out.left-detail') },
		{
			name: say('sell-out.waiting'),
			value: formatNumber(found.waiting),
			detail: say('sell-out.waiting-detail'),
		},
		{ name: say('sell-out.units'), value: formatNumber(found.units), detail: say('sell-out.units-detail') },
		{
			name: say('sell-out.amount'),
			value: formatRupiah(found.amountIdr),
			detail: say('sell-out.amount-detail'),
		},
	];
}
