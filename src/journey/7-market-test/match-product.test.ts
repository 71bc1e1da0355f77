import { expect, test } from 'vitest';
import { likelyProducts } from './match-product.ts';

const found = (key: string, name: string | null) => ({ key, name, storeDays: 1, units: 1 });
const ours = { name: 'Kemplang CONTOH 250 g', gtin: '9520000000011' };

test('a product is suggested by its barcode or its name, never by likeness', () => {
	const inFile = [
		found('gtin:9520000000011', 'KMPLG'),
		found('sku:7', 'kemplang contoh  250 g'),
		found('sku:8', 'Kemplang CONTOH 100 g'),
	];
	expect(likelyProducts(inFile, ours)).toEqual(['gtin:9520000000011', 'sku:7']);
	expect(likelyProducts([found('sku:8', 'Terasi'), found('sku:9', null)], { ...ours, gtin: null })).toEqual(
		[],
	);
});

test('the only product of a file is suggested', () => {
	expect(likelyProducts([found('sku:8', null)], ours)).toEqual(['sku:8']);
});
