import { expect, test } from 'vitest';
import { sessionIsOver } from './session-limits.ts';

const start = new Date('2026-03-02T01:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const session = (lastSeenAfter: number) => ({ createdAt: start, updatedAt: after(lastSeenAfter) });

test('an office session ends after half an hour without a request', () => {
	expect(sessionIsOver(session(60), 'office', after(90))).toBe(false);
	expect(sessionIsOver(session(60), 'office', after(91))).toBe(true);
	expect(sessionIsOver(session(60), 'retailer', after(91))).toBe(true);
});

test('an office session ends after twelve hours, however busy it is', () => {
	expect(sessionIsOver(session(12 * 60), 'office', after(12 * 60))).toBe(false);
	expect(sessionIsOver(session(12 * 60), 'office', after(12 * 60 + 1))).toBe(true);
});

test('the phone of a producer stays signed in for a month of silence and three months in all', () => {
	const day = 24 * 60;
	expect(sessionIsOver(session(0), 'producer', after(30 * day))).toBe(false);
	expect(sessionIsOver(session(0), 'producer', after(30 * day + 1))).toBe(true);
	expect(sessionIsOver(session(89 * day), 'producer', after(90 * day + 1))).toBe(true);
});
