import { type LocalDate, daysBetween } from '../lib/calendar.ts';
import { type Stage, stages } from './stages.ts';

/** What the rooms of the path left behind about one product. */
export type Seen = {
	readonly registeredOn: LocalDate;
	readonly readiness: {
		/** Null while facts are missing and nothing blocks yet. */
		readonly ready: boolean | null;
		readonly met: number;
		/** Rules that are in force as blockers and not met. */
		readonly blocked: number;
		readonly unknown: number;
		/** Of those that block, how many no office has confirmed. */
		readonly unconfirmed: number;
		/** The day it was let in; null when it never was, or the latest decision says "not yet". */
		readonly admittedOn: LocalDate | null;
		/** What is to be renewed now, and its last day. */
		readonly renewal: { readonly rule: string; readonly lastDay: LocalDate } | null;
		/** What to take up first: a question that is open, or a rule that is not met; and whose turn it is. */
		readonly first: { readonly asks: string | null; readonly rule: string; readonly turn: Turn } | null;
	};
	readonly test: TestSeen | null;
};

export type TestSeen = {
	readonly id: string;
	readonly firstDay: LocalDate;
	readonly weeks: number;
	readonly decisionDay: LocalDate;
	/** A pilot only describes: after it a real test may follow. */
	readonly decision: 'go' | 'stop' | 'pilot' | null;
	readonly decidedOn: LocalDate | null;
};

/** Whose turn it is. */
export type Turn = 'producer' | 'mentor' | 'programme-officer' | 'retailer-buyer';

/** A message by its key, with what it names. */
export type Line = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

export type StageState = {
	readonly stage: Stage;
	readonly state: 'done' | 'now' | 'blocked' | 'waiting';
	readonly line: Line;
	/** The day on which the state began, where it is known. */
	readonly since: LocalDate | null;
};

export type Passport = {
	readonly stages: readonly StageState[];
	/** The stage that asks for something now. */
	readonly now: Stage;
	readonly holdUp: Line;
	readonly turn: Turn;
	/** It was let in, and is not ready any more. */
	readonly lapsed: Line | null;
	/** What ends soon: the title of its rule, and the last day. */
	readonly renewal: { readonly line: Line; readonly by: LocalDate } | null;
};

const line = (code: string, params: Line['params'] = {}): Line => ({ code, params });

/**
 * One product across the whole path. Facts that rooms have not recorded are not guessed: such a stage waits, even when a
 * later one has begun.
 */
export function passportOf(seen: Seen, today: LocalDate): Passport {
	const states = new Map<Stage, Omit<StageState, 'stage'>>([
		['registry', { state: 'done', line: line('passport.registered'), since: seen.registeredOn }],
		['readiness', readinessState(seen.readiness)],
		['market-test', testState(seen.test, today)],
	]);
	const waiting = { state: 'waiting', line: line('passport.not-begun'), since: null } as const;
	return {
		stages: stages.map((stage) => ({ stage, ...(states.get(stage) ?? waiting) })),
		...turnOf(seen, today),
		lapsed: lapsed(seen.readiness),
		renewal: renewal(seen.readiness),
	};
}

function readinessState(seen: Seen['readiness']): Omit<StageState, 'stage'> {
	const { ready, met, blocked, unknown, unconfirmed, admittedOn: since } = seen;
	const fallen = lapsed(seen);
	if (fallen) return { state: 'blocked', line: fallen, since };
	if (ready)
		return { state: 'done', line: line(since ? 'passport.admitted' : 'passport.ready', { met }), since };
	if (blocked > 0)
		return {
			state: 'blocked',
			line: line(unconfirmed > 0 ? 'passport.blocked-unconfirmed' : 'passport.blocked', {
				blocked,
				unknown,
				unconfirmed,
			}),
			since: null,
		};
	return { state: 'now', line: line('passport.unknown', { unknown }), since: null };
}

/** Admission stays what it was; that it does not hold any more is said beside it. */
function lapsed({ ready, admittedOn, blocked, unknown }: Seen['readiness']): Line | null {
	return admittedOn !== null && ready !== true
		? line('passport.lapsed', { admitted: admittedOn, blocked, unknown })
		: null;
}

function renewal({ renewal: due }: Seen['readiness']): Passport['renewal'] {
	return due && { line: line(`readiness.rule.${due.rule}.title`), by: due.lastDay };
}

function testState(test: TestSeen | null, today: LocalDate): Omit<StageState, 'stage'> {
	if (!test) return { state: 'waiting', line: line('passport.not-begun'), since: null };
	if (test.decision === 'go') return { state: 'done', line: line('passport.test-go'), since: test.decidedOn };
	if (test.decision === 'stop')
		return { state: 'blocked', line: line('passport.test-stop'), since: test.decidedOn };
	if (test.decision === 'pilot')
		return { state: 'waiting', line: line('passport.test-pilot'), since: test.decidedOn };
	if (today >= test.decisionDay)
		return { state: 'now', line: line('passport.test-due'), since: test.decisionDay };
	const week = Math.floor(daysBetween(test.firstDay, today) / 7) + 1;
	if (week < 1) return { state: 'now', line: line('passport.test-agreed'), since: null };
	return {
		state: 'now',
		line: line('passport.test-week', { week: Math.min(week, test.weeks), weeks: test.weeks }),
		since: test.firstDay,
	};
}

/** A running test goes first: it costs shelf space every day. Then what readiness asks, then the next stage. */
function turnOf({ readiness, test }: Seen, today: LocalDate): Pick<Passport, 'now' | 'holdUp' | 'turn'> {
	if (test && test.decision === null)
		return today >= test.decisionDay
			? { now: 'market-test', holdUp: line('passport.next-decide'), turn: 'programme-officer' }
			: { now: 'market-test', holdUp: line('passport.next-sales'), turn: 'retailer-buyer' };
	if (test?.decision === 'go')
		return { now: 'expansion', holdUp: line('passport.next-expansion'), turn: 'programme-officer' };
	if (test?.decision === 'stop')
		return { now: 'market-test', holdUp: line('passport.next-learn'), turn: 'mentor' };
	if (readiness.first) {
		const { asks, rule, turn } = readiness.first;
		const code = asks ? `readiness.ask.${asks}` : `readiness.rule.${rule}.title`;
		return { now: 'readiness', holdUp: line(code), turn };
	}
	return { now: 'market-test', holdUp: line('passport.next-plan'), turn: 'programme-officer' };
}
