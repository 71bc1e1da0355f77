import { addError, addWarning, type Draft, textValue } from './draft.ts';
import { oneLine } from './grid.ts';

/** Titles people put before or after a name; they do not make another person. */
const TITLES = /\b(hj?|haji|hajah|kh|drs?|dra|ir|st|se|sh|spd|s\.?pd|mm|bpk|bapak|ibu|sdr)\b\.?/gi;

const nameKey = (text: string) =>
	oneLine(text.replace(TITLES, ' '))
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * One business written twice: the same NIK or phone, and no name that differs. The second row waits. Where a form says when
 * each was sent, the later answer replaces the earlier one. The same name alone proves nothing, and one person may have
 * two businesses.
 */
export function markDuplicates(drafts: readonly Draft[]): void {
	const byNumber = new Map<string, Draft[]>();
	for (const draft of drafts) {
		const numbers = ['nik', 'phone'].map((field) => textValue(draft, field)).filter(Boolean);
		const before = numbers.flatMap((number) => byNumber.get(number) ?? []);
		const same = before.findLast((other) => other.skip === null && isSame(draft, other));
		if (same) settleRepeated(draft, same);
		else if (before.some((other) => sharesOwner(draft, other)))
			addWarning(draft, 'nik', { code: 'same-owner', params: { first: before[0]?.row ?? '' } });
		for (const number of numbers) byNumber.set(number, [...(byNumber.get(number) ?? []), draft]);
	}
}

const nameIn = (draft: Draft, field: string) => nameKey(textValue(draft, field));

/** Names of a field agree when they are equal or one is not given. */
const agree = (a: Draft, b: Draft, field: string) =>
	nameIn(a, field) === '' || nameIn(b, field) === '' || nameIn(a, field) === nameIn(b, field);

function isSame(a: Draft, b: Draft): boolean {
	const named = ['business', 'owner'].some(
		(field) => nameIn(a, field) !== '' && nameIn(a, field) === nameIn(b, field),
	);
	return (
		named && agree(a, b, 'business') && (agree(a, b, 'owner') || textValue(a, 'nik') === textValue(b, 'nik'))
	);
}

const sharesOwner = (a: Draft, b: Draft) =>
	textValue(a, 'nik') !== '' && textValue(a, 'nik') === textValue(b, 'nik');

function settleRepeated(draft: Draft, earlier: Draft): void {
	const [sent, before] = [textValue(draft, 'submitted'), textValue(earlier, 'submitted')];
	if (sent !== '' && before !== '' && sent !== before) return replace(draft, earlier, sent > before);
	const field = textValue(draft, 'nik') === '' ? 'phone' : 'nik';
	const number = textValue(draft, field);
	addError(draft, field, { code: 'duplicate-key', params: { first: earlier.row } });
	Object.assign(draft.values, { [field]: number, same_as_row: earlier.row });
}

function replace(draft: Draft, other: Draft, isLater: boolean): void {
	const [kept, left] = isLater ? [draft, other] : [other, draft];
	left.skip = 'superseded';
	left.errors.length = 0;
	kept.values.replaces_row = left.row;
}
