import { daysBetween } from '#lib/calendar.ts';
import type { Context } from '../../context.ts';
import { addError, addWarning, cellOf, type Draft, rawText, textValue } from '../../draft.ts';
import { isBlank, oneLine, textOf } from '../../grid.ts';
import { isUnknown } from '../../numbers.ts';
import { readText } from '../../readers/text.ts';
import type { RecordKind } from '../../record-kind.ts';
import { field } from '../../spec.ts';
import { known } from '../../understood.ts';
import { documentNumber, keyOf } from './document-number.ts';
import { duration, endOf } from './duration.ts';
import { contradicts, type Listed, listedStatus, statusOn } from './status.ts';

const asWritten = { helper: true, reader: () => readText };

/** Registers of cooperation agreements. */
export const agreementList: RecordKind = {
	fields: [
		field('no', 'whole', 'nomor urut|urut'),
		field('kind', 'text', 'jenis|jenis kerja sama|jenis dokumen|jenis perjanjian|bentuk', {
			reader: () => (cell) => (isBlank(cell) ? known(null) : known(oneLine(textOf(cell)).toLowerCase())),
		}),
		field('parties', 'text', 'para pihak|pihak|pihak pihak|parties'),
		field('partner', 'text', 'mitra|mitra kerja sama|nama mitra|pihak kedua|pihak ketiga|partner', {
			required: true,
		}),
		field(
			'unit',
			'text',
			'opd|opd pemrakarsa|opd pelaksana|opd pengusul|perangkat daerah|dinas|unit kerja|skpd|unit|instansi|pemrakarsa',
		),
		field('subject', 'text', 'tentang|judul|perihal|objek|hal|subject|judul kerja sama|ruang lingkup'),
		field(
			'numbers',
			'text',
			'nomor perjanjian|nomor pks|nomor naskah|nomor dokumen|nomor surat|nomor kerja sama|nomor',
		),
		field('own_number', 'text', 'nomor pihak kesatu|nomor pemda|nomor kami|nomor pemkab'),
		field('partner_number', 'text', 'nomor mitra|nomor pihak kedua|nomor pihak ketiga'),
		field('mou', 'text', 'mou|nomor mou|kesepakatan bersama|nomor kesepakatan bersama|kb'),
		field('pks', 'text', 'pks|perjanjian kerja sama'),
		field(
			'signed',
			'date',
			'tanggal|tanggal tanda tangan|tanggal penandatanganan|ditandatangani|tanggal ttd|signed',
		),
		field('start', 'date', 'mulai|tanggal mulai|berlaku mulai|awal|start|tmt|tanggal berlaku'),
		field('end', 'date', 'akhir|berakhir|tanggal berakhir|tanggal akhir|sampai|berlaku sampai|end|selesai'),
		field('term', 'text', 'jangka waktu|masa berlaku|durasi|lama|waktu|duration', asWritten),
		field('listed', 'text', 'status|status di daftar|status kerja sama|keterangan status', asWritten),
		field('parent', 'text', 'induk|nomor induk|dokumen induk|pks induk', asWritten),
		field('value_idr', 'money', 'nilai|nilai kontrak|nilai kerja sama|anggaran'),
		field('note', 'text', 'keterangan|catatan|ket', { helper: true }),
	],
	listRule: settle,
};

function settle(drafts: readonly Draft[], context: Context): void {
	for (const draft of drafts) settleRow(draft, context);
	markRepeated(drafts);
	const { today } = context.told;
	const listed = new Map(drafts.map((draft) => [draft, listedAs(draft)]));
	findParents(drafts);
	extendByAddenda(drafts, listed);
	if (today !== undefined) for (const draft of drafts) settleStatus(draft, today, listed.get(draft) ?? null);
}

function settleRow(draft: Draft, context: Context): void {
	settleNumbers(draft);
	settleParties(draft);
	if (draft.columns.has('term')) settleTerm(draft, context);
	const [start, end] = [textValue(draft, 'start'), textValue(draft, 'end')];
	if (start !== '' && end !== '' && end < start)
		addError(draft, draft.columns.has('term') ? 'term' : 'end', { code: 'ends-before-start' });
}

/** The lines of one cell, without the words that only join them. */
function linesOf(draft: Draft, name: string): string[] {
	const lines = textOf(cellOf(draft, name)).split(/\n|;/).map(oneLine);
	return lines.filter((line) => !isUnknown(line) && !/^(dengan|dan|antara)$/i.test(line));
}

