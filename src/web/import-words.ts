import type { Finding, Value } from '../lib/tables/result.ts';
import { isLocalDate } from '../lib/calendar.ts';
import { formatRupiah } from '../lib/money.ts';
import { spokenPhone } from '../people/contact.ts';
import { importFields } from '../journey/1-registry/import-fields.ts';
import { type ImportKind, importKinds, isImportKind } from '../journey/1-registry/import-kinds.ts';
import { formatDay, formatNumber } from './format.ts';
import { hasMessage, say } from './say.ts';

/** Everything a column of this kind of file can mean. */
export function fieldChoices(kind: string) {
	return (isImportKind(kind) ? importFields(kind) : [])
		.map(({ name }) => ({ value: name, label: fieldWord(name) }))
		.toSorted((a, b) => a.label.localeCompare(b.label));
}

export function kindChoices(kinds: readonly ImportKind[]) {
	return kinds.map((kind) => ({
		value: kind,
		label: say(`import.kind.${kind}`),
		detail: say(`import.kind-detail.${kind}`),
	}));
}

export const allKinds = Object.keys(importKinds).filter(isImportKind);

export function fieldWord(name: string): string {
	const code = `import.field.${name}`;
	return hasMessage(code) ? say(code) : name;
}

/** What was understood of a cell, as a person reads it. */
export function valueWords(field: string, value: Value | undefined): string {
	if (value === null || value === undefined) return say('import.change-none');
	if (typeof value === 'boolean') return say(value ? 'fact.yes' : 'fact.no');
	if (typeof value === 'number') return numberWords(field, value);
	if (Array.isArray(value)) return value.map((part) => valueWords(field, part)).join(', ');
	if (typeof value !== 'string') return JSON.stringify(value);
	if (isLocalDate(value)) return formatDay(value);
	const choice = `registry.choice.${value}`;
	if (field.startsWith('has_') && hasMessage(choice)) return say(choice);
	return field.startsWith('phone') ? spokenPhone(value) : value;
}

function numberWords(field: string, value: number): string {
	if (field.endsWith('_year') || field.endsWith('Year')) return String(value);
	if (/(_idr|Idr)$/.test(field) && Number.isInteger(value)) return formatRupiah(value);
	return formatNumber(value, /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0);
}

/** What is wrong or odd, without the place: that stands beside it. */
export function findingWords({ code, params }: Pick<Finding, 'code' | 'params'>): string {
	const words = say(`tables.${code.replace('/', '.')}`, params);
	return words.charAt(0).toUpperCase() + words.slice(1);
}
