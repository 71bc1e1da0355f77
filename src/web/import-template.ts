import { importFields } from '../journey/1-registry/import-fields.ts';
import type { ImportKind } from '../journey/1-registry/import-kinds.ts';
import type { Field, FieldType } from '../lib/tables/spec.ts';
import { exampleOf, type ExampleValue } from './import-examples.ts';
import { fieldWord } from './import-words.ts';
import { inLocale } from './locale.ts';
import { say } from './say.ts';

/** A column of a template: what its sheet needs to know, and what the sheet of explanations says of it. */
export type TemplateColumn = {
	readonly name: string;
	/** Indonesian in every language: it is what the offices and shops themselves write. */
	readonly heading: string;
	readonly meaning: string;
	readonly form: string;
	readonly need: string;
	readonly example: ExampleValue;
	/** What its cells may say; empty where anything may stand. */
	readonly choices: readonly string[];
	/** A number that is a name: a spreadsheet must not calculate with it. */
	readonly isText: boolean;
	readonly isDate: boolean;
};

/** What the first cell of the example row says. The reader passes over such a row, whoever wrote it. */
export const EXAMPLE_MARK = 'CONTOH: hapus baris ini';

const IDENTIFIERS: ReadonlySet<FieldType> = new Set([
	'code',
	'nik',
	'phone',
	'nib',
	'pirt',
	'halal',
	'gtin',
] as const);

/** The first of each list is written by the reader's own choice of words; all of them are understood. */
const CHOICES: Partial<Record<FieldType, readonly string[]>> = {
	'yes-no': ['ya', 'tidak'],
	mark: ['ya', 'tidak', 'proses'],
};

const SOLD = [['date'], ['sku', 'gtin', 'product'], ['qty', 'value_idr', 'net_idr']];

/** Of each group one has to be filled, beside the fields that are required by themselves. */
const ONE_OF: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
	'msme-list': [['business', 'owner']],
	'store-list': [],
	sales: SOLD,
	'store-weeks': [],
	'sell-out': [...SOLD, ['store_code', 'store']],
};

/** The columns of a kind's template, what names the row first. */
export function templateColumns(kind: ImportKind): TemplateColumn[] {
	const fields = importFields(kind);
	const first = fields.find(({ type }) => type === 'name' || type === 'code');
	const ordered = first ? [first, ...fields.filter((field) => field !== first)] : fields;
	return ordered.map((field, i) => columnOf(kind, field, i === 0));
}

function columnOf(kind: ImportKind, field: Field, isFirst: boolean): TemplateColumn {
	const { name, type } = field;
	return {
		name,
		heading: headingOf(name),
		meaning: say(`import.template.meaning.${name}`),
		form: say(`import.template.form.${type}`),
		need: needOf(kind, field),
		example: isFirst ? EXAMPLE_MARK : exampleOf(name),
		choices: CHOICES[type] ?? [],
		isText: IDENTIFIERS.has(type),
		isDate: type === 'date' || type === 'moment',
	};
}

const headingOf = (name: string) => inLocale('id', () => fieldWord(name));

function needOf(kind: ImportKind, { name, required }: Field): string {
	const group = ONE_OF[kind].find((names) => names.includes(name));
	if (group && group.length > 1)
		return say('import.template.one-of', { headings: group.map(headingOf).join(', ') });
	return say(required || group ? 'fact.yes' : 'fact.no');
}
