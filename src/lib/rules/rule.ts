import type { LocalDate } from '#lib/calendar.ts';

/** What a rule says of something: it holds, it does not, a fact is wanting, or it is no concern of this rule. */
export type Verdict = 'met' | 'unmet' | 'unknown' | 'not-applicable';

/** How much hangs on a rule: `ask` is for one that must first be confirmed. */
export type Severity = 'blocker' | 'ask' | 'major' | 'minor';

/** How sure we are that the rule is so: read in its source, partly confirmed, or only commonly said. */
export type Confidence = 'high' | 'medium' | 'low';

/** Facts as they are known; one that is left out or null is not known. */
export type Known<F> = { readonly [K in keyof F]?: F[K] | null };

/** A case with its verdict. Examples explain a rule and are its tests. */
export type Example<F> = {
	readonly given: Known<F>;
	readonly verdict: Verdict;
	/** The day it is judged on, for rules that look at the calendar. */
	readonly onDay?: LocalDate;
	/** The fact that an unknown verdict asks for. */
	readonly missing?: keyof F & string;
};

/**
 * One rule over the facts F. A rule in force is never edited: it is closed with `to`, and its successor added.
 * `appliesTo` and `isMet` read facts as if all were known; reading one that is not stops them (see `judge`).
 */
export type Rule<F, Id extends string = string> = {
	readonly id: Id;
	/** Keys of the sources that say so. */
	readonly cites: readonly [string, ...string[]];
	readonly severity: Severity;
	readonly confidence: Confidence;
	/** The days it is in force: from the first, up to the day before `to`. An open side is left out. */
	readonly inForce: { readonly from?: LocalDate; readonly to?: LocalDate };
	appliesTo(facts: F, onDay: LocalDate): boolean;
	isMet(facts: F, onDay: LocalDate): boolean;
	/**
	 * The last days on which the verdict of today holds: the end of a permit, the day by which something is due. Each is
	 * asked by itself; one that has nothing to say reads a fact that is wanting, or is `undecided`.
	 */
	readonly holdsUntil?: readonly ((facts: F, onDay: LocalDate) => LocalDate)[];
	/** Where the remedy is found, in the words of whoever owns the rule. */
	readonly remedyIn: string;
	readonly examples: readonly [Example<F>, Example<F>, Example<F>, ...Example<F>[]];
};

export function isInForce(
	{ inForce: { from, to } }: Pick<Rule<never>, 'inForce'>,
	onDay: LocalDate,
): boolean {
	return (from === undefined || from <= onDay) && (to === undefined || onDay < to);
}
