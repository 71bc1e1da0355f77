import { checkDigit, hasValidCheckDigit, judgeGtin, withoutGrouping } from '#lib/gs1/gtin.ts';
import { addError, addWarning, cellOf, type Draft } from '../draft.ts';
import { isBlank } from '../grid.ts';
import { barcodeText } from '../readers/gtin.ts';
import type { RecordKind } from '../record-kind.ts';
import { field } from '../spec.ts';

/** Lists of barcodes: a verdict for each, or, where all lost their check digit, the whole column completed. */
export const gtinList: RecordKind = {
	fields: [
		field(
			'gtin',
			'text',
			'gtin|barcode|ean|code|kode|upc|kode barcode|nomor barcode|gtin pcs|barcode pcs|gtin unit',
			{
				reader: () => () => ({ value: null }),
			},
		),
		field(
			'carton_gtin',
			'text',
			'carton gtin|gtin karton|barcode karton|gtin dus|barcode dus|itf 14|gtin 14 karton',
			{
				reader: () => () => ({ value: null }),
			},
		),
		field(
			'units_per_carton',
			'whole',
			'units per carton|isi karton|isi per karton|isi dus|pcs per karton|jumlah per karton',
			{ min: 1 },
		),
	],
	listRule: (drafts) => {
		if (lackCheckDigits(drafts)) for (const draft of drafts) complete(draft);
		else for (const draft of drafts) judge(draft);
	},
};

/** Digits of a cell; null when it is empty, '' when they are lost (the error is noted). */
function digitsOf(draft: Draft, name: string): string | null {
	const cell = cellOf(draft, name);
	const found = isBlank(cell) ? null : barcodeText(cell);
	if (found === null) return null;
	if ('text' in found) return withoutGrouping(found.text);
	addError(draft, name, { code: found.problem });
	return '';
}

const stemOf = (draft: Draft): string => {
	const found = barcodeText(cellOf(draft, 'gtin'));
	return found && 'text' in found ? withoutGrouping(found.text) : '';
};

/**
 * Nobody writes a list in which most numbers have 12 digits and fail: their last digit was cut off. Then the few that
 * happen to pass are stems too. One file, one verdict.
 */
function lackCheckDigits(drafts: readonly Draft[]): boolean {
	const stems = drafts.map(stemOf).filter((digits) => digits !== '');
	const short = stems.filter((digits) => /^\d{11,12}$/.test(digits));
	if (short.length < 3 || short.length < stems.length * 0.9) return false;
	const failing = short.filter((digits) => !hasValidCheckDigit(digits.padStart(12, '0')));
	return failing.length > short.length / 2;
}

function complete(draft: Draft): void {
	const digits = digitsOf(draft, 'gtin');
	if (digits === '') return;
	if (digits === null) return addError(draft, 'gtin', { code: 'missing-required' });
	if (!/^\d{11,12}$/.test(digits)) return judgeDigits(draft, digits);
	delete draft.values.gtin;
	const full = digits.padStart(12, '0');
	draft.values.stem = digits;
	draft.values.completed = full + checkDigit(full);
	if (digits.length === 11) addWarning(draft, 'gtin', { code: 'leading-zero-lost' });
	else if (hasValidCheckDigit(digits)) addWarning(draft, 'gtin', { code: 'two-readings' });
}

function judge(draft: Draft): void {
	const digits = digitsOf(draft, 'gtin');
	if (digits === null) return addError(draft, 'gtin', { code: 'missing-required' });
	if (digits !== '') judgeDigits(draft, digits);
	if (draft.columns.has('carton_gtin')) judgeCarton(draft, digits ?? '');
}

function judgeDigits(draft: Draft, digits: string): void {
	const verdict = judgeGtin(digits);
	if (!verdict.ok) {
		const params = { found: digits.length, expected: verdict.expected };
		return addError(draft, 'gtin', { code: verdict.code, params });
	}
	Object.assign(draft.values, { gtin: digits, gtin14: verdict.gtin14, type: verdict.type });
	if (verdict.remark) addWarning(draft, 'gtin', { code: 'restricted-circulation' });
}

/** A carton carries the digits of its unit behind an indicator, or a number of its own. */
function judgeCarton(draft: Draft, unit: string): void {
	const digits = digitsOf(draft, 'carton_gtin');
	if (digits === null || digits === '') return;
	const verdict = judgeGtin(digits);
	if (!verdict.ok) {
		const params = { found: digits.length, expected: verdict.expected };
		return addError(draft, 'carton_gtin', { code: verdict.code, params });
	}
	draft.values.carton_gtin = digits;
	const same = digits.slice(1, 13) === unit.padStart(13, '0').slice(0, 12);
	if (digits.length === 14 && !same) addWarning(draft, 'carton_gtin', { code: 'identifier/other-carton' });
}
