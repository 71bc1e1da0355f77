import * as v from 'valibot';
import { internationalPhone } from '#people/contact.ts';
import { optional, text } from '#people/input.ts';

/** Names a content that was uploaded before: the SHA-256 that the upload answered. */
export const sha256Field = v.pipe(
	v.string('input.missing'),
	v.regex(/^[0-9a-f]{64}$/, 'registry.not-a-hash'),
);

/** A phone number in any of the ways people write it. */
export const phone = v.pipe(
	text(40),
	v.check((given) => internationalPhone(given) !== null, 'registry.not-a-phone'),
	v.transform((given) => internationalPhone(given) ?? given),
);

/** Digits of a code, without the spaces and marks people write between them. */
export const digits = (lengths: readonly number[], wrong: string) =>
	v.pipe(
		text(60),
		v.transform((given) => given.replace(/[\s.-]/g, '')),
		v.check((given) => /^\d+$/.test(given) && lengths.includes(given.length), wrong),
	);

/** A box that may be ticked. */
export const ticked = v.pipe(
	optional(v.union([v.boolean(), v.picklist(['on', 'yes', 'true'])], 'input.unknown-choice')),
	v.transform((given) => given !== null && given !== false),
);
