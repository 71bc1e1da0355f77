import * as v from 'valibot';
import { isLocalDate } from '../lib/calendar.ts';
import { internationalPhone, plainEmail } from './contact.ts';
import { passwordFault } from './password.ts';
import { roles } from './roles.ts';

// The parts from which commands build their inputs. Every issue's message is a message key; what a form sends as an
// empty text counts as left out.

const trimmed = v.pipe(v.string('input.missing'), v.trim());

export const text = (longest = 200) =>
	v.pipe(trimmed, v.nonEmpty('input.missing'), v.maxLength(longest, 'input.too-long'));

/** Null when left out or empty. */
export const optional = <T>(schema: v.GenericSchema<unknown, T>) =>
	v.pipe(
		// A description of the input sees only how a pipe begins; so the beginning says what may follow.
		Object.assign(v.nullish(v.unknown(), null), { optionalOf: schema }),
		v.transform((given) => (typeof given === 'string' && given.trim() === '' ? null : given)),
		v.nullable(schema),
	);

export const id = v.pipe(v.string('input.missing'), v.uuid('input.not-an-id'));

/** A day, as people write it here (03/03/2026) or as machines do (2026-03-03). */
export const date = v.pipe(
	trimmed,
	v.nonEmpty('input.missing'),
	v.transform((given) =>
		given.replace(
			/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
			(_all, day: string, month: string, year: string) =>
				`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
		),
	),
	v.check(isLocalDate, 'input.not-a-date'),
);

/** A whole number, from a number or from digits; thousands may be written with dots as people here do. */
export const whole = (least: number, most: number) =>
	v.pipe(
		v.union([v.number(), v.string()], 'input.missing'),
		v.transform((given) => (typeof given === 'number' ? given : wholeFromText(given))),
		v.number('input.not-a-number'),
		v.integer('input.not-whole'),
		v.minValue(least, 'input.too-small'),
		v.maxValue(most, 'input.too-large'),
	);

function wholeFromText(given: string): number {
	const digits = given.trim().replace(/^Rp\s*/i, '');
	const plain = /^\d{1,3}(\.\d{3})+$/.test(digits) ? digits.replaceAll('.', '') : digits;
	return /^-?\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A number that a person typed, with a comma or a dot for the decimals. */
export const decimal = (least: number, most: number) =>
	v.pipe(
		v.union([v.number(), v.string()], 'input.missing'),
		v.transform((given) =>
			typeof given === 'number'
				? given
				: /^\d+([.,]\d+)?$/.test(given.trim())
					? Number(given.trim().replace(',', '.'))
					: Number.NaN,
		),
		v.number('input.not-a-number'),
		v.minValue(least, 'input.too-small'),
		v.maxValue(most, 'input.too-large'),
	);

/** How a person is reached and recognised: a phone number or an e-mail address, in one box. */
export const contact = v.pipe(
	trimmed,
	v.nonEmpty('input.missing'),
	v.check((given) => internationalPhone(given) !== null || plainEmail(given) !== null, 'input.not-a-contact'),
	v.transform((given) => ({ email: plainEmail(given), phone: internationalPhone(given) })),
);

export const password = v.pipe(
	v.string('input.missing'),
	v.rawCheck(({ dataset, addIssue }) => {
		const fault = dataset.typed ? passwordFault(dataset.value) : null;
		if (fault) addIssue({ message: fault });
	}),
);

export const role = v.picklist(roles, 'input.unknown-choice');

/** One or several roles; a form with one box ticked sends a text. */
export const someRoles = v.pipe(
	v.union([v.string(), v.array(v.string())], 'input.missing'),
	v.transform((given) => (typeof given === 'string' ? [given] : given)),
	v.array(role),
	v.minLength(1, 'input.missing'),
	v.transform((given) => [...new Set(given)]),
);
