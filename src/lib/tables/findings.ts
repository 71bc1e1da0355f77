import { m } from '#messages/messages.js';
import { cellAddress } from './grid.ts';
import type { Finding, FindingParams, Value } from './result.ts';

/** What is wrong or odd with a value, before anybody says where it stands. */
export type Issue = { readonly code: string; readonly params?: FindingParams; readonly offer?: Value };

/** Where a finding stands. `index` is the column from 0, for the address of the cell. */
export type Place = {
	readonly row: number | null;
	readonly column: string | null;
	readonly index?: number;
	readonly sheet?: string;
	readonly value?: string;
};

export type Locale = 'id' | 'en';

type Message = (params: FindingParams, options: { locale: Locale }) => string;

const catalogue: Readonly<Record<string, unknown>> = m;

function isMessage(value: unknown): value is Message {
	return typeof value === 'function';
}

/** A finding with its message in Indonesian. */
export function finding(place: Place, issue: Issue): Finding {
	const { row, column, index, sheet, value } = place;
	const cell = row !== null && index !== undefined ? cellAddress(index, row) : '';
	const params = { cell, row: row ?? '', column: column ?? '', value: value ?? '', ...issue.params };
	const bare = { row, column, ...(sheet ? { sheet } : {}), code: issue.code, params };
	return {
		...bare,
		message: messageOf(bare),
		...(value === undefined ? {} : { value }),
		...(issue.offer === undefined ? {} : { offer: issue.offer }),
	};
}

/** Key of a code's message: `date/ambiguous-order` is said by `tables.date.ambiguous-order`. */
export const messageKey = (code: string): string => `tables.${code.replace('/', '.')}`;

/** What a finding says to a person: the place first, then what is wrong and what to do. */
export function messageOf(found: Pick<Finding, 'code' | 'params'>, locale: Locale = 'id'): string {
	const say = catalogue[messageKey(found.code)];
	if (!isMessage(say)) throw new Error(`no message for the finding ${found.code}`);
	return `${placeOf(found.params, locale)}${say(found.params, { locale })}`;
}

function placeOf(params: FindingParams, locale: Locale): string {
	const { cell = '', column = '', row = '' } = params;
	if (cell !== '') return m['tables.at-cell']({ cell, column }, { locale });
	if (row !== '') return m['tables.at-row']({ row }, { locale });
	return column === '' ? '' : m['tables.at-column']({ column }, { locale });
}
