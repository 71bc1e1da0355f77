/** What is known of a store that might take part. */
export type Candidate = {
	/** Weeks since it opened. */
	readonly weeksOpen: number;
	/** Store-days with data in the weeks before, as a share of all: 0 to 1. */
	readonly dataRatio: number;
	/** Days from the depot to its shelf; null when nobody delivers there. */
	readonly leadDays: number | null;
	/** Whether another test runs there in the same weeks. */
	readonly inOtherTest: boolean;
	/** Whether the shelf has room for the product. */
	readonly hasSpace: boolean;
};

export type EligibilityRules = {
	/** The longest that a delivery may take; the supplier's to say. */
	readonly maxLeadDays: number;
	/** 26 and 0.9 unless told otherwise (method 6.1). */
	readonly minWeeksOpen?: number;
	readonly minDataRatio?: number;
};

/** Why a store cannot take part. */
export type Unfit = 'opened-lately' | 'data-incomplete' | 'in-other-test' | 'out-of-reach' | 'no-space';

/** The first three keep a store from being a control too: a control gets no goods, but it must be comparable. */
const UNFIT_AS_CONTROL: readonly Unfit[] = ['opened-lately', 'data-incomplete', 'in-other-test'];

/** Everything that keeps a store from being a test store; nothing when it is eligible. */
export function whyNotEligible(
	store: Candidate,
	{ maxLeadDays, minWeeksOpen = 26, minDataRatio = 0.9 }: EligibilityRules,
): Unfit[] {
	const unfit: Record<Unfit, boolean> = {
		'opened-lately': !(store.weeksOpen >= minWeeksOpen),
		'data-incomplete': !(store.dataRatio >= minDataRatio),
		'in-other-test': store.inOtherTest,
		'out-of-reach': store.leadDays === null || !(store.leadDays <= maxLeadDays),
		'no-space': !store.hasSpace,
	};
	return Object.entries(unfit).flatMap(([why, holds]) => (holds ? [why as Unfit] : []));
}

/** Who may be a test store and who a control, 1 for yes, and how many stores each reason keeps out. */
export function eligibility(
	stores: readonly Candidate[],
	rules: EligibilityRules,
): { mayTest: Uint8Array; mayControl: Uint8Array; keptOut: Readonly<Partial<Record<Unfit, number>>> } {
	const reasons = stores.map((store) => whyNotEligible(store, rules));
	const keptOut: Partial<Record<Unfit, number>> = {};
	for (const why of reasons.flat()) keptOut[why] = (keptOut[why] ?? 0) + 1;
	return {
		mayTest: Uint8Array.from(reasons, (unfit) => (unfit.length === 0 ? 1 : 0)),
		mayControl: Uint8Array.from(reasons, (unfit) =>
			unfit.some((why) => UNFIT_AS_CONTROL.includes(why)) ? 0 : 1,
		),
		keptOut,
	};
}
