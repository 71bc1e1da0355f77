import { productCategories } from '../journey/1-registry/product-categories.ts';
import { say } from './say.ts';

/** The kinds of product to choose from. */
export function categoryChoices() {
	return productCategories.map((value) => ({ value, label: categoryWord(value) }));
}

function categoryWord(category: string): string {
	return say(`readiness.choice.product.category.${category}`);
}

/** A product with the word for its kind; null where nobody has said it. */
export function withCategory<Product extends { readonly category: string | null }>(product: Product) {
	return { ...product, categoryWord: product.category && categoryWord(product.category) };
}
