import type { FileProduct } from './sell-out.ts';

/** The products of a file that look like ours: the same barcode or name, or the only one there is. To be confirmed. */
export function likelyProducts(
	inFile: readonly FileProduct[],
	ours: { readonly name: string; readonly gtin: string | null },
): string[] {
	const alike = inFile.filter(
		({ key, name }) => key === `gtin:${ours.gtin}` || plain(name ?? '') === plain(ours.name),
	);
	return (alike.length === 0 && inFile.length === 1 ? inFile : alike).map(({ key }) => key);
}

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
