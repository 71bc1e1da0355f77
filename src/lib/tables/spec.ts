import type { Context } from './context.ts';
import { type Phrases, phrases } from './headers.ts';
import type { CellReader } from './understood.ts';

/** What the cells of a field hold; each type has one way of understanding a cell. */
export type FieldType =
	| 'text'
	| 'code'
	| 'name'
	| 'date'
	| 'moment'
	| 'year'
	| 'money'
	| 'whole'
	| 'decimal'
	| 'percent'
	| 'mark'
	| 'yes-no'
	| 'nik'
	| 'phone'
	| 'nib'
	| 'pirt'
	| 'halal'
	| 'gtin'
	| 'licences'
	| 'district'
	| 'village'
	| 'latitude'
	| 'longitude';

export type Field = {
	readonly name: string;
	readonly type: FieldType;
	readonly phrases: Phrases;
	/** A row without it waits for a decision. */
	readonly required?: boolean;
	/** May be below zero: returns. */
	readonly signed?: boolean;
	/** Limits of what can be true. */
	readonly min?: number;
	readonly max?: number;
	/** An amount below this is shown to the user: it may have lost its thousands. */
	readonly small?: number;
	/** A column that is read but is no field of its own: it helps to understand the others. */
	readonly helper?: boolean;
	/** How this field alone understands its cells; `unit` is what the header says in brackets. */
	readonly reader?: (context: Context, unit: string) => CellReader;
};

export type FieldOptions = Omit<Field, 'name' | 'type' | 'phrases'>;

/** `field('nik', 'nik', 'nik|nomor ktp')`: a field with the headers that name it, best known first. */
export function field(name: string, type: FieldType, headers: string, options: FieldOptions = {}): Field {
	return { name, type, phrases: phrases(headers), ...options };
}
