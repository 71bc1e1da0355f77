import type { Answer } from '../assemble.ts';
import type { Context } from '../context.ts';
import type { Sheet } from '../grid.ts';
import type { Kind } from '../kinds.ts';
import { readRecordKind, type RecordKind } from '../record-kind.ts';
import { agreementDate } from './agreement/agreement-date.ts';
import { agreementList } from './agreement/agreement-list.ts';
import { gtinList } from './gtin-list.ts';
import { ingredients } from './ingredients.ts';
import { digitalLink, netContentKind, scan } from './label.ts';
import { labelDate } from './label-date.ts';
import { licenceList } from './licence-list.ts';
import { msmeList } from './msme-list.ts';
import { readIncome } from './msme-income.ts';
import { nutrition } from './nutrition.ts';
import { productList } from './product-list.ts';
import { region } from './region.ts';
import { readPrices } from './rice/prices.ts';
import { readRiceLab } from './rice/rice-lab.ts';
import { readSales } from './sales/sales.ts';
import { stockList } from './stock-list.ts';
import { storeList } from './store-list.ts';
import { storeWeeks } from './store-weeks.ts';
import { plainTable } from './table.ts';

export type KindReader = (sheets: readonly Sheet[], context: Context) => Answer;

const records =
	(kind: RecordKind): KindReader =>
	(sheets, context) =>
		readRecordKind(kind, sheets, context);

export const READERS: Readonly<Record<Kind, KindReader>> = {
	'msme-list': records(msmeList),
	'product-list': records(productList),
	'licence-list': records(licenceList),
	'gtin-list': records(gtinList),
	'net-content': records(netContentKind),
	'label-date': records(labelDate),
	'digital-link': records(digitalLink),
	scan: records(scan),
	nutrition: records(nutrition),
	ingredients: records(ingredients),
	region: records(region),
	table: records(plainTable),
	'agreement-list': records(agreementList),
	'agreement-date': records(agreementDate),
	'msme-income': readIncome,
	'rice-lab': readRiceLab,
	'price-series': readPrices,
	'stock-list': records(stockList),
	sales: readSales,
	'store-list': records(storeList),
	'store-weeks': records(storeWeeks),
};
