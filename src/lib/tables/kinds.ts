/**
 * Every kind of table that enters the programme. The words of the fields are written down in
 * `tests/cases/README.md`: one vocabulary, no field has two names.
 */
export const KINDS = [
	'msme-list',
	'msme-income',
	'product-list',
	'licence-list',
	'sales',
	'store-weeks',
	'store-list',
	'stock-list',
	'gtin-list',
	'net-content',
	'label-date',
	'digital-link',
	'scan',
	'nutrition',
	'ingredients',
	'agreement-list',
	'agreement-date',
	'rice-lab',
	'price-series',
	'region',
	'table',
] as const;

export type Kind = (typeof KINDS)[number];

export function isKind(text: string): text is Kind {
	return (KINDS as readonly string[]).includes(text);
}
