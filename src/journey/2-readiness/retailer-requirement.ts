import type { LocalDate } from '#lib/calendar.ts';
import { judgeAll, type Judgeable, type Judgement } from '#lib/rules/judge.ts';
import { factVocabulary, type FactKey, type KnownFacts, type ReadinessFacts } from './facts.ts';
import type { ProductCategory } from './product-kinds.ts';
import { isOpen } from './standing.ts';

export const comparisons = ['at-least', 'at-most', 'is', 'is-there'] as const;
export type Comparison = (typeof comparisons)[number];

/** What a requirement compares a fact with; null where it is enough that there is one. */
export type Wanted = string | number | boolean | null;

/** What one retailer asks beyond the law. Its id is that of its row; days exclude the end. */
export type Requirement = {
	readonly id: string;
	readonly title: string;
	readonly factKey: FactKey;
	readonly comparison: Comparison;
	readonly wanted: Wanted;
	readonly severity: 'blocker' | 'major' | 'minor';
	/** Null: of every product. */
	readonly category: ProductCategory | null;
	/** Where the retailer has written it. */
	readonly document: string;
	readonly from: LocalDate;
	readonly to: LocalDate | null;
};

export type Asked = Judgement<string, FactKey>;

/** The comparisons that make sense of a fact: numbers and days have an order, texts are there or are not. */
export function comparisonsOf(key: FactKey): readonly Comparison[] {
	switch (factVocabulary[key].type) {
		case 'number':
		case 'date':
			return ['at-least', 'at-most'];
		case 'text':
			return ['is-there'];
		case 'choice':
		case 'yes-no':
			return ['is'];
	}
}

/**
 * A requirement as a rule, so that it is judged, dated and explained like the law. The retailer itself is its source:
 * it acts from its first day, and no office has to confirm it.
 */
function ruleOf(requirement: Requirement): Judgeable<ReadinessFacts> {
	const { id, factKey, severity, category, from, to } = requirement;
	return {
		id,
		severity,
		inForce: to === null ? { from } : { from, to },
		appliesTo: (facts) => category === null || facts['product.category'] === category,
		isMet: (facts) => holds(requirement, facts[factKey]),
	};
}

function holds({ comparison, wanted }: Requirement, value: ReadinessFacts[FactKey]): boolean {
	switch (comparison) {
		case 'is-there':
			return value !== '';
		case 'is':
			return value === wanted;
		case 'at-least':
			return compare(value, wanted) >= 0;
		case 'at-most':
			return compare(value, wanted) <= 0;
	}
}

/** Numbers by size, days by the calendar; what cannot be compared never holds. */
function compare(value: ReadinessFacts[FactKey], wanted: Wanted): number {
	if (typeof value === 'number' && typeof wanted === 'number') return value - wanted;
	if (typeof value === 'string' && typeof wanted === 'string')
		return value < wanted ? -1 : Number(value > wanted);
	return Number.NaN;
}

/** What of a retailer's own requirements is met on the day, the weightiest first. */
export function judgeRequirements(
	requirements: readonly Requirement[],
	known: KnownFacts,
	onDay: LocalDate,
): Asked[] {
	return judgeAll(requirements.map(ruleOf), known, onDay);
}

/** Ready for the law, and for this retailer: a blocker of its own that is open holds the product up as well. */
export function readyFor(ready: boolean | null, asked: readonly Asked[]): boolean | null {
	const open = asked.filter((one) => one.severity === 'blocker' && isOpen(one));
	if (ready === false || open.some(({ verdict }) => verdict === 'unmet')) return false;
	return open.length > 0 ? null : ready;
}

export type AskedChange = {
	readonly id: string;
	readonly before: Asked | null;
	readonly after: Asked | null;
};

/** What differs between two retailers, or two days of one: requirements that only one has, or that are met by one. */
export function askedChanges(before: readonly Asked[], after: readonly Asked[]): AskedChange[] {
	const ids = [...new Set([...before, ...after].map(({ rule }) => rule))];
	const find = (side: readonly Asked[], id: string) => side.find(({ rule }) => rule === id) ?? null;
	return ids
		.map((id) => ({ id, before: find(before, id), after: find(after, id) }))
		.filter(
			(change) =>
				change.before?.verdict !== change.after?.verdict ||
				change.before?.severity !== change.after?.severity,
		);
}
