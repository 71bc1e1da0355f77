import * as v from 'valibot';
import { whole } from '#people/input.ts';
import { HIGHEST_SCORE, LOWEST_SCORE } from '../call.ts';

const texts = v.pipe(
	v.nullish(v.union([v.string(), v.array(v.string())], 'input.missing'), []),
	v.transform((given) => (typeof given === 'string' ? [given] : given)),
	v.transform((given) => given.map((part) => part.trim())),
);

/** Texts that belong together line by line, also empty ones; a form sends a single one as it is. */
export const lines = v.pipe(texts, v.array(v.pipe(v.string(), v.maxLength(500, 'input.too-long'))));

const score = whole(LOWEST_SCORE, HIGHEST_SCORE);

/** Scores in the order of the criteria; a form sends a single one as it is. */
export const scores = v.pipe(
	v.union([v.string(), v.number(), v.array(v.union([v.string(), v.number()]))], 'input.missing'),
	v.transform((given) => (Array.isArray(given) ? given : [given])),
	v.array(score),
);

/** An hour as people write it here (16.00) or as machines do (16:00). */
export const hour = v.pipe(
	v.string('input.missing'),
	v.trim(),
	v.transform((given) => given.replace(':', '.').padStart(5, '0')),
	v.regex(/^([01]\d|2[0-3])\.[0-5]\d$/, 'curation.not-an-hour'),
);
