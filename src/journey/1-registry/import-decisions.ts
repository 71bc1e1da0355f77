/**
 * What of a waiting row is taken: nothing (it is left out), what could be read (the doubtful cells count as empty), or
 * that with the values offered in their place.
 */
export const takes = ['nothing', 'readable', 'offered'] as const;
export type Take = (typeof takes)[number];

/** What a person decided about the rows of an import. A waiting row stays out until it is decided. */
export type ImportDecisions = {
	/** For every waiting row that is not decided by itself. */
	readonly allRows?: Take;
	/** By `rowKey`. */
	readonly rows?: Readonly<Record<string, Take>>;
	/** Whom a row is about, by `rowKey`: the id of a producer we know, or `new`. */
	readonly sameAs?: Readonly<Record<string, string>>;
};
