import { daysBetween, type LocalDate } from '#lib/calendar.ts';

export type AgreementStatus =
	| 'active'
	| 'expires-today'
	| 'expired'
	| 'not-started'
	| 'in-process'
	| 'addendum'
	| 'ended-early-or-mismatch';

/** What a register says about an agreement, in its own words. */
export type Listed = 'active' | 'ended' | 'in-process' | 'addendum' | null;

const WORDS: readonly (readonly [Exclude<Listed, null>, RegExp])[] = [
	['in-process', /proses|draf|pembahasan|pengajuan|belum ditandatangani|telaah/i],
	['addendum', /add?end?um|perubahan|perpanjangan/i],
	['ended', /selesai|berakhir|habis|kedaluwarsa|tidak aktif|tidak berlaku|non\s*-?\s*aktif|putus|expired/i],
	['active', /aktif|berlaku|berjalan|active/i],
];

export const listedStatus = (text: string): Listed =>
	WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

export type Term = {
	readonly start: LocalDate | null;
	readonly end: LocalDate | null;
	readonly listed: Listed;
};

/** The status on a day, from the dates. On its last day an agreement still holds. */
export function statusOn(today: LocalDate, { start, end, listed }: Term): AgreementStatus | null {
	if (listed === 'addendum') return 'addendum';
	if (end === null && listed === 'in-process') return 'in-process';
	if (end === null) return null;
	const left = daysBetween(today, end);
	if (left < 0) return 'expired';
	if (listed === 'ended') return 'ended-early-or-mismatch';
	if (start !== null && start > today) return 'not-started';
	return left === 0 ? 'expires-today' : 'active';
}

/** Does the register say something else than its dates? */
export function contradicts(status: AgreementStatus | null, listed: Listed): boolean {
	if (status === 'ended-early-or-mismatch') return true;
	return listed === 'active' && (status === 'expired' || status === 'not-started');
}
