import type { Kind } from '#lib/tables/kinds.ts';

/** To what an import belongs: the programme itself, a retailer, or one market test. */
export type ImportSubject = 'none' | 'retailer' | 'market-test';

export type ImportKind = Extract<Kind, 'msme-list' | 'store-list' | 'sales' | 'store-weeks'> | 'sell-out';

/** What can be brought in today, in the order in which a programme needs it. */
export const importKinds: Readonly<Record<ImportKind, ImportSubject>> = {
	'msme-list': 'none',
	'store-list': 'retailer',
	sales: 'market-test',
	'store-weeks': 'market-test',
	'sell-out': 'retailer',
};

/** How the reader knows such a file: a sell-out file holds sales, of all stores and products and for any length of time. */
export const kindRead = (kind: ImportKind): Kind => (kind === 'sell-out' ? 'sales' : kind);

export function isImportKind(kind: string): kind is ImportKind {
	return Object.hasOwn(importKinds, kind);
}
