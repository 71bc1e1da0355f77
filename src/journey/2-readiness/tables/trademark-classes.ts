import type { ReadinessFacts } from '../facts.ts';
import { isCraft, type ProductCategory } from '../product-kinds.ts';

type NiceClass = ReadinessFacts['brand.trademarkClass'];

/**
 * Nice classes in which the brand of a food is filed: 29 fish products and milk, 30 rice, kerupuk, seasonings and
 * confectionery (commonly said, not read; source: uu-20-2016). Null for goods that are no food.
 */
export function trademarkClassesOf(category: ProductCategory): readonly NiceClass[] | null {
	if (isCraft(category)) return null;
	return classes[category] ?? ['29', '30', 'other'];
}

const classes: { readonly [category in ProductCategory]?: readonly NiceClass[] } = {
	rice: ['30'],
	kerupuk_raw: ['30'],
	kerupuk_ready: ['30'],
	terasi: ['29', '30'],
	gula_puan: ['29', '30'],
};
