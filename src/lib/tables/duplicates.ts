import { addError, type Draft, textValue } from './draft.ts';
import { oneLine } from './grid.ts';

/** Titles people put before or after a name; they do not make another person. */
const TITLES = /\b(hj?|haji|hajah|kh|drs?|dra|ir|st|se|sh|spd|s\.?pd|mm|bpk|bapak|ibu|sdr)\b\.?/gi;

const nameKey = (text: string) =>
	oneLine(text.replace(TITLES, ' '))
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * One business written twice: the same NIK, or the same phone, together with the same name. The second row waits.
 * The same name alone proves nothing, and one person may have two businesses.
 */
export function markDuplicates(drafts: readonly Draft[]): void {
	const seen = new Map<string, Draft>();
	for (const draft of drafts) {
		const keys = keysOf(draft);
		const first = keys.map((key) => seen.get(key)).find((other) => other !== undefined);
		for (const key of keys) if (!seen.has(key)) seen.set(key, draft);
		if (!first) continue;
		const field = textValue(draft, 'nik') === '' ? 'phone' : 'nik';
		const nik = textValue(draft, field);
		addError(draft, field, { code: 'duplicate-key', params: { first: first.row } });
		Object.assign(draft.values, { [field]: nik, same_as_row: first.row });
	}
}

function keysOf(draft: Draft): string[] {
	const names = ['owner', 'business'].map((field) => nameKey(textValue(draft, field))).filter(Boolean);
	const numbers = ['nik', 'phone'].map((field) => textValue(draft, field)).filter(Boolean);
	return numbers.flatMap((number) => names.map((name) => `${number} ${name}`));
}
