import type { Cell } from '../grid.ts';
import type { Value } from '../result.ts';
import { known, refused, UNKNOWN, type Understood } from '../understood.ts';
import { identifierText, letterProblem, withoutSeparators } from './identifiers.ts';

/** Home-industry food licence: 15 digits, of which the last two are the year in which it ends. */
export function readPirt(cell: Cell): Understood {
	const found = identifierText(cell);
	if (found === null) return UNKNOWN;
	if ('problem' in found) return refused(found.problem);
	const text = found.text.toUpperCase();
	if (/\b(MD|ML|TR|CD|SD|DEPKES|BPOM)\b/.test(text)) return refused('other-licence');
	const bare = withoutSeparators(
		text
			.replace(/^\s*(SPP)?\s*-?\s*P?\s*-?\s*IRT\s*/, '')
			.replace(/^\s*(NO|NOMOR)\b\.?/, '')
			.replace(/:/g, ''),
	);
	return judged(bare, text);
}

function judged(digits: string, text: string): Understood {
	if (!/^\d+$/.test(digits)) return letterProblem(digits);
	const withYear = /[-–—]\s*\d{2}\s*$/.test(text);
	if (digits.length === 13 && !withYear) return refused('missing-year-suffix');
	if (digits.length === 12 && !withYear) return refused('old-format');
	if (digits.length !== 15) return refused('wrong-length', { found: digits.length, expected: 15 });
	if (!/^[1-8]/.test(digits)) return refused('invalid-packaging-code', { found: digits.slice(0, 1) });
	return known(digits);
}

/** The parts of a 15-digit number, as the register reads them. */
export function pirtParts(pirt: string): Readonly<Record<string, Value>> {
	return {
		packaging: Number(pirt.slice(0, 1)),
		food_type: pirt.slice(1, 3),
		regency: pirt.slice(3, 7),
		product_seq: pirt.slice(7, 9),
		producer_seq: pirt.slice(9, 13),
		valid_until_year: 2000 + Number(pirt.slice(13, 15)),
	};
}
