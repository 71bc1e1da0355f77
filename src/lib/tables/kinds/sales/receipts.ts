import { addError, addWarning, type Draft, rawText, textValue } from '../../draft.ts';
import { oneLine, textOf } from '../../grid.ts';
import type { Value } from '../../result.ts';

const ITEM = /^(\d+(?:[.,]\d+)?)\s*x\s+(\S.*)$/i;

/** `2 x Kemplang 250 g, 1 x Gula Puan`: what a receipt holds, when the file has one line a receipt. */
export function itemsOf(text: string): { product: string; qty: number }[] | null {
	const parts = oneLine(text).split(/,\s*(?=\d+(?:[.,]\d+)?\s*x\s)/i);
	const items = parts.map((part) => ITEM.exec(part));
	if (items.length === 0 || items.some((item) => item === null)) return null;
	return items.map((item) => ({
		product: item?.[2] ?? '',
		qty: Number((item?.[1] ?? '').replace(',', '.')),
	}));
}

/** One line a receipt: its description lists the items, and the same receipt cannot come twice. */
export function settleReceipts(drafts: readonly Draft[]): void {
	if (!drafts.some((draft) => draft.columns.has('receipt'))) return;
	const listed = drafts.filter((draft) => itemsOf(textValue(draft, 'product')) !== null);
	const perReceipt =
		listed.length > drafts.length / 2 || !drafts.some((draft) => draft.columns.has('product'));
	if (!perReceipt) return markIdenticalLines(drafts);
	for (const draft of listed) takeItems(draft);
	markRepeatedReceipts(drafts);
}

function takeItems(draft: Draft): void {
	const items = itemsOf(textValue(draft, 'product')) ?? [];
	const sign = [draft.values.net_idr, draft.values.value_idr].some((amount) => Number(amount) < 0) ? -1 : 1;
	draft.values.items = items.map(({ product, qty }): Value => ({ product, qty: sign * qty }));
	delete draft.values.product;
}

function markRepeatedReceipts(drafts: readonly Draft[]): void {
	const seen = new Map<string, Draft>();
	for (const draft of drafts) {
		const receipt = textValue(draft, 'receipt');
		const key = `${textValue(draft, 'store_code')}\n${textValue(draft, 'store')}\n${receipt}`;
		const first = seen.get(key);
		if (receipt === '' || draft.skip !== null) continue;
		if (!first) seen.set(key, draft);
		else repeated(draft, receipt, first.row);
	}
}

function repeated(draft: Draft, receipt: string, first: number): void {
	addError(draft, 'receipt', { code: 'duplicate-key', params: { first } });
	Object.assign(draft.values, { receipt, same_as_row: first });
}

/** The same line twice in one receipt: bought twice, or sent twice. It counts, and is shown. */
function markIdenticalLines(drafts: readonly Draft[]): void {
	const seen = new Map<string, number>();
	for (const draft of drafts) {
		if (rawText(draft, 'receipt') === '' || draft.skip !== null) continue;
		const key = draft.cells.map(textOf).join('\u001f');
		const first = seen.get(key);
		if (first === undefined) seen.set(key, draft.row);
		else addWarning(draft, null, { code: 'identical-line', params: { first } });
	}
}
