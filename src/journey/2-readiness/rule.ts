import type { Rule } from '#lib/rules/rule.ts';
import type { ReadinessFacts } from './facts.ts';

/** The stages of the path where a remedy may be found. */
type RemedyStage = 'registry' | 'readiness' | 'mentoring' | 'label' | 'price' | 'supply';

export type ReadinessRule<Id extends string = string> = Rule<ReadinessFacts, Id> & {
	readonly remedyIn: RemedyStage;
};

/** Declares a rule over the facts of a product; a fact that does not exist is a type error. */
export function rule<const Id extends string>(declared: ReadinessRule<Id>): ReadinessRule<Id> {
	return declared;
}
