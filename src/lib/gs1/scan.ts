import {
	leadingIdentifier,
	identifier,
	needsSeparator,
	type ValueProblem,
	valueProblem,
} from './application-identifiers.ts';
import { parseDigitalLink, type DigitalLinkProblem } from './digital-link.ts';
import { judgeGtin, type GtinProblem } from './gtin.ts';

/** What a scanner read: identifier → value. `swallowed` is a lot or serial that may hold the date behind it. */
export type Scan = {
	readonly ok: true;
	readonly ai: Readonly<Record<string, string>>;
	readonly swallowed: string | null;
};

export type ScanProblem = {
	readonly ok: false;
	readonly code: 'empty' | 'plain-text' | ValueProblem | DigitalLinkProblem['code'] | GtinProblem['code'];
};

const SEPARATOR = '\u001d';
const problem = (code: ScanProblem['code']): ScanProblem => ({ ok: false, code });

/** Symbologies (ISO/IEC 15424) whose content is element strings, and those that hold one bare number. */
const ELEMENT_STRINGS = /^\](C1|e0|d2|Q3|J1)/;
const BARE_NUMBERS = /^\](E0|E4|I1|I0)/;

/** Reads what a scanner sends, with or without the three characters that name the symbology. */
export function parseScan(text: string): Scan | ScanProblem {
	const content = text.replace(/^\][A-Za-z]\d/, '');
	if (content === '') return problem('empty');
	if (ELEMENT_STRINGS.test(text)) return readElements(content);
	if (BARE_NUMBERS.test(text)) return readNumber(content);
	if (/^https?:\/\//i.test(content)) {
		const link = parseDigitalLink(content);
		return link.ok ? { ok: true, ai: link.ai, swallowed: null } : link;
	}
	if (content.startsWith(SEPARATOR)) return readElements(content);
	return /^\d{8,14}$/.test(content) ? readNumber(content) : problem('plain-text');
}

function readNumber(digits: string): Scan | ScanProblem {
	const verdict = judgeGtin(digits);
	return verdict.ok ? { ok: true, ai: { '01': verdict.gtin14 }, swallowed: null } : problem(verdict.code);
}

/** Values of a set length follow each other directly; the others end at the group separator or at the end. */
function readElements(content: string): Scan | ScanProblem {
	const ai: Record<string, string> = {};
	let rest = content.startsWith(SEPARATOR) ? content.slice(1) : content;
	let swallowed: string | null = null;
	while (rest !== '') {
		const code = leadingIdentifier(rest);
		if (code === null) return problem('plain-text');
		const value = valueOf(code, rest.slice(code.length));
		const wrong = value === '' ? 'empty' : valueProblem(code, value);
		if (wrong) return problem(wrong);
		ai[code] = value;
		if (needsSeparator(code) && endsInDate(value)) swallowed = value;
		rest = rest.slice(code.length + value.length).replace(new RegExp(`^${SEPARATOR}`), '');
	}
	return { ok: true, ai, swallowed };
}

function valueOf(code: string, rest: string): string {
	const end = rest.indexOf(SEPARATOR);
	const upToEnd = end < 0 ? rest : rest.slice(0, end);
	return needsSeparator(code) ? upToEnd : upToEnd.slice(0, identifier(code)?.fixed ?? upToEnd.length);
}

/** `L-2011A17261220`: a lot that ends like a best-before date, because the separator is missing. */
function endsInDate(value: string): boolean {
	const [, code = '', date = ''] = /(1[1-7])(\d{6})$/.exec(value) ?? [];
	return code !== '' && value.length > 8 && valueProblem(code, date) === null;
}
