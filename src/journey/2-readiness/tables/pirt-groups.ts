import type { ProductCategory } from '../product-kinds.ts';

/**
 * Food groups a P-IRT number of the product may carry (source: perbpom-22-2018:4; the annex of PerBPOM 4/2024 was not
 * read). Categories that are not here may carry any.
 */
export const pirtGroupsByCategory: { readonly [category in ProductCategory]?: readonly string[] } = {
	terasi: ['02', '11'],
	kerupuk_raw: ['06', '02'],
	kerupuk_ready: ['06', '02'],
	gula_puan: ['09'],
};
