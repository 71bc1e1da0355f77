import type { ProductCategory } from '../product-kinds.ts';

export type KbliEdition = '2020' | '2025';

/**
 * Codes of activity (KBLI) under which a product of the kind may be made, for the edition whose list was read. Rice:
 * milling, retail of rice, post-harvest services; terasi: of fish, of shrimp; gula puan: as sugar or confectionery. A
 * milk product has a code of 105xx, which is asked for and not judged here (sources: bps-2-2020, permenkp-10-2021).
 */
const codesOf2020: { readonly [category in ProductCategory]?: readonly string[] } = {
	rice: ['10631', '47241', '01630'],
	kerupuk_raw: ['10794'],
	kerupuk_ready: ['10794'],
	terasi: ['10215', '10295', '10772'],
};

/** The codes that fit a kind of product, or null where no list was read: the table from 2020 to 2025 was not checked. */
export function kbliOf(category: ProductCategory, edition: KbliEdition): readonly string[] | null {
	return edition === '2020' ? (codesOf2020[category] ?? null) : null;
}
