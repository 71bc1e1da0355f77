import { identifier, type ValueProblem, valueProblem } from './application-identifiers.ts';

/** What a GS1 Digital Link address says: identifier → value, decoded, with all its zeros. */
export type DigitalLink = { readonly ok: true; readonly ai: Readonly<Record<string, string>> };

export type DigitalLinkProblem = {
	readonly ok: false;
	readonly code:
		| 'not-a-uri'
		| 'no-gs1-key'
		| 'trailing-slash'
		| 'empty-value'
		| 'qualifier-order'
		| 'gtin-not-14-digits'
		| ValueProblem;
};

// Keys that may open the path, each with the qualifiers that may follow, in this order (Digital Link 1.2, section 4).
const QUALIFIERS: Readonly<Record<string, readonly string[]>> = {
	'01': ['22', '10', '21'],
	'00': [],
	'253': [],
	'255': [],
	'401': [],
	'402': [],
	'414': ['254'],
	'415': ['8020'],
	'417': ['7040'],
	'8003': [],
	'8004': ['7040'],
	'8006': ['22', '10', '21'],
	'8010': ['8011'],
	'8013': [],
	'8017': ['8019'],
	'8018': ['8019'],
};

const problem = (code: DigitalLinkProblem['code']): DigitalLinkProblem => ({ ok: false, code });

/** Reads an address as a GS1 Digital Link. The domain may be anybody's; other query keys are left alone. */
export function parseDigitalLink(text: string): DigitalLink | DigitalLinkProblem {
	if (!/^https?:\/\//i.test(text.trim()) || !URL.canParse(text.trim())) return problem('not-a-uri');
	const url = new URL(text.trim());
	const segments = url.pathname.split('/').slice(1);
	const at = segments.findIndex(
		(segment, i) => Object.hasOwn(QUALIFIERS, segment) && i < segments.length - 1,
	);
	if (at < 0) return problem('no-gs1-key');
	const path = readPath(segments.slice(at));
	if (!path.ok) return path;
	return readQuery(path.ai, url.searchParams);
}

function readPath(segments: readonly string[]): DigitalLink | DigitalLinkProblem {
	const [key = ''] = segments;
	if (segments.at(-1) === '') return problem(segments.length % 2 === 0 ? 'empty-value' : 'trailing-slash');
	if (segments.length % 2 !== 0) return problem('empty-value');
	const ai: Record<string, string> = {};
	let rank = -1;
	for (let i = 0; i < segments.length; i += 2) {
		const code = segments[i] ?? '';
		const place = i === 0 ? -1 : (QUALIFIERS[key] ?? []).indexOf(code);
		if (i > 0 && (place < 0 || place <= rank)) return problem('qualifier-order');
		rank = place;
		const value = decoded(segments[i + 1] ?? '');
		if (value === null) return problem('not-a-uri');
		const wrong = checkValue(code, value);
		if (wrong) return problem(wrong);
		ai[code] = value;
	}
	return { ok: true, ai };
}

/** Percent signs that encode nothing are no address. */
function decoded(segment: string): string | null {
	try {
		return decodeURIComponent(segment);
	} catch (error) {
		if (error instanceof URIError) return null;
		throw error;
	}
}

function readQuery(
	path: Readonly<Record<string, string>>,
	query: URLSearchParams,
): DigitalLink | DigitalLinkProblem {
	const ai: Record<string, string> = { ...path };
	for (const [code, value] of query) {
		if (!/^\d{2,4}$/.test(code) || identifier(code) === undefined) continue;
		if (value === '') return problem('empty-value');
		const wrong = checkValue(code, value);
		if (wrong) return problem(wrong);
		ai[code] = value;
	}
	return { ok: true, ai };
}

function checkValue(code: string, value: string): DigitalLinkProblem['code'] | null {
	if (value === '') return 'empty-value';
	if (code === '01' && value.length !== 14) return 'gtin-not-14-digits';
	return valueProblem(code, value);
}
