/** What the programme carries; the words are those of the rules' data. */
export const productCategories = [
	'rice',
	'gula_puan',
	'terasi',
	'kerupuk_raw',
	'kerupuk_ready',
	'other_dry_snack',
	'beverage',
	'other_processed',
	'craft_textile',
	'craft_plant_fibre',
	'craft_other',
] as const;

export type ProductCategory = (typeof productCategories)[number];

export const isCraft = (category: ProductCategory): boolean => category.startsWith('craft_');

/** Food that was processed; rice is fresh plant food (PSAT) and has rules of its own. */
export const isProcessedFood = (category: ProductCategory): boolean =>
	category !== 'rice' && !isCraft(category);
