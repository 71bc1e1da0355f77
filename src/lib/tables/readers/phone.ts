import { type Cell, oneLine } from '../grid.ts';
import { known, refused, UNKNOWN, type Understood } from '../understood.ts';
import { identifierText } from './identifiers.ts';

/** Numbers as `+62…`; a second one in the cell is the second phone. */
export function readPhone(cell: Cell): Understood {
	const found = identifierText(cell);
	if (found === null) return UNKNOWN;
	if ('problem' in found) return refused(found.problem);
	const parts = split(found.text);
	const [first, second] = parts.map(one);
	if (!first) return refused('non-digit');
	if (!second || second.error || typeof second.value !== 'string') return first;
	return { ...first, also: { phone2: second.value } };
}

/** `0812…/0813…`; a slash inside one number (`0812/0000`) leaves pieces that are no numbers. */
function split(text: string): string[] {
	const words = oneLine(text).replace(/\b(wa|hp|telp?|tlp|tsel|whatsapp|no)\b\.?\s*:?/gi, ' ');
	const parts = words
		.split(/[/,;&\n]|\bdan\b|\batau\b/i)
		.map((part) => part.trim())
		.filter(Boolean);
	return parts.length > 1 && parts.every((part) => part.replace(/\D/g, '').length >= 7)
		? parts
		: [parts.join('')];
}

function one(text: string): Understood {
	const bare = text.replace(/[\s.\-–()[\]+]/g, '');
	if (/\D/.test(bare)) return refused(/[a-z]/i.test(bare) ? 'letter-for-digit' : 'non-digit');
	if (/^\s*\+/.test(text) && !bare.startsWith('62')) return refused('identifier/foreign-number');
	const { national, warning } = nationalNumber(bare);
	if (national === null) return refused('identifier/area-code-missing');
	return withKind(national, warning);
}

/** The number without country code and leading zero. */
function nationalNumber(digits: string): { national: string | null; warning?: string } {
	if (/^620/.test(digits)) return { national: digits.slice(3), warning: 'double-prefix' };
	if (/^62/.test(digits) && digits.length >= 10) return { national: digits.slice(2) };
	if (digits.startsWith('0')) return { national: digits.slice(1) };
	return digits.startsWith('8') ? { national: digits, warning: 'leading-zero-lost' } : { national: null };
}

function withKind(national: string, warning: string | undefined): Understood {
	const mobile = /^8[1-9]/.test(national);
	const [shortest, longest] = mobile ? [9, 12] : [8, 11];
	if (national.length < shortest || national.length > longest)
		return refused('wrong-length', {
			found: national.length + 1,
			expected: `${shortest + 1}–${longest + 1}`,
		});
	if (!mobile && !/^[2-79]/.test(national)) return refused('identifier/area-code-missing');
	const short = mobile && national.length === 9 ? 'possibly-too-short' : undefined;
	return known(`+62${national}`, warning ?? short ?? (mobile ? undefined : 'landline'));
}
