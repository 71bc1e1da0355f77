import type { Kind } from '#lib/tables/kinds.ts';

/** To what an import belongs: the programme itself, a retailer, or one market test. */
export type ImportSubject = 'none' | 'retailer' | 'market-test';

export type ImportKind = Extract<Kind, 'msme-list' | 'store-list' | 'sales' | 'store-weeks'>;

/** What can be brought in today, in the order in which a programme needs it. */
export const importKinds: Readonly<Record<ImportKind, ImportSubject>> = {
	'msme-list': 'none',
	'store-list': 'retailer',
	sales: 'market-test',
	'store-weeks': 'market-test',
};

export function isImportKind(kind: string): kind is ImportKind {
	return Object.hasOwn(importKinds, kind);
}
