import type { Confidence } from '#lib/rules/rule.ts';

/** Who can say it: the maker, the mentor on a visit, an office, a laboratory, the retailer. */
type Supplier = 'producer' | 'mentor' | 'office' | 'laboratory' | 'retailer';

export type FactSource = {
	readonly from: Supplier;
	/** How far it is trusted as it was entered, before anybody has looked at its evidence. */
	readonly confidence: Confidence;
	/** For texts: the empty text means that there is none, and that this is known. */
	readonly mayBeEmpty?: true;
	/** For proofs: what counts until the proof is shown. */
	readonly untilShown?: false;
};

/** A text of which it may be known that there is none. */
export const text = (from: Supplier, confidence: Confidence) =>
	({ type: 'text', mayBeEmpty: true, from, confidence }) as const;

/** A text that always exists. */
export const code = (from: Supplier, confidence: Confidence) => ({ type: 'text', from, confidence }) as const;

/** A number that is never below zero. */
export const number = (unit: string, from: Supplier, confidence: Confidence) =>
	({ type: 'number', unit, min: 0, from, confidence }) as const;

export const date = (from: Supplier, confidence: Confidence) => ({ type: 'date', from, confidence }) as const;

export const yesNo = (from: Supplier, confidence: Confidence) =>
	({ type: 'yes-no', from, confidence }) as const;

/** A claim whose burden of proof lies with the maker: it counts as false until it is shown. */
export const proof = (from: Supplier, confidence: Confidence) =>
	({ type: 'yes-no', untilShown: false, from, confidence }) as const;

export const choice = <const Values extends readonly string[]>(
	values: Values,
	from: Supplier,
	confidence: Confidence,
) => ({ type: 'choice', values, from, confidence }) as const;