function settleNumbers(draft: Draft): void {
	if (!draft.columns.has('numbers')) return;
	const lines = linesOf(draft, 'numbers');
	const cell = cellOf(draft, 'numbers');
	draft.values.numbers = lines;
	if (textOf(cell).includes('\n')) return;
	const read = documentNumber(cell);
	if (read === null) return;
	if ('code' in read) return addError(draft, 'numbers', { code: read.code, params: { found: read.found } });
	const { number, key, year, month } = read;
	Object.assign(draft.values, { number, number_key: key, year, month });
}

function settleParties(draft: Draft): void {
	if (!draft.columns.has('parties')) return;
	const lines = linesOf(draft, 'parties');
	draft.values.parties = lines.length > 1 ? lines : lines.flatMap((line) => line.split(/\s+dengan\s+/i));
}

function settleTerm(draft: Draft, context: Context): void {
	const waits = listedAs(draft) === 'in-process' || textValue(draft, 'end') !== '';
	const read = duration(rawText(draft, 'term'), context.told.date_order ?? 'day-month-year');
	draft.values.duration_months = null;
	if (read === null) return waits ? undefined : addError(draft, 'term', { code: 'duration-missing' });
	if ('code' in read) return addError(draft, 'term', read);
	if (read.is === 'until') {
		if (read.from !== null) draft.values.start ??= read.from;
		draft.values.end = read.until;
		return;
	}
	const start = textValue(draft, 'start') || textValue(draft, 'signed');
	if (read.days === 0) draft.values.duration_months = read.months;
	if (start === '') return addError(draft, 'term', { code: 'start-missing' });
	draft.values.end = endOf(start, read);
}

/** Two rows with one number, however it is spelled. */
function markRepeated(drafts: readonly Draft[]): void {
	const seen = new Map<string, number>();
	for (const draft of drafts) {
		const key = textValue(draft, 'number_key');
		if (key === '') continue;
		const first = seen.get(key);
		if (first === undefined) seen.set(key, draft.row);
		else addError(draft, 'numbers', { code: 'duplicate-key', params: { first } });
	}
}

/** The register's own word: its status, or what a note says. */
function listedAs(draft: Draft): Listed {
	const own = listedStatus(rawText(draft, 'listed'));
	return own ?? (/proses/i.test(rawText(draft, 'note')) ? 'in-process' : null);
}

/** An addendum names its parent's number; a note says `turunan no. 1`. */
function findParents(drafts: readonly Draft[]): void {
	const byNumber = new Map(drafts.map((draft) => [textValue(draft, 'number_key'), draft]));
	for (const draft of drafts) {
		const named = byNumber.get(keyOf(rawText(draft, 'parent')));
		const counted = /turunan\s+(?:dari\s+)?no(?:mor)?\.?\s*(\d+)/i.exec(rawText(draft, 'note'))?.[1];
		const parent = rawText(draft, 'parent') === '' ? firstOfNumber(drafts, draft, counted) : named;
		if (parent && parent !== draft) draft.values.parent_row = parent.row;
	}
}

const firstOfNumber = (drafts: readonly Draft[], child: Draft, no: string | undefined) =>
	no === undefined ? undefined : drafts.find((draft) => draft !== child && draft.values.no === Number(no));

/** While an addendum runs, its parent runs. */
function extendByAddenda(drafts: readonly Draft[], listed: ReadonlyMap<Draft, Listed>): void {
	for (const draft of drafts) {
		const end = textValue(draft, 'end');
		const parent = drafts.find(({ row }) => row === draft.values.parent_row);
		if (!parent || end === '' || listed.get(draft) !== 'addendum') continue;
		const before = textValue(parent, 'end_effective') || textValue(parent, 'end');
		if (end > before) parent.values.end_effective = end;
	}
}

function settleStatus(draft: Draft, today: string, listed: Listed): void {
	const start = textValue(draft, 'start') || textValue(draft, 'signed');
	const end = textValue(draft, 'end_effective') || textValue(draft, 'end');
	const status = statusOn(today, { start: start || null, end: end || null, listed });
	draft.values.status = status;
	if (end !== '' && status !== 'addendum') draft.values.days_left = daysBetween(today, end);
	if (contradicts(status, listed))
		addWarning(draft, 'listed', { code: 'status-mismatch', params: { status: status ?? '' } });
}
