import { addDays, type LocalDate } from '#lib/calendar.ts';
import { ask } from '#lib/rules/view.ts';
import type { FactKey, KnownFacts } from './facts.ts';
import { ruleOf } from './rules-by-id.ts';
import type { Ending, StandingJudgement } from './standing.ts';
import { reminderDays, renewalLeadDays } from './tables/renewals.ts';

/** Until when the evidence of single facts counts, where the dossier says so. */
export type Validity = ReadonlyMap<FactKey, LocalDate>;

/**
 * What ends, the soonest first: what the rules themselves know of (`holdsUntil`), and what the dossier says of the
 * evidence they read. The day to begin comes before it by the renewal's lead; for a proof still open, it is today.
 */
export function endings(
	verdicts: readonly StandingJudgement[],
	known: KnownFacts,
	onDay: LocalDate,
	validity: Validity = new Map(),
): Ending[] {
	return verdicts
		.flatMap((judged): Ending[] => {
			const { rule, verdict, read } = judged;
			if (verdict !== 'met' && !(verdict === 'unknown' && isInProgress(judged, known))) return [];
			const ownDays = ownLastDays(judged, known, onDay);
			const days =
				verdict === 'met' ? [...ownDays, ...read.flatMap((key) => validity.get(key) ?? [])] : ownDays;
			const lastDay = days.toSorted()[0];
			if (lastDay === undefined) return [];
			const beginOn = verdict === 'met' ? addDays(lastDay, -renewalLeadDays(rule)) : onDay;
			return [{ rule, verdict, lastDay, beginOn, isDue: beginOn <= onDay }];
		})
		.toSorted((a, b) => a.lastDay.localeCompare(b.lastDay));
}

/** What it waits for is known, and known not to be done yet. */
const isInProgress = ({ missing }: StandingJudgement, known: KnownFacts) =>
	missing.some((key) => known[key] === false);

/** Each last day is asked by itself; one whose fact nobody knows says nothing. */
function ownLastDays({ rule }: StandingJudgement, known: KnownFacts, onDay: LocalDate): LocalDate[] {
	return (ruleOf(rule).holdsUntil ?? []).flatMap((lastDay) => {
		const reading = ask(known, (facts: Parameters<typeof lastDay>[0]) => lastDay(facts, onDay));
		return reading.isKnown ? [reading.answer] : [];
	});
}

/** The days on which people are reminded of an ending: when to begin, and 60, 30 and 7 days before. */
export function remindersOf({ lastDay, beginOn }: Ending): LocalDate[] {
	const days = reminderDays.map((before) => addDays(lastDay, -before)).filter((day) => day > beginOn);
	return [beginOn, ...days];
}
