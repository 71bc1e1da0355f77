const ONES: Readonly<Record<string, number>> = {
	nol: 0,
	kosong: 0,
	satu: 1,
	dua: 2,
	tiga: 3,
	empat: 4,
	lima: 5,
	enam: 6,
	tujuh: 7,
	delapan: 8,
	sembilan: 9,
};

const SCALES: Readonly<Record<string, number>> = {
	ribu: 1_000,
	juta: 1_000_000,
	miliar: 1_000_000_000,
	milyar: 1_000_000_000,
	triliun: 1_000_000_000_000,
};

/**
 * The number that Indonesian words say, `dua ribu dua puluh` = 2020, `setengah juta` = 500000.
 * null when a word is not part of a number.
 */
export function wordsToNumber(text: string): number | null {
	const words = splitGlued(text.toLowerCase()).match(/[a-z]+/g);
	if (!words) return null;
	let total = 0;
	let part: number | null = null;
	for (const word of words) {
		const scale = SCALES[word];
		if (scale !== undefined) {
			total += (part ?? 1) * scale;
			part = null;
			continue;
		}
		const next = addWord(part, word);
		if (next === null) return null;
		part = next;
	}
	return total + (part ?? 0);
}

/** What has been said below a thousand, with one word more. */
function addWord(part: number | null, word: string): number | null {
	const one = ONES[word];
	const rest = part ?? 0;
	if (one !== undefined) return rest + one;
	if (word === 'setengah' && part === null) return 0.5;
	if (word === 'puluh') return part === null ? null : tens(rest, 10);
	if (word === 'belas') return part === null ? null : rest + 10;
	if (word === 'ratus') return part === null ? null : tens(rest, 100);
	return null;
}

/** The last digit said is worth ten or a hundred: in `dua ratus tiga puluh` only the three is. */
const tens = (part: number, worth: number) => part - (part % 10) + (part % 10) * worth;

// `sepuluh`, `sebelas`, `seratus`, `seribu`, `sejuta`: one of the unit, written as one word.
function splitGlued(text: string): string {
	return text.replace(/\bse(puluh|belas|ratus|ribu|juta|miliar|milyar)\b/g, 'satu $1');
}
