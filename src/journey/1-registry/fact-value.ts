import * as v from 'valibot';
import type { FactType } from '#lib/rules/vocabulary.ts';
import { type Result, ok, problem } from '#lib/result.ts';
import * as field from '#people/input.ts';
import type { FactValue } from './msme-row.ts';

const LARGEST = 1e15;

/**
 * The value of a fact from what a form or a program sends: `12.500` for rupiah, `3,5` for percent, `03/03/2026` for a
 * day, `yes` or `no`. Problems are those of the inputs, such as `input.not-a-date`, at the field `value`.
 */
export function factValue(type: FactType, given: unknown): Result<FactValue> {
	const parsed = v.safeParse(schemaOf(type), given);
	if (parsed.success) return ok(parsed.output);
	return problem('command.input-invalid', {}, { value: parsed.issues[0].message });
}

function schemaOf(type: FactType): v.GenericSchema<unknown, FactValue> {
	switch (type.type) {
		case 'text':
			return field.text(2000);
		case 'date':
			return field.date;
		case 'yes-no':
			return yesNo;
		case 'choice':
			return v.picklist(type.values, 'input.unknown-choice');
		case 'number':
			return type.unit.startsWith('IDR') ? field.whole(type.min, LARGEST) : field.decimal(type.min, LARGEST);
	}
}

const yesNo = v.pipe(
	v.union([v.boolean(), v.picklist(['yes', 'no', 'true', 'false'])], 'input.unknown-choice'),
	v.transform((given) => given === true || given === 'yes' || given === 'true'),
);
