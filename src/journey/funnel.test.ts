import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Followed, endOf, ends, funnelOf } from './funnel.ts';

const day = new Date('2026-12-01T00:00:00Z');
const followed = (what: Partial<Followed> = {}): Followed => ({
	leftAt: null,
	outcome: null,
	test: null,
	...what,
});
const placed = { why: 'placed', promotedAt: null } as const;

test.each<[string, Partial<Followed>, string]>([
	['that waits for the decision', {}, 'undecided'],
	['that was taken back before it', { leftAt: day }, 'left-early'],
	['that was not ready enough', { outcome: { why: 'not-ready', promotedAt: null } }, 'not-ready'],
	['that waits', { outcome: { why: 'waiting', promotedAt: null } }, 'waiting'],
	['that gave up waiting', { outcome: { why: 'waiting', promotedAt: null }, leftAt: day }, 'left-waiting'],
	['that moved up', { outcome: { why: 'waiting', promotedAt: day } }, 'in-cohort'],
	['that moved up and left', { outcome: { why: 'waiting', promotedAt: day }, leftAt: day }, 'left-cohort'],
	['that has a place', { outcome: placed }, 'in-cohort'],
	['that is being tested', { outcome: placed, test: { verdict: null } }, 'on-test'],
	['whose test was stopped', { outcome: placed, test: { verdict: 'stop' } }, 'test-stopped'],
	['that passed its test', { outcome: placed, test: { verdict: 'go' } }, 'test-passed'],
	[
		'without a place, whatever it does elsewhere',
		{ outcome: { why: 'no-place', promotedAt: null }, test: { verdict: 'go' } },
		'no-place',
	],
])('a product %s stands at one place', (_what, given, end) => {
	expect(endOf(followed(given))).toBe(end);
});

test('every step is the next one and those who stay behind: nobody is lost, nobody counted twice', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...ends), { maxLength: 60 }), (all) => {
			const steps = funnelOf(all);
			expect(steps[0]?.count).toBe(all.length);
			steps.forEach(({ count, drops }, i) => {
				const behind = drops.reduce((sum, drop) => sum + drop.count, 0);
				expect(count).toBe((steps[i + 1]?.count ?? 0) + behind);
			});
			const counted = steps.flatMap(({ drops }) => drops).reduce((sum, drop) => sum + drop.count, 0);
			expect(counted).toBe(all.length);
		}),
	);
});

test('the last step counts those that passed', () => {
	expect(funnelOf(['test-passed', 'in-cohort', 'not-ready']).map(({ step, count }) => [step, count])).toEqual(
		[
			['entered', 3],
			['judged', 3],
			['eligible', 2],
			['won', 2],
			['in-cohort', 2],
			['tested', 1],
			['passed', 1],
		],
	);
});
