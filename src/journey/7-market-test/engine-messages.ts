import type { Decision, Reason, Verdict } from '#lib/statistics/decision/decide.ts';
import type { Protocol } from '#lib/statistics/decision/protocol.ts';
import { MIN_TEST_STORES } from '#lib/statistics/sequential/power.ts';
import { m } from '#messages/messages.js';
import { getLocale, type Locale } from '#messages/runtime.js';

const regional: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };

/** The verdict in a sentence or two. *Extend* says that the evidence is not enough, never that nobody buys. */
export function engineVerdictSentence(decision: Decision | null): string {
	const verdict: Verdict = decision?.verdict ?? 'extend';
	return m[`market-test.verdict.${verdict}`]();
}

export type ReasonSentence = { readonly code: Reason; readonly message: string };

/** Why, one sentence a reason, with the figures of the look in it. */
export function engineReasonSentences(
	decision: Decision | null,
	{ hurdle, maxWeeks, minWeeks, maxMissingRatio }: Protocol,
	missingRatio: number,
): ReasonSentence[] {
	const named = {
		hurdle: numberWords(hurdle, 2),
		z: numberWords(decision?.z ?? null, 2),
		bound: numberWords(decision?.bound ?? null, 2),
		stopZ: numberWords(decision?.stop?.z ?? null, 2),
		stopBound: numberWords(decision?.stop?.bound ?? null, 2),
		predictive: numberWords(100 * (decision?.predictive ?? 0), 1),
		missing: numberWords(100 * missingRatio, 1),
		limit: numberWords(100 * maxMissingRatio, 1),
		week: String(decision?.week ?? 0),
		maxWeeks: String(maxWeeks),
		minWeeks: String(minWeeks),
		minimum: String(MIN_TEST_STORES),
	};
	const reasons: readonly Reason[] = decision?.reasons ?? ['before-first-look'];
	return reasons.map((code) => ({ code, message: m[`market-test-report.reason.${code}`](named) }));
}

/** A number as people write it here; a dash for what is not known. */
export function numberWords(value: number | null, digits: number): string {
	if (value === null || !Number.isFinite(value)) return '–';
	return new Intl.NumberFormat(regional[getLocale()], {
		maximumFractionDigits: digits,
		minimumFractionDigits: digits,
	}).format(value);
}
