import * as v from 'valibot';

/** None, one or several: a form sends one as a text; a written list has commas, semicolons or lines between. */
export const several = v.pipe(
	v.nullish(v.union([v.string(), v.array(v.string())], 'input.unknown-choice'), []),
	v.transform((given) => (typeof given === 'string' ? [given] : given)),
	v.transform((given) => given.map((part) => part.trim()).filter((part) => part !== '')),
);

export const written = v.pipe(
	several,
	v.transform((given) =>
		given
			.flatMap((part) => part.split(/[,;\n]/))
			.map((part) => part.trim())
			.filter((part) => part !== ''),
	),
);

/** Our store's id by the file's name for it; a form sends each as `id=name`. */
export const storeMap = v.pipe(
	v.nullish(
		v.union([v.record(v.string(), v.string()), v.string(), v.array(v.string())], 'input.unknown-choice'),
		{},
	),
	v.transform((given) => (typeof given === 'string' ? [given] : given)),
	v.transform((given) =>
		Array.isArray(given)
			? Object.fromEntries(
					given
						.filter((pair) => pair.includes('='))
						.map((pair) => [pair.slice(pair.indexOf('=') + 1), pair.slice(0, pair.indexOf('='))]),
				)
			: given,
	),
);
