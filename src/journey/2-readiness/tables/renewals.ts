import type { RuleId } from '../all-rules.ts';
import { remedies } from './remedies.ts';

/** Days before its end on which a paper is renewed: P-IRT six months ahead, and 30 days to prepare (source: S02). */
const ownLeadDays: { readonly [rule in RuleId]?: number } = { 'PM-PIRT-NUM': 210 };

/** Days that are added to what a renewal usually takes, to prepare it. */
const PREPARATION_DAYS = 30;

/** Days before the end on which people are reminded; the first also begins a renewal of which nobody knows the time. */
export const reminderDays = [60, 30, 7] as const;

/** The lead of a renewal: the rule's own, else its usual time and some days to prepare, else the first reminder. */
export function renewalLeadDays(rule: RuleId): number {
	const usual = remedies[rule].days?.[1] ?? 0;
	return ownLeadDays[rule] ?? (usual > 0 ? usual + PREPARATION_DAYS : reminderDays[0]);
}
