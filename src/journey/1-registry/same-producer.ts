import { editDistance } from '#lib/tables/edit-distance.ts';

/** What tells one producer from another; null is not known, and never counts as alike. */
export type Identity = {
	readonly name: string;
	readonly ownerName: string | null;
	/** NIK of the owner. */
	readonly nik: string | null;
	readonly nib: string | null;
	readonly pirt: string | null;
	/** In the one international form. */
	readonly phone: string | null;
	readonly villageCode: string | null;
	readonly districtCode: string | null;
};

/** `maybe` is for a person to decide: it is neither merged nor entered twice by itself. */
export type Likeness = 'same' | 'maybe' | 'different';

type Agreement = 'equal' | 'unlike' | 'unknown';

/**
 * Whether two records are about one producer. Names, numbers and place are judged together: one alone proves nothing,
 * because families share phones, one owner may have two businesses, and names repeat from village to village.
 */
export function likeness(a: Identity, b: Identity): Likeness {
	const name = likenessOfNames(a, b);
	const numbers = [compare(a.nik, b.nik), compare(a.nib, b.nib)];
	const phone = compare(a.phone, b.phone);
	const village = compare(a.villageCode, b.villageCode);
	if (numbers.includes('equal')) return name === 'unlike' ? 'maybe' : 'same';
	const near = [phone, village, compare(a.pirt, b.pirt)];
	const nearness = near.filter((one) => one === 'equal').length;
	const doubts = [...numbers, phone, village, compare(a.districtCode, b.districtCode)].includes('unlike');
	if (name === 'equal') {
		if (numbers[0] === 'unlike') return nearness > 1 ? 'maybe' : 'different';
		if (nearness > 0) return doubts ? 'maybe' : 'same';
		return doubts ? 'different' : 'maybe';
	}
	return name === 'similar' && nearness > 0 && numbers[0] !== 'unlike' ? 'maybe' : 'different';
}

const compare = (a: string | null, b: string | null): Agreement =>
	a === null || b === null ? 'unknown' : a === b ? 'equal' : 'unlike';

/** The business names; where a list knows only the owner, that is the name. */
function likenessOfNames(a: Identity, b: Identity): 'equal' | 'similar' | 'unlike' {
	const [left, right] = [nameKey(a.name), nameKey(b.name)];
	if (left === right) return 'equal';
	const owners = [nameKey(a.ownerName ?? ''), nameKey(b.ownerName ?? '')];
	if (owners.includes(left) || owners.includes(right)) return owners[0] === owners[1] ? 'similar' : 'unlike';
	const longest = Math.max(left.length, right.length);
	const allowed = Math.floor(longest / 4);
	return editDistance(left, right, allowed) <= allowed ? 'similar' : 'unlike';
}

// Titles and forms of address: they make nobody another person.
const TITLES = /\b(hj?|haji|hajah|kh|drs?|dra|ir|bpk|bapak|ibu|bu|pak|sdr|sdri|ud|cv|pt)\b\.?/gi;

/** A name as it is compared: letters and digits alone, without titles. */
export function nameKey(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(TITLES, ' ')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}
