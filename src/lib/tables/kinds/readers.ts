import type { Answer } from '../assemble.ts';
import type { Context } from '../context.ts';
import type { Sheet } from '../grid.ts';
import type { Kind } from '../kinds.ts';
import { readRecordKind, type RecordKind } from '../record-kind.ts';
import { msmeList } from './msme-list.ts';
import { readSales } from './sales/sales.ts';
import { storeList } from './store-list.ts';
import { storeWeeks } from './store-weeks.ts';

export type KindReader = (sheets: readonly Sheet[], context: Context) => Answer;

const records =
	(kind: RecordKind): KindReader =>
	(sheets, context) =>
		readRecordKind(kind, sheets, context);

export const READERS: Readonly<Partial<Record<Kind, KindReader>>> = {
	'msme-list': records(msmeList),
	sales: readSales,
	'store-list': records(storeList),
	'store-weeks': records(storeWeeks),
};
