/** What is agreed before stores are drawn. Rows count from 0. */
export type SelectionRules = {
	/** Test stores wanted. */
	readonly testStores: number;
	/** 1 where a store may be a test store; all may when left out (see `eligibility.ts`). */
	readonly mayTest?: Uint8Array;
	/** 1 where a store may be a control: in no other test, data complete; all may when left out. */
	readonly mayControl?: Uint8Array;
	/** Rows that are test stores whatever is drawn: picked by hand. */
	readonly include?: readonly number[];
	/** Rows that are never test stores; they may be controls. */
	readonly exclude?: readonly number[];
	/** Strata that get a test store at least. */
	readonly mandatory?: readonly number[];
	/** Share of draws that balance well enough; 0.01, with five features or fewer 0.001. */
	readonly acceptance?: number;
	/** Draws in vain before the share is relaxed by ten. */
	readonly maxDraws?: number;
	/** Controls looked for, each test store. */
	readonly controlsEach?: number;
	/** Latitude and longitude in degrees, a pair a store; both NaN where unknown. Without it distances are not looked at. */
	readonly places?: Float64Array;
	/** A control is farther than this from every test store. */
	readonly apartKm?: number;
	/** Share of the controls set aside. */
	readonly reserveRatio?: number;
};

/** What somebody who reads the selection has to be told. */
export type SelectionNote =
	/** Nothing could be drawn. */
	| 'no-eligible-store'
	/** All that are eligible are test stores, and they are fewer than wanted. */
	| 'fewer-stores-than-wanted'
	/** Mandatory strata and stores picked by hand are more than the test stores wanted. */
	| 'more-stores-than-wanted'
	/** Somebody picked test stores: the test speaks of these stores only. */
	| 'picked-by-hand'
	/** Stores to include that are not eligible or excluded: they were left out. */
	| 'include-refused'
	/** A mandatory stratum without an eligible store. */
	| 'mandatory-stratum-empty'
	/** No draw was good enough; the bound is wider than agreed. */
	| 'acceptance-relaxed'
	/** No feature varies within strata: every draw was as good. */
	| 'nothing-to-balance'
	/** Some feature's mean stands a tenth of a standard deviation or more from that of the population. */
	| 'not-balanced'
	/** Some test store has fewer controls than wanted. */
	| 'few-controls'
	/** Places were not given: controls may stand beside test stores. */
	| 'distance-not-checked';

export const SELECTION_DEFAULTS = {
	maxDraws: 200_000,
	controlsEach: 10,
	apartKm: 3,
	reserveRatio: 0.2,
} as const;
