import { oneLine } from '../grid.ts';
import { editDistance } from '../edit-distance.ts';
import type { Area } from './areas.ts';

/** How sure a name was recognised. Only the last two deserve a look. */
export type NameMatch = {
	readonly area: Area;
	readonly how: 'exact' | 'abbreviated' | 'other-name' | 'fuzzy';
};

/** Words of a place name in small letters: `Jua-jua` is `jua jua`. */
export function nameWords(text: string): string[] {
	return oneLine(text.normalize('NFKD'))
		.toLowerCase()
		.replace(/[\u0300-\u036f'’]/g, '')
		.split(/[^a-z0-9]+/)
		.filter(Boolean)
		.map((word) => SHORT_FORMS[word] ?? word);
}

// Short forms on Indonesian maps that are no abbreviation by letters.
const SHORT_FORMS: Readonly<Record<string, string>> = { sei: 'sungai', sie: 'sungai' };

export const nameKey = (text: string): string => nameWords(text).join('');

/**
 * Areas that a text can name: by name, by another name, by abbreviation, by one letter more or less. The surest way
 * that finds anything decides; several areas in the answer mean that the text does not say which.
 * Never by the beginning of a name: Lempuing is not Lempuing Jaya.
 */
export function matchName(text: string, areas: readonly Area[]): NameMatch[] {
	const words = nameWords(text);
	const key = words.join('');
	if (key === '') return [];
	const by = (how: NameMatch['how'], test: (area: Area) => boolean): NameMatch[] =>
		areas.filter(test).map((area) => ({ area, how }));
	const ways = [
		() => by('exact', (area) => nameKey(area.name) === key),
		() => by('other-name', (area) => area.otherNames.some((name) => nameKey(name) === key)),
		() => by('fuzzy', (area) => isTypo(key, area, 1)),
		() => by('abbreviated', (area) => abbreviates(words, nameWords(area.name))),
		() => by('fuzzy', (area) => isTypo(key, area, 2)),
	];
	for (const way of ways) {
		const found = way();
		if (found.length > 0) return found;
	}
	return [];
}

/** One letter wrong in a word of at least six; two in one of twelve. */
function isTypo(key: string, area: Area, most: number): boolean {
	const allowed = Math.min(most, key.length >= 12 ? 2 : key.length >= 6 ? 1 : 0);
	const names = [area.name, ...area.otherNames].map(nameKey);
	return allowed > 0 && names.some((name) => name.length >= 6 && editDistance(key, name, allowed) <= allowed);
}

/** `Pkl. Lampam`, `Mesuji Mkmr`, `SP Padang`: word by word, or the first letters of several words at once. */
function abbreviates(short: readonly string[], full: readonly string[]): boolean {
	if (short.length === full.length) {
		const whole = short.filter((word, i) => word === full[i]).length;
		return whole > 0 && short.every((word, i) => word === full[i] || shortens(word, full[i] ?? ''));
	}
	const [initials = '', ...rest] = short;
	const skipped = full.length - rest.length;
	if (rest.length === 0 || skipped < 2 || initials.length !== skipped) return false;
	const letters = full.slice(0, skipped).map((word) => word[0]);
	return initials === letters.join('') && rest.every((word, i) => word === full[skipped + i]);
}

/** Letters of a word left out, never its first: `mkmr` for `makmur`. */
function shortens(short: string, word: string): boolean {
	if (short.length >= word.length || short.length < 2 || short[0] !== word[0]) return false;
	let at = 0;
	for (const letter of short) {
		at = word.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}

/** `OKI` for Ogan Komering Ilir. */
export function areInitials(text: string, area: Area): boolean {
	const words = nameWords(area.name);
	return words.length > 1 && nameKey(text) === words.map((word) => word[0]).join('');
}
