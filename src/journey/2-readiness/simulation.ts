import { addDays, type LocalDate } from '#lib/calendar.ts';
import { changesBetween, type RuleChange } from './comparison.ts';
import type { Validity } from './endings.ts';
import type { FactKey, KnownFacts } from './facts.ts';
import { readiness } from './next-step.ts';
import type { RuleId } from './all-rules.ts';
import { judgedAlong, lawDays } from './judged-along.ts';
import { type Ending, isOpen } from './standing.ts';

/** A fact that is expected: "the halal certificate comes on 10 January". */
export type Expected = { readonly key: FactKey; readonly value: unknown; readonly on: LocalDate };

/** A day on which something changes, and what it changes. */
export type Moment = {
	readonly day: LocalDate;
	readonly ready: boolean | null;
	readonly changes: readonly RuleChange[];
};

export type Setting = {
	readonly known: KnownFacts;
	readonly signed: ReadonlySet<string>;
	readonly validity?: Validity;
};

/**
 * The days ahead on which a product's verdicts change: when an expected fact comes, a permit ends, a time runs out, or
 * a law begins or ends. The first moment is `from`, as things stand; days after `until` are left out.
 */
export function simulate(
	setting: Setting,
	expected: readonly Expected[],
	from: LocalDate,
	until: LocalDate,
): Moment[] {
	const judgedOn = (day: LocalDate) =>
		readiness(knownOn(setting, expected, day), day, setting.signed, setting.validity);
	const days = [...expected.map(({ on }) => on), ...lawDays];
	const along = judgedAlong(judgedOn, days, from, until);
	return along
		.map(({ day, found }, i) => ({
			day,
			ready: found.ready,
			changes: changesBetween(along[i - 1]?.found.verdicts ?? found.verdicts, found.verdicts),
		}))
		.filter(({ changes }, i) => i === 0 || changes.length > 0);
}

/** The first day on which the product is ready to stay so until the end of what was simulated; null if there is none. */
export function readyFrom(moments: readonly Moment[]): LocalDate | null {
	const lastNotReady = moments.findLastIndex(({ ready }) => ready !== true);
	return moments[lastNotReady + 1]?.day ?? null;
}

/** What an ending takes with it: rules that are worse off on the day after it, if nothing is done until then. */
export function lostAfter(setting: Setting, { lastDay }: Pick<Ending, 'lastDay'>): RuleId[] {
	const [evening, morning] = [lastDay, addDays(lastDay, 1)].map(
		(day) => readiness(knownOn(setting, [], day), day, setting.signed).verdicts,
	);
	return changesBetween(evening ?? [], morning ?? [])
		.filter(
			({ before, after }) =>
				after && isOpen(after) && (before?.verdict === 'met' || after.verdict === 'unmet'),
		)
		.map(({ rule }) => rule);
}

/** What will be known: expected facts that have come, without those whose evidence has lapsed. */
function knownOn({ known, validity }: Setting, expected: readonly Expected[], day: LocalDate): KnownFacts {
	const lapsed = new Set([...(validity ?? [])].filter(([, last]) => last < day).map(([key]) => key));
	const kept = Object.entries(known).filter(([key]) => !lapsed.has(key as FactKey));
	const come = expected.filter(({ on }) => on <= day).map(({ key, value }) => [key, value]);
	return Object.fromEntries([...kept, ...come]);
}
