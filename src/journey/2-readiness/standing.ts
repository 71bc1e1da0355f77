import type { LocalDate } from '#lib/calendar.ts';
import type { Judgement } from '#lib/rules/judge.ts';
import type { RuleId } from './all-rules.ts';
import type { FactKey } from './facts.ts';

/** A verdict with the weight it has today, and whether an office has signed its rule. */
export type StandingJudgement = Judgement<RuleId, FactKey> & { readonly isSigned: boolean };

/** The end of what a verdict rests on: of a permit that makes it met, or of the time to prove what is still open. */
export type Ending = {
	readonly rule: RuleId;
	readonly verdict: 'met' | 'unknown';
	readonly lastDay: LocalDate;
	/** The day on which to begin with the renewal or the proof. */
	readonly beginOn: LocalDate;
	/** That day has come. */
	readonly isDue: boolean;
};

export type Readiness = {
	/** True when nothing blocks, false when something does, null while a blocker is not known. */
	readonly ready: boolean | null;
	/** Every rule in force, blockers first. */
	readonly verdicts: readonly StandingJudgement[];
	/** What ends, the soonest first. */
	readonly endings: readonly Ending[];
	/** The open rules, and those to be renewed now, in the order to take them up. */
	readonly next: readonly RuleId[];
	/** The next question: the first fact that an open rule waits for. */
	readonly nextQuestion: FactKey | null;
};

export const isOpen = ({ verdict }: Pick<StandingJudgement, 'verdict'>): boolean =>
	verdict === 'unmet' || verdict === 'unknown';
