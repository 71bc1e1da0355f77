import { MSME_FIELDS } from '#lib/tables/kinds/msme-list.ts';
import { SALES_FIELDS } from '#lib/tables/kinds/sales/fields.ts';
import { storeList } from '#lib/tables/kinds/store-list.ts';
import { storeWeeks } from '#lib/tables/kinds/store-weeks.ts';
import type { Field } from '#lib/tables/spec.ts';
import type { ImportKind } from './import-kinds.ts';

const fields: Readonly<Record<ImportKind, readonly Field[]>> = {
	'msme-list': MSME_FIELDS,
	'store-list': storeList.fields,
	sales: SALES_FIELDS,
	'store-weeks': storeWeeks.fields,
	'sell-out': SALES_FIELDS,
};

/** Everything a column of this kind of file can mean. */
export const importFields = (kind: ImportKind): readonly Field[] =>
	fields[kind].filter(({ helper }) => !helper);
