import type { Area, AreaIndex } from './areas.ts';

/** A Kemendagri code in its written form, `16.02.05.1002`; `padded` when zeros had to be put back. null: no code. */
export type AreaCode = { readonly code: string; readonly padded: boolean } | null;

const WIDTHS = [2, 2, 2, 4];

/** Reads `1602051002`, `16.02.05.1002` and `16.2.5.1002` alike. */
export function areaCode(text: string): AreaCode {
	const tidy = text.trim();
	if (/^\d+(\.\d+){1,3}$/.test(tidy)) return fromParts(tidy.split('.'));
	if (!/^(\d{2}|\d{4}|\d{6}|\d{10})$/.test(tidy)) return null;
	const parts = [tidy.slice(0, 2), tidy.slice(2, 4), tidy.slice(4, 6), tidy.slice(6)].filter(Boolean);
	return { code: parts.join('.'), padded: false };
}

function fromParts(parts: readonly string[]): AreaCode {
	if (parts.some((part, i) => part.length > (WIDTHS[i] ?? 0))) return null;
	const full = parts.map((part, i) => part.padStart(WIDTHS[i] ?? 2, '0'));
	return { code: full.join('.'), padded: full.some((part, i) => part !== parts[i]) };
}

/** What a code of the statistics office names: a regency (4 digits), a district (7), or a village of one (10). */
export type BpsArea = { readonly area: Area; readonly isVillage: boolean };

export function bpsArea(text: string, index: AreaIndex): BpsArea | null {
	const digits = text.replace(/\D/g, '');
	const parent = digits.length === 10 ? digits.slice(0, 7) : digits;
	if (![4, 7, 10].includes(digits.length)) return null;
	const known = [...index.districts, ...index.regions].find(
		(area) => area.bpsCode !== '' && area.bpsCode === parent,
	);
	return known ? { area: known, isVillage: digits.length === 10 } : null;
}
