import type { RuleId } from '../all-rules.ts';

/** A rule that was closed, and the one that follows it. */
export const successors: readonly { readonly before: RuleId; readonly after: RuleId }[] = [
	{ before: 'PM-ROUTE', after: 'PM-ROUTE-2026' },
];
