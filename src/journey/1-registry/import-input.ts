import * as v from 'valibot';
import * as field from '#people/input.ts';
import type { Told } from '#lib/tables/result.ts';
import { type ImportDecisions, type Take, takes } from './import-decisions.ts';

/** What the sender states about a file; nothing else is assumed about it. */
export const toldFields = {
	date_order: v.optional(
		field.optional(v.picklist(['day-month-year', 'month-day-year'], 'input.unknown-choice')),
	),
	locale: v.optional(field.optional(v.picklist(['id-ID', 'en-US'], 'input.unknown-choice'))),
	week_system: v.optional(field.optional(field.text(40))),
	currency: v.optional(field.optional(field.text(10))),
};

/**
 * Answers to what a preview asks, flat as forms send them: `row.!7` says what of a waiting row is taken, `same.!7` whom
 * it is about, `column.Nama Toko` which field a column fills (`-` leaves it out). What is not sent stays as it was
 * decided; an empty answer takes the decision back.
 */
export const decisionInput = v.looseObject({
	importId: field.id,
	...toldFields,
	allRows: v.optional(field.optional(v.picklist(takes, 'input.unknown-choice'))),
});
type Answers = v.InferOutput<typeof decisionInput>;

export type Decided = { readonly told: Told; readonly decisions: ImportDecisions };

/** What was told and decided, after some more answers. */
export function decide({ told, decisions }: Decided, answers: Answers): Decided {
	const stated = Object.keys(toldFields).filter((key) => answers[key] !== undefined);
	return {
		told: withoutEmpty({
			...told,
			...Object.fromEntries(stated.map((key) => [key, answers[key]])),
			columns: mappingOf({ ...told.columns, ...prefixed(answers, 'column.') }),
		}),
		decisions: withoutEmpty({
			allRows: answers.allRows === undefined ? decisions.allRows : (answers.allRows ?? undefined),
			rows: takesOf({ ...decisions.rows, ...prefixed(answers, 'row.') }),
			sameAs: withoutEmpty({ ...decisions.sameAs, ...prefixed(answers, 'same.') }),
		}),
	};
}

function takesOf(answers: Readonly<Record<string, string>>): Record<string, Take> {
	const decided = Object.entries(answers).flatMap(([row, answer]) =>
		takes.filter((take) => take === answer).map((take) => [row, take]),
	);
	return Object.fromEntries(decided);
}

function prefixed(answers: Answers, prefix: string): Record<string, string> {
	const own = Object.entries(answers).filter(([name]) => name.startsWith(prefix));
	return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), String(value ?? '')]));
}

/** The reader leaves a column out when its field is ''; in a form that is `-`, because '' takes a mapping back. */
function mappingOf(columns: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(columns).flatMap(([header, chosen]) =>
			chosen === '' ? [] : [[header, chosen === '-' ? '' : chosen]],
		),
	);
}

function withoutEmpty<T extends object>(object: T): T {
	const isEmpty = (value: unknown) => value === null || value === undefined || value === '';
	return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value))) as T;
}
