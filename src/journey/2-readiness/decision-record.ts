import type { LocalDate } from '#lib/calendar.ts';
import { problem, ok, type Result } from '#lib/result.ts';
import { isInForce } from '#lib/rules/rule.ts';
import { versionOf } from '#lib/rules/version.ts';
import { changesBetween, type RuleChange } from './comparison.ts';
import type { FactKey, KnownFacts } from './facts.ts';
import { isReady, standingVerdicts } from './next-step.ts';
import type { ReadinessRule } from './rule.ts';
import { everyRule } from './rules-by-id.ts';
import type { RuleId } from './all-rules.ts';
import type { StandingJudgement } from './standing.ts';

const METHOD = 'readiness/1';

/** What is judged: the facts as they are known, the day, and which rules offices have signed. */
export type Judged = {
	readonly known: KnownFacts;
	readonly onDay: LocalDate;
	readonly signed: ReadonlySet<string>;
};

/** What a decision on readiness saw and said, whole enough to be computed anew by anybody. */
export type ReadinessRecord = {
	readonly method: typeof METHOD;
	/** The version of the program that decided. */
	readonly program: string;
	readonly decidedOn: LocalDate;
	readonly facts: KnownFacts;
	readonly signed: readonly string[];
	/** The version of every rule that was in force. */
	readonly rules: Readonly<Record<string, string>>;
	readonly ready: boolean | null;
	/** By id, as rules may be moved in the program. */
	readonly verdicts: readonly StandingJudgement[];
};

/** The record of a judgement as text. The same facts, day, signatures and rules give the same bytes. */
export function recordOf(judged: Judged, program: string): string {
	return written(
		judged,
		program,
		everyRule.filter((rule) => isInForce(rule, judged.onDay)),
	);
}

function written({ known, onDay, signed }: Judged, program: string, rules: readonly ReadinessRule<RuleId>[]) {
	const verdicts = standingVerdicts(known, onDay, signed, rules);
	const record: ReadinessRecord = {
		method: METHOD,
		program,
		decidedOn: onDay,
		facts: sorted(known),
		signed: [...signed].filter((id) => rules.some((rule) => rule.id === id)).toSorted(),
		rules: sorted(Object.fromEntries(rules.map((rule) => [rule.id, versionOf(rule)]))),
		ready: isReady(verdicts),
		verdicts: verdicts.toSorted((a, b) => (a.rule < b.rule ? -1 : 1)),
	};
	return JSON.stringify(record);
}

export function readRecord(text: string): ReadinessRecord {
	return JSON.parse(text) as ReadinessRecord;
}

/**
 * The record anew from the facts that stand in it, by the very rules that were in force: equal to the text, byte for
 * byte. Rules that came later do not count. Problem `readiness.rules-changed` when one it used says something else now.
 */
export function recomputed(text: string, rules = everyRule): Result<string> {
	const record = readRecord(text);
	const used = rules.filter(({ id }) => id in record.rules);
	const same = new Set<string>(
		used.filter((rule) => versionOf(rule) === record.rules[rule.id]).map(({ id }) => id),
	);
	const changed = Object.keys(record.rules).filter((id) => !same.has(id));
	if (changed.length > 0) return problem('readiness.rules-changed', { rules: changed.join(', ') });
	const judged = { known: record.facts, onDay: record.decidedOn, signed: new Set(record.signed) };
	return ok(written(judged, record.program, used));
}

/** The SHA-256 of a record, in hexadecimal digits: what is printed beside a decision. */
export async function hashOf(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export type FactChange = { readonly key: FactKey; readonly before: unknown; readonly after: unknown };

/** Whether it was let in, and whether it still may stay: two states with two days, and what lies between them. */
export type Since = {
	readonly admission: { readonly on: LocalDate; readonly ready: boolean | null };
	readonly continuing: { readonly on: LocalDate; readonly ready: boolean | null };
	readonly rules: readonly RuleChange[];
	readonly facts: readonly FactChange[];
	readonly law: LawChange;
};

/** What is different about the rules themselves: began or ended since, say something else, were signed or not any more. */
export type LawChange = {
	readonly begun: readonly RuleId[];
	readonly ended: readonly RuleId[];
	readonly reworded: readonly RuleId[];
	readonly signed: readonly RuleId[];
	readonly unsigned: readonly RuleId[];
};

/** What changed since a decision: its facts, and the verdicts of rules, whether by facts, by time or by law. */
export function changedSince(text: string, { known, onDay, signed }: Judged): Since {
	const record = readRecord(text);
	const verdicts = standingVerdicts(known, onDay, signed);
	return {
		admission: { on: record.decidedOn, ready: record.ready },
		continuing: { on: onDay, ready: isReady(verdicts) },
		rules: changesBetween(record.verdicts, verdicts),
		facts: factChanges(record.facts, known),
		law: lawChange(record, onDay, signed),
	};
}

function lawChange(record: ReadinessRecord, onDay: LocalDate, signed: ReadonlySet<string>): LawChange {
	const idsOf = (holds: (rule: ReadinessRule<RuleId>) => boolean) =>
		everyRule.filter(holds).map(({ id }) => id);
	const wasIn = ({ id }: ReadinessRule) => id in record.rules;
	const wasSigned = ({ id }: ReadinessRule) => record.signed.includes(id);
	return {
		begun: idsOf((rule) => isInForce(rule, onDay) && !wasIn(rule)),
		ended: idsOf((rule) => wasIn(rule) && !isInForce(rule, onDay)),
		reworded: idsOf((rule) => wasIn(rule) && versionOf(rule) !== record.rules[rule.id]),
		signed: idsOf((rule) => wasIn(rule) && signed.has(rule.id) && !wasSigned(rule)),
		unsigned: idsOf((rule) => wasSigned(rule) && !signed.has(rule.id)),
	};
}

function factChanges(before: KnownFacts, after: KnownFacts): FactChange[] {
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted() as FactKey[];
	return keys
		.map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }))
		.filter((change) => change.before !== change.after);
}

/** By key, without what is not known, so that the order in which facts were learnt leaves no trace. */
function sorted<T extends object>(values: T): T {
	const entries = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
	return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) as T;
}
