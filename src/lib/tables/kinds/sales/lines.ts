import type { Context } from '../../context.ts';
import { addError, addWarning, type Draft, numberValue, rawText, textValue } from '../../draft.ts';
import { type Cell, isBlank } from '../../grid.ts';
import { checkCoordinates } from '../../coordinates.ts';

const CANCELLED = /^(cancel|void|batal|dibatalkan|annul)/i;
const REFUND = /^(refund|retur|return|pengembalian|credit|nota kredit)/i;
const RETIRED = /^(x{2,}|z{2,}|old|del|nonaktif|hapus)[._-]/i;
const NOT_A_PRODUCT =
	/^(discount|diskon|potongan|voucher|postage|ongkir|ongkos kirim|shipping|delivery|biaya|bank charges|manual|pembulatan|rounding|ppn|pajak|tax|service|tip|deposit)\b/i;
const AMOUNTS = ['qty', 'value_idr', 'net_idr'] as const;

/** What one line of a sell-out file means: taken, subtracted, skipped, or waiting. */
export function settleLine(draft: Draft, context: Context): void {
	cutTime(draft);
	if (CANCELLED.test(rawText(draft, 'status')) || CANCELLED.test(rawText(draft, 'type')))
		return skip(draft, 'cancelled');
	if (isNoProduct(draft)) return skip(draft, 'not-a-product');
	settleSign(draft);
	settleZeroPrice(draft);
	if (draft.skip !== null) return;
	settleAmount(draft);
	if (RETIRED.test(textValue(draft, 'sku'))) addWarning(draft, 'sku', { code: 'renamed-code' });
	if (context.told) checkCoordinates(draft);
}

const skip = (draft: Draft, reason: string): void => {
	draft.skip = reason;
	draft.errors.length = 0;
};

/** The hour of a receipt orders receipts; a sale belongs to its day. */
function cutTime(draft: Draft): void {
	const date = textValue(draft, 'date');
	if (date.includes('T')) draft.values.date = date.slice(0, 10);
}

/** Discounts and postage among the lines: a code without a digit and a name that says so. */
function isNoProduct(draft: Draft): boolean {
	if (!NOT_A_PRODUCT.test(textValue(draft, 'product'))) return false;
	return !/\d/.test(textValue(draft, 'sku')) && textValue(draft, 'gtin') === '';
}

/** Returns and cancellations subtract, whichever sign the source uses. */
function settleSign(draft: Draft): void {
	const refund = REFUND.test(rawText(draft, 'type')) || REFUND.test(rawText(draft, 'status'));
	const cancellation = /^C\d{4,}$/i.test(textValue(draft, 'receipt'));
	if (cancellation) addWarning(draft, 'receipt', { code: 'cancellation' });
	if (refund || cancellation) return subtract(draft);
	const qty = numberValue(draft, 'qty');
	if (qty !== null && qty < 0) addWarning(draft, 'qty', { code: 'negative-quantity' });
}

function subtract(draft: Draft): void {
	for (const field of AMOUNTS) {
		const amount = numberValue(draft, field);
		if (amount !== null && amount > 0) draft.values[field] = -amount;
	}
}

/** No price and no name: somebody corrected the stock. */
function settleZeroPrice(draft: Draft): void {
	if (numberValue(draft, 'price_idr') !== 0 || (numberValue(draft, 'value_idr') ?? 0) !== 0) return;
	addWarning(draft, 'price_idr', { code: 'zero-price' });
	const nameless = draft.columns.has('product') && textValue(draft, 'product') === '';
	if (nameless || (numberValue(draft, 'qty') ?? 0) < 0) skip(draft, 'not-a-sale');
}

/** Quantity times price is the amount: computed where the file leaves it out, checked where it stands. */
function settleAmount(draft: Draft): void {
	const [qty, price] = [numberValue(draft, 'qty'), numberValue(draft, 'price_idr')];
	if (qty === null || price === null) return;
	const computed = exact(qty * price);
	if (!draft.columns.has('value_idr')) {
		if (!draft.columns.has('net_idr')) draft.values.value_idr = computed;
		return;
	}
	const value = numberValue(draft, 'value_idr');
	const discount = numberValue(draft, 'discount') ?? 0;
	if (value === null || near(value, computed) || near(value + discount, computed)) return;
	addWarning(draft, 'value_idr', { code: 'amount-mismatch', params: { computed } });
}

/** Fifteen digits are what a number holds: the noise behind them is dropped. */
export const exact = (value: number): number => Number(value.toPrecision(14));

const near = (a: number, b: number) =>
	Math.abs(Math.abs(a) - Math.abs(b)) <= Math.max(1, Math.abs(b) * 0.001);

/** What lines show of their product codes, one after the other. */
export type CodeUse = { lines: number; without: number };

export const noCodeUse = (): CodeUse => ({ lines: 0, without: 0 });

/** @param columns of `sku` and `gtin`, as far as the file has them */
export function weighCodes(use: CodeUse, cells: readonly Cell[], columns: readonly number[]): void {
	use.lines++;
	if (columns.every((index) => isBlank(cells[index]))) use.without++;
}

/** In a file that names products by code, a line without one waits; half without means that its sender uses none. */
export const needsCode = ({ lines, without }: CodeUse): boolean => without <= lines / 2;

export function requireCode(draft: Draft, columns: readonly number[]): void {
	if (draft.skip !== null || !columns.every((index) => isBlank(draft.cells[index]))) return;
	addError(draft, draft.columns.has('sku') ? 'sku' : 'gtin', { code: 'missing-product-code' });
}

/** Indexes of the columns that name products by code. */
export const codeColumns = (columns: Draft['columns']): number[] =>
	['sku', 'gtin'].flatMap((name) => columns.get(name)?.index ?? []);

/** The same for lines that are all at hand. */
export function requireCodes(drafts: readonly Draft[]): void {
	const columns = codeColumns(drafts[0]?.columns ?? new Map());
	if (columns.length === 0) return;
	const use = noCodeUse();
	for (const { cells } of drafts) weighCodes(use, cells, columns);
	if (needsCode(use)) for (const draft of drafts) requireCode(draft, columns);
}
