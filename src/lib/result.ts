/** What went wrong on a good day: a code that is also its message key, and what the message needs. */
export type Problem = {
	readonly ok: false;
	/** Such as `market-test.not-conclusive`; the key of its message too. */
	readonly code: string;
	/** What the message names, such as `{ cell: 'D37' }`. */
	readonly params: Readonly<Record<string, string | number>>;
	/** Problems of single fields, by the field's path. */
	readonly fields: Readonly<Record<string, string>>;
};

export type Ok<T> = { readonly ok: true; readonly value: T };

/** What can happen on a good day is a value; what must never happen is thrown. */
export type Result<T> = Ok<T> | Problem;

export function ok<T>(value: T): Ok<T> {
	return { ok: true, value };
}

export function problem(
	code: string,
	params: Problem['params'] = {},
	fields: Problem['fields'] = {},
): Problem {
	return { ok: false, code, params, fields };
}
