import { judgeGtin, withoutGrouping } from '#lib/gs1/gtin.ts';
import { type Cell } from '../grid.ts';
import { known, refused, UNKNOWN, type Understood } from '../understood.ts';
import { identifierText } from './identifiers.ts';

/** A barcode that stands beside other facts: kept as digits, its oddities shown. */
export function readBarcode(cell: Cell): Understood {
	const found = barcodeText(cell);
	if (found === null) return UNKNOWN;
	if ('problem' in found) return refused(found.problem);
	const digits = withoutGrouping(found.text);
	const verdict = judgeGtin(digits);
	if (verdict.ok || verdict.code === 'restricted-circulation') return known(digits);
	if (verdict.code === 'non-digit') return refused('non-digit');
	const padded = digits.padStart(digits.length < 12 ? 12 : 13, '0');
	if (typeof cell !== 'string' && judgeGtin(padded).ok) return known(padded, 'leading-zero-lost');
	return {
		value: digits,
		warning: { code: verdict.code, params: { found: digits.length, expected: verdict.expected } },
	};
}

/** A number that is shown in powers of ten has lost the digits that it does not show. */
export function barcodeText(cell: Cell) {
	if (typeof cell !== 'string' && cell.type === 'number' && /E\+/i.test(cell.format))
		return { problem: 'scientific-notation' };
	return identifierText(cell);
}
