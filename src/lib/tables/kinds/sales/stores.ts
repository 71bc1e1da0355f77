import { type Draft, numberValue, textValue } from '../../draft.ts';
import type { Row, Value } from '../../result.ts';

const CODE_AND_NAME = /^([A-Z]{0,4}\d{1,6}[A-Z]?)\s*[-–—:|]\s*(\S.*)$/i;

/** `KY001 - Cabang Satu`: code and name in one cell, when all stores of the file are written so. */
export function splitStores(drafts: readonly Draft[]): void {
	if (drafts.some((draft) => draft.columns.has('store_code'))) return;
	const named = drafts.filter((draft) => textValue(draft, 'store') !== '');
	const split = named.map((draft) => CODE_AND_NAME.exec(textValue(draft, 'store')));
	if (named.length === 0 || split.some((parts) => parts === null)) return;
	named.forEach((draft, i) => {
		draft.values.store_code = split[i]?.[1] ?? null;
		draft.values.store = split[i]?.[2] ?? null;
	});
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
