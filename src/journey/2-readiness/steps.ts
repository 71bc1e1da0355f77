import type { Severity } from '#lib/rules/rule.ts';
import type { RuleId } from './all-rules.ts';
import { type Ending, isOpen, type StandingJudgement } from './standing.ts';
import { remedies } from './tables/remedies.ts';
import { requirements } from './tables/requirements.ts';

/** One thing to do or to answer. Days count from today, 0 being today. */
export type Step = {
	readonly rule: RuleId;
	/** Mend what is wrong, answer what nobody knows, or renew what is about to end. */
	readonly kind: 'mend' | 'answer' | 'renew';
	/** Open steps that come before it. */
	readonly after: readonly RuleId[];
	/** Open blockers that wait for it, itself among them. */
	readonly unblocks: readonly RuleId[];
	/** When all goes quickly, and when it takes as long as it usually may; `null` days count as none. */
	readonly soonest: { readonly begins: number; readonly ends: number };
	readonly latest: { readonly begins: number; readonly ends: number };
	/** Nobody has said how long it takes, so its dates leave it out. */
	readonly isUndated: boolean;
	/** Usual cost in whole rupiah, at most; null where nobody has said. */
	readonly costIdr: number | null;
};

const bySeverity: Readonly<Record<Severity, number>> = { blocker: 0, ask: 1, major: 2, minor: 3 };

/**
 * Everything that is open or to be renewed, in the order to take it up: first what blockers wait for, then renewals,
 * then the rest; among these what can begin now, what unblocks most, what is known to be wrong, what takes longest and
 * so must start early, and what costs least.
 */
export function stepsOf(verdicts: readonly StandingJudgement[], endings: readonly Ending[]): Step[] {
	const open = new Map(verdicts.filter(isOpen).map((judged) => [judged.rule, judged]));
	const graph = new Graph(open);
	const renewals = endings.filter(({ verdict, isDue }) => verdict === 'met' && isDue);
	const steps = [...open.values()]
		.map((judged) => graph.stepOf(judged))
		.toSorted((a, b) => graph.compare(a, b));
	const pressing = steps.filter(({ unblocks }) => unblocks.length > 0);
	const others = steps.filter(({ unblocks }) => unblocks.length === 0);
	return [...pressing, ...renewals.map(({ rule }) => renewal(rule)), ...others];
}

/** The open rules and what they wait for. Of an acyclic table, so every walk ends. */
class Graph {
	readonly #open: ReadonlyMap<RuleId, StandingJudgement>;
	readonly #waiting: ReadonlyMap<RuleId, readonly RuleId[]>;

	constructor(open: ReadonlyMap<RuleId, StandingJudgement>) {
		this.#open = open;
		const pairs = [...open.keys()].flatMap((rule) => this.#before(rule).map((before) => ({ before, rule })));
		this.#waiting = new Map(
			[...Map.groupBy(pairs, ({ before }) => before)].map(([before, all]) => [
				before,
				all.map(({ rule }) => rule),
			]),
		);
	}

	#before(rule: RuleId): RuleId[] {
		return (requirements[rule] ?? []).filter((before) => this.#open.has(before));
	}

	stepOf({ rule, verdict }: StandingJudgement): Step {
		const { days, costIdr } = remedies[rule];
		return {
			rule,
			kind: verdict === 'unmet' ? 'mend' : 'answer',
			after: this.#before(rule),
			unblocks: [...this.#withAllThatWait(rule)].filter((id) => this.#open.get(id)?.severity === 'blocker'),
			soonest: this.#span(rule, 0),
			latest: this.#span(rule, 1),
			isUndated: days === null,
			costIdr: costIdr?.[1] ?? null,
		};
	}

	/** An answer may settle a question today; what is known to be wrong takes at least its usual least. */
	#span(rule: RuleId, which: 0 | 1): { begins: number; ends: number } {
		const begins = Math.max(0, ...this.#before(rule).map((before) => this.#span(before, which).ends));
		const isQuestion = this.#open.get(rule)?.verdict === 'unknown';
		const days = isQuestion && which === 0 ? 0 : (remedies[rule].days?.[which] ?? 0);
		return { begins, ends: begins + days };
	}

	#withAllThatWait(rule: RuleId, seen = new Set<RuleId>()): Set<RuleId> {
		if (seen.has(rule)) return seen;
		seen.add(rule);
		for (const waiting of this.#waiting.get(rule) ?? []) this.#withAllThatWait(waiting, seen);
		return seen;
	}

	#depth(rule: RuleId): number {
		return Math.max(0, ...this.#before(rule).map((before) => this.#depth(before) + 1));
	}

	compare(a: Step, b: Step): number {
		const severity = ({ rule }: Step) => bySeverity[this.#open.get(rule)?.severity ?? 'minor'];
		return (
			this.#depth(a.rule) - this.#depth(b.rule) ||
			b.unblocks.length - a.unblocks.length ||
			severity(a) - severity(b) ||
			Number(a.kind === 'answer') - Number(b.kind === 'answer') ||
			b.latest.ends - a.latest.ends ||
			(a.costIdr ?? 0) - (b.costIdr ?? 0)
		);
	}
}

function renewal(rule: RuleId): Step {
	const { days, costIdr } = remedies[rule];
	const [least, most] = days ?? [0, 0];
	return {
		rule,
		kind: 'renew',
		after: [],
		unblocks: [],
		soonest: { begins: 0, ends: least },
		latest: { begins: 0, ends: most },
		isUndated: days === null,
		costIdr: costIdr?.[1] ?? null,
	};
}
