import type { productCategories } from '#registry/product-categories.ts';

/** What the programme carries; the words are those of the rules' data. */
export type ProductCategory = (typeof productCategories)[number];

export const isCraft = (category: ProductCategory): boolean => category.startsWith('craft_');

/** Food that was processed; rice is fresh plant food (PSAT) and has rules of its own. */
export const isProcessedFood = (category: ProductCategory): boolean =>
	category !== 'rice' && !isCraft(category);
