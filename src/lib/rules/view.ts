import type { Known } from './rule.ts';

/** What came of a question to the facts: its answer, or the first fact it needed and nobody knows. */
export type Reading<T> =
	| { readonly isKnown: true; readonly answer: T; readonly read: readonly string[] }
	| { readonly isKnown: false; readonly missing: string; readonly read: readonly string[] };

/** Thrown by the view to stop a question, and caught by `ask`. It is no error, and carries no costly stack. */
class Unknown {
	readonly key: string;
	constructor(key: string) {
		this.key = key;
	}
}

/**
 * Puts a question to the facts. It may do one thing with them: read one by its name. Whether a fact is known cannot be
 * asked, so an answer once given stays the same whatever is learnt later.
 */
export function ask<F extends object, T>(known: Known<F>, question: (facts: F) => T): Reading<T> {
	const read: string[] = [];
	try {
		return { isKnown: true, answer: question(viewOf(known, read)), read };
	} catch (stop) {
		if (stop instanceof Unknown) return { isKnown: false, missing: stop.key, read };
		throw stop;
	}
}

/**
 * For a rule whose time has not yet come to be met or unmet: what has to become true is named as if it were not known.
 * @throws always; `ask` takes it as the answer that the fact is wanting
 */
export function undecided(key: string): never {
	throw new Unknown(key);
}

function viewOf<F extends object>(known: Known<F>, read: string[]): F {
	const refuse = () => {
		throw new TypeError('a rule may read facts by name and do nothing else with them');
	};
	// The empty target never answers: every question is caught by a trap below, so that it may stand for all facts.
	return new Proxy(Object.freeze({}) as F, {
		get(_target, key) {
			if (typeof key === 'symbol') return refuse();
			if (!read.includes(key)) read.push(key);
			const value = Object.hasOwn(known, key) ? known[key as keyof F] : null;
			if (value === null || value === undefined) throw new Unknown(key);
			return value;
		},
		has: refuse,
		ownKeys: refuse,
		getOwnPropertyDescriptor: refuse,
	});
}
