import { addDays, type LocalDate } from '#lib/calendar.ts';
import type { RuleId } from './all-rules.ts';
import { isOpen, type Readiness } from './standing.ts';
import { type Step, stepsOf } from './steps.ts';

/** Two ends of a guess: when all goes quickly, and when everything takes as long as it usually may. */
export type DayRange = { readonly soonest: LocalDate; readonly latest: LocalDate };

export type DatedStep = Step & { readonly begins: DayRange; readonly ends: DayRange };

export type Plan = {
	/** When the last blocker can be settled; today when none is open. */
	readonly readyOn: DayRange;
	/** The chain of steps that decides that day, first to last; empty when nothing blocks. */
	readonly path: readonly RuleId[];
	/** Steps on the way to ready of which nobody knows how long they take: the day leaves them out. */
	readonly undated: readonly RuleId[];
	readonly steps: readonly DatedStep[];
};

/**
 * The fastest way to ready, counted from `today`: everything that can run at once does. Days are the usual ones of each
 * remedy, which no office has promised.
 */
export function planOf({ verdicts, endings }: Readiness, today: LocalDate): Plan {
	const steps = stepsOf(verdicts, endings);
	const day = (days: number) => addDays(today, days);
	const range = (of: (span: Step['latest']) => number, { soonest, latest }: Step): DayRange => ({
		soonest: day(of(soonest)),
		latest: day(of(latest)),
	});
	const blockers = new Set(
		verdicts.filter((judged) => judged.severity === 'blocker' && isOpen(judged)).map(({ rule }) => rule),
	);
	const needed = steps.filter(({ unblocks }) => unblocks.length > 0);
	const last = (which: 'soonest' | 'latest') =>
		Math.max(0, ...steps.filter(({ rule }) => blockers.has(rule)).map((step) => step[which].ends));
	return {
		readyOn: { soonest: day(last('soonest')), latest: day(last('latest')) },
		path: pathTo(longest(steps.filter(({ rule }) => blockers.has(rule))), steps),
		undated: needed.filter(({ isUndated }) => isUndated).map(({ rule }) => rule),
		steps: steps.map((step) => ({
			...step,
			begins: range(({ begins }) => begins, step),
			ends: range(({ ends }) => ends, step),
		})),
	};
}

function longest(steps: readonly Step[]): Step | undefined {
	return steps.toSorted((a, b) => b.latest.ends - a.latest.ends)[0];
}

/** The chain that makes this step end so late: of what comes before it, always the last to end. */
function pathTo(step: Step | undefined, steps: readonly Step[]): RuleId[] {
	if (!step) return [];
	const before = longest(steps.filter(({ rule }) => step.after.includes(rule)));
	return [...pathTo(before, steps), step.rule];
}
