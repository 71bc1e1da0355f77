import { bare } from './identity.ts';

/** A P-IRT number taken apart; the number says nothing of whether the permit exists. */
export type PirtNumber = {
	/** 1 to 8: the pack. */
	readonly pack: string;
	/** The food group, 01 to 15. */
	readonly group: string;
	/** Province and regency, four digits. */
	readonly regency: string;
	readonly expiryYear: number;
};

/** `P-IRT No. 2061602010001-29`: at least 13 digits and two for the year of expiry. Null when it cannot be one. */
export function readPirt(text: string): PirtNumber | null {
	const normal = text
		.toUpperCase()
		.replace(/–/g, '-')
		.replace(/(?<=\d)\.(?=\d)/g, '')
		.trim();
	const parts = /^(?:P-?IRT)?\s*(?:NO\.?)?\s*:?\s*([1-8])(\d\d)(\d{4})\d{6,}\s*-?\s*(\d\d)$/.exec(normal);
	if (!parts) return null;
	const [, pack = '', group = '', regency = '', year = ''] = parts;
	return { pack, group, regency, expiryYear: 2000 + Number(year) };
}

/** `BPOM RI MD` and 15 digits, or 12 on older packs. ML is imported food and no number of ours. */
export function isMdNumber(text: string): boolean {
	return /^(BPOMRI)?MD(\d{12}|\d{15})$/.test(bare(text.toUpperCase()));
}

/** The BPJPH certificate: `ID`, 17 digits, the last four month and year of issue. A KH number is a fatwa's, not it. */
export function isHalalNumber(text: string): boolean {
	return /^ID\d{13}(0[1-9]|1[0-2])\d\d$/.test(bare(text.toUpperCase()));
}

const PSAT_FORM =
	/^(?:(KEMTAN|BAPANAS) RI )?(PD-?UK|PD|PL)\s*:?\s*\d{2}\.\d{2}-[IVX]+\.[IVX0-9]+\.\d{2}-\d{5}-(0[1-9]|1[0-2])\/20\d{2}$/;

/** A PSAT registration: the form of the ministry, 21 digits of OSS, or a local text that is no other scheme's. */
export function isPsatNumber(text: string): boolean {
	const normal = text.toUpperCase().trim().replace(/\s+/g, ' ');
	if (normal === '' || /\bPH-|^(P-?IRT|(BPOM RI )?M[DL]\b)/.test(normal)) return false;
	if (/^(KEMTAN|BAPANAS|PD|PL)\b/.test(normal)) return PSAT_FORM.test(normal);
	return /^\d+$/.test(bare(normal)) ? bare(normal).length === 21 : true;
}
