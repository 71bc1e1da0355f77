import { ask } from '#lib/rules/view.ts';
import type { KnownFacts, ReadinessFacts } from './facts.ts';
import { isWithin, type RiceMeasure, type RiceRuleSet } from './tables/rice-classes.ts';

/** Where each measure of a lot stands among the facts. */
export const measured: Readonly<Record<RiceMeasure, (facts: ReadinessFacts) => number>> = {
	milling: (facts) => facts['rice.millingPercent'],
	moisture: (facts) => facts['rice.moisturePercent'],
	brewers: (facts) => facts['rice.brewersPercent'],
	broken: (facts) => facts['rice.brokenPercent'],
	otherGrains: (facts) => facts['rice.otherGrainsPercent'],
	paddyPer100g: (facts) => facts['rice.paddyPer100g'],
	foreign: (facts) => facts['rice.foreignPercent'],
	head: (facts) => facts['rice.headPercent'],
	red: (facts) => facts['rice.redPercent'],
	damaged: (facts) => facts['rice.damagedPercent'],
	chalky: (facts) => facts['rice.chalkyPercent'],
};

/** The class a lot reaches under one set of rules: the best that holds, null when none does, or what is wanting. */
export type RiceGrade<Class extends string> =
	{ readonly set: string; readonly class: Class | null } | { readonly set: string; readonly missing: string };

/** Grades a lot under the set: the classes are tried from the best, and a measure nobody knows stops it. */
export function riceGrade<Class extends string>(
	set: RiceRuleSet<Class>,
	known: KnownFacts,
): RiceGrade<Class> {
	const classes = Object.keys(set.classes) as Class[];
	const reading = ask(
		known,
		(facts: ReadinessFacts): Class | null =>
			classes.find((name) =>
				set.classes[name].every((limit) => isWithin(limit, measured[limit.of](facts))),
			) ?? null,
	);
	return reading.isKnown
		? { set: set.name, class: reading.answer }
		: { set: set.name, missing: reading.missing };
}
