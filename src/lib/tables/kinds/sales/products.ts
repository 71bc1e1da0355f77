import type { Context } from '../../context.ts';
import { addError, addWarning, type Draft, textValue } from '../../draft.ts';
import { findTable } from '../../find-table.ts';
import { oneLine, textOf } from '../../grid.ts';
import { mapColumns } from '../../map-columns.ts';
import { unwrap } from '../../readers/text.ts';
import { field } from '../../spec.ts';

type Product = { readonly sku: string; readonly gtin: string; readonly name: string };

const FIELDS = [
	field('sku', 'code', 'plu|sku|kode barang|kode produk|kode'),
	field('gtin', 'gtin', 'gtin|barcode|ean'),
	field('name', 'name', 'name|nama|nama barang|nama produk|produk|product'),
];

/** The product list among the files handed in beside, known by its columns. */
export function productList({ beside }: Context): Product[] | null {
	for (const { sheets } of beside)
		for (const sheet of sheets) {
			const table = findTable(sheet, FIELDS);
			if (!table) continue;
			const { columns } = mapColumns(table.header.columns, FIELDS);
			const at = (name: string) => columns.find((column) => column.field?.name === name)?.index ?? -1;
			if (at('sku') < 0 || at('gtin') < 0) continue;
			return table.rows.map(({ cells }) => {
				const text = (name: string) => unwrap(oneLine(textOf(cells[at(name)])));
				return { sku: text('sku'), gtin: text('gtin'), name: text('name') };
			});
		}
	return null;
}

/**
 * Says which product a line sold, by its code and its barcode. A barcode that a spreadsheet destroyed is replaced by the
 * code's, and shown; two that disagree, or a code that nobody knows, wait. Names alone decide nothing.
 */
export function settleProducts(drafts: readonly Draft[], products: readonly Product[] | null): void {
	const bySku = new Map(products?.map((product) => [product.sku, product]));
	const byGtin = new Map(products?.map((product) => [product.gtin.padStart(14, '0'), product]));
	for (const draft of drafts) {
		const sku = textValue(draft, 'sku');
		const gtin = textValue(draft, 'gtin');
		const coded = bySku.get(sku);
		if (sku !== '' && (coded || !products)) forgiveBarcode(draft);
		if (!products || draft.skip !== null) continue;
		settle(draft, { sku, gtin, coded, barcoded: byGtin.get(gtin.padStart(14, '0')) });
	}
}

type Sold = { sku: string; gtin: string; coded: Product | undefined; barcoded: Product | undefined };

function settle(draft: Draft, { sku, gtin, coded, barcoded }: Sold): void {
	if (sku === '' && gtin === '') return;
	if (sku !== '' && !coded) return addError(draft, 'sku', { code: 'unknown-product' });
	if (gtin !== '' && coded && barcoded && coded !== barcoded)
		return conflict(draft, coded.name || coded.sku, barcoded.name || barcoded.sku);
	const product = coded ?? barcoded;
	if (!product) return addError(draft, 'gtin', { code: 'unknown-product' });
	draft.values.sku ??= product.sku;
	if (gtin === '') draft.values.gtin = product.gtin;
}

function conflict(draft: Draft, first: string, second: string): void {
	addError(draft, 'gtin', { code: 'plu-barcode-conflict', params: { first, second } });
	delete draft.values.sku;
}

/** The product is known by its code: the lost barcode needs no decision any more. */
function forgiveBarcode(draft: Draft): void {
	const header = draft.columns.get('gtin')?.header;
	const at = draft.errors.findIndex((error) => error.column === header);
	if (header === undefined || at < 0) return;
	const [error] = draft.errors.splice(at, 1);
	if (error) addWarning(draft, 'gtin', { code: error.code });
}
