import { type Draft, numberValue, textValue } from '../../draft.ts';
import type { Row, Value } from '../../result.ts';

const CODE_AND_NAME = /^([A-Z]{0,4}\d{1,6}[A-Z]?)\s*[-–—:|]\s*(\S.*)$/i;

/**
 * How the lines of a file name their stores: as they stand, as numbers that are codes, as `KY001 - Cabang Satu` with code
 * and name in one cell, or not at all, the one store standing in the title.
 */
export type StoreNaming =
	| { readonly are: 'as-written' | 'codes' | 'code-and-name' }
	| { readonly are: 'in-title'; readonly code: string; readonly name: string };

/** What the lines show of it, one after the other. */
export type StoreWords = { named: number; numbers: number; split: number };

export const noStoreWords = (): StoreWords => ({ named: 0, numbers: 0, split: 0 });

export function weighStore(words: StoreWords, store: Value | undefined): void {
	if (typeof store !== 'string' || store === '') return;
	words.named++;
	if (/^\d+$/.test(store)) words.numbers++;
	else if (CODE_AND_NAME.test(store)) words.split++;
}

/** Decides for the whole file: stores are split or taken for codes only where all of them are written so. */
export function storeNaming(words: StoreWords, hasCodes: boolean, titles: readonly string[]): StoreNaming {
	if (hasCodes) return { are: 'as-written' };
	if (words.named === 0) {
		const found = titles.map((title) => TITLED.exec(title)).find((match) => match !== null);
		return found ? { are: 'in-title', code: found[1] ?? '', name: found[2] ?? '' } : { are: 'as-written' };
	}
	if (words.numbers === words.named) return { are: 'codes' };
	return { are: words.split === words.named ? 'code-and-name' : 'as-written' };
}

const TITLED = /\b(?:toko|store|cabang|outlet|gerai)\s*:?\s*([A-Z]{0,4}\d{2,6}[A-Z]?)\s*[-–—:]\s*(\S.*)$/i;

export function nameStore(draft: Draft, naming: StoreNaming): void {
	const store = textValue(draft, 'store');
	if (naming.are === 'in-title') {
		draft.values.store_code = naming.code;
		draft.values.store = naming.name;
	} else if (naming.are === 'codes' && store !== '') {
		draft.values.store_code = store;
		delete draft.values.store;
	} else if (naming.are === 'code-and-name' && store !== '') {
		const [, code = null, name = null] = CODE_AND_NAME.exec(store) ?? [];
		draft.values.store_code = code;
		draft.values.store = name;
	}
}

/** The same for lines that are all at hand. */
export function settleStores(drafts: readonly Draft[], titles: readonly string[]): void {
	const hasCodes = drafts.some((draft) => draft.columns.has('store_code'));
	const words = noStoreWords();
	for (const draft of drafts) weighStore(words, draft.values.store);
	const naming = storeNaming(words, hasCodes, titles);
	for (const draft of drafts) nameStore(draft, naming);
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
