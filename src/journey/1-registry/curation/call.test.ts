import { expect, test } from 'vitest';
import { momentInWib } from '#lib/calendar.ts';
import { isClosed, statusOf } from './call.ts';
import { expectations } from './expectations.ts';

const call = { closesAt: momentInWib('2026-12-01', '16.00'), decidedAt: null };

test('a call closes at its moment: the second before is still in time, the moment itself is not', () => {
	expect(isClosed(call, new Date('2026-12-01T08:59:59Z'))).toBe(false);
	expect(isClosed(call, new Date('2026-12-01T09:00:00Z'))).toBe(true);
});

test('a call is open, then judged, then decided', () => {
	const after = new Date('2026-12-02T00:00:00Z');
	expect(statusOf(call, new Date('2026-11-25T00:00:00Z'))).toBe('open');
	expect(statusOf(call, after)).toBe('reviewing');
	expect(statusOf({ ...call, decidedAt: after }, after)).toBe('decided');
});

test('what happened elsewhere is a range with a day, a source for each end, and no more than low confidence', () => {
	expect(expectations.map(({ of, low, high }) => [of, low, high])).toEqual([
		['trained', 0.03, 0.11],
		['screened', 0.29, 0.54],
	]);
	for (const { sources, asOf, confidence } of expectations) {
		expect(sources.length).toBeGreaterThanOrEqual(2);
		expect([asOf, confidence]).toEqual(['2026-11-25', 'low']);
	}
});
