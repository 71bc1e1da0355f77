import { type Draft, numberValue, textValue } from '../../draft.ts';
import type { Row, Value } from '../../result.ts';

const CODE_AND_NAME = /^([A-Z]{0,4}\d{1,6}[A-Z]?)\s*[-–—:|]\s*(\S.*)$/i;

/**
 * `KY001 - Cabang Satu`: code and name in one cell, when all stores of the file are written so. Stores that are all written
 * as numbers are codes. A file without a store column may name its one store in the title.
 */
export function settleStores(drafts: readonly Draft[], titles: readonly string[]): void {
	if (drafts.some((draft) => draft.columns.has('store_code'))) return;
	const named = drafts.filter((draft) => textValue(draft, 'store') !== '');
	if (named.length === 0) return nameByTitle(drafts, titles);
	if (named.every((draft) => /^\d+$/.test(textValue(draft, 'store')))) return renameToCodes(named);
	const split = named.map((draft) => CODE_AND_NAME.exec(textValue(draft, 'store')));
	if (split.some((parts) => parts === null)) return;
	named.forEach((draft, i) => {
		draft.values.store_code = split[i]?.[1] ?? null;
		draft.values.store = split[i]?.[2] ?? null;
	});
}

function renameToCodes(drafts: readonly Draft[]): void {
	for (const draft of drafts) {
		draft.values.store_code = textValue(draft, 'store');
		delete draft.values.store;
	}
}

const TITLED = /\b(?:toko|store|cabang|outlet|gerai)\s*:?\s*([A-Z]{0,4}\d{2,6}[A-Z]?)\s*[-–—:]\s*(\S.*)$/i;

function nameByTitle(drafts: readonly Draft[], titles: readonly string[]): void {
	const found = titles.map((title) => TITLED.exec(title)).find((match) => match !== null);
	if (!found) return;
	for (const draft of drafts)
		Object.assign(draft.values, { store_code: found[1] ?? null, store: found[2] ?? null });
}

/** The name of a store for comparing: its code, or what it is called; '' where the file has one store only. */
export const storeKey = (values: Readonly<Record<string, Value | undefined>>): string =>
	String(values.store_code ?? values.store ?? '');

/** Where the stores of the file stand, once each. */
export function storeFacts(drafts: readonly Draft[]): Row[] {
	const stores = new Map<string, Row>();
	for (const draft of drafts) {
		const [lat, lng] = [numberValue(draft, 'lat'), numberValue(draft, 'lng')];
		const key = storeKey(draft.values);
		if (lat === null || lng === null || key === '' || stores.has(key)) continue;
		stores.set(key, { ...storeName(draft.values), lat, lng });
	}
	return [...stores.values()];
}

/** Code and name of the store, as far as the file gives them. */
export function storeName(values: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
	const { store_code: code = null, store = null } = values;
	return { ...(code === null ? {} : { store_code: code }), ...(store === null ? {} : { store }) };
}
