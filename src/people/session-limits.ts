import type { OrganisationKind } from './roles.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Quality.md S3: office and retailer see other people's data; a producer's phone stays signed in. */
const limits = {
	staff: { idleMs: 30 * MINUTE_MS, longestMs: 12 * 60 * MINUTE_MS },
	producer: { idleMs: 30 * DAY_MS, longestMs: 90 * DAY_MS },
} as const;

export type SessionTimes = { readonly createdAt: Date; readonly updatedAt: Date };

/** Whether a session has ended by itself: too long without a request, or too long in all. */
export function sessionIsOver(
	{ createdAt, updatedAt }: SessionTimes,
	kind: OrganisationKind | 'system' | 'nobody',
	now: Date,
): boolean {
	const { idleMs, longestMs } = kind === 'producer' ? limits.producer : limits.staff;
	return now.getTime() - updatedAt.getTime() > idleMs || now.getTime() - createdAt.getTime() > longestMs;
}
