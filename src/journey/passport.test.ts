import { expect, test } from 'vitest';
import { type Seen, passportOf } from './passport.ts';

const untouched = { unconfirmed: 0, admittedOn: null, renewal: null };
const ready: Seen['readiness'] = { ...untouched, ready: true, met: 20, blocked: 0, unknown: 0, first: null };
const asked: Seen['readiness'] = {
	...untouched,
	ready: null,
	met: 3,
	blocked: 0,
	unknown: 9,
	first: { asks: 'producer.nib', rule: 'ID-NIB', turn: 'producer' },
};
const running: Seen['test'] = {
	id: 't',
	firstDay: '2026-03-02',
	weeks: 12,
	decisionDay: '2026-05-25',
	decision: null,
	decidedOn: null,
};
const seen = (parts: Partial<Seen>): Seen => ({
	registeredOn: '2026-01-05',
	readiness: ready,
	test: null,
	...parts,
});
const stateOf = (passport: ReturnType<typeof passportOf>, stage: string) =>
	passport.stages.find((found) => found.stage === stage);

test('a new product waits for the answer of whoever can give it', () => {
	const passport = passportOf(seen({ readiness: asked }), '2026-01-06');
	expect(passport).toMatchObject({
		now: 'readiness',
		turn: 'producer',
		holdUp: { code: 'readiness.ask.producer.nib' },
	});
	expect(stateOf(passport, 'registry')?.state).toBe('done');
	expect(stateOf(passport, 'readiness')?.state).toBe('now');
	expect(passport.stages).toHaveLength(9);
});

test('a blocker tears the stage, however much is unknown beside it', () => {
	const passport = passportOf(seen({ readiness: { ...asked, ready: false, blocked: 1 } }), '2026-01-06');
	expect(stateOf(passport, 'readiness')?.state).toBe('blocked');
});

test('what blocks says how much of it no office has confirmed', () => {
	const blocked = { ...asked, ready: false, blocked: 2, unconfirmed: 1 };
	expect(stateOf(passportOf(seen({ readiness: blocked }), '2026-01-06'), 'readiness')?.line).toEqual({
		code: 'passport.blocked-unconfirmed',
		params: { blocked: 2, unknown: 9, unconfirmed: 1 },
	});
});

test('a product that was let in and is not ready any more stays to be seen, with the day it was let in', () => {
	const admitted = { ...ready, admittedOn: '2026-01-20' };
	const holding = passportOf(seen({ readiness: admitted }), '2026-02-01');
	expect(holding.lapsed).toBeNull();
	expect(stateOf(holding, 'readiness')).toMatchObject({ state: 'done', since: '2026-01-20' });
	const fallen = passportOf(seen({ readiness: { ...admitted, ready: null, unknown: 1 } }), '2026-02-01');
	expect(fallen.lapsed).toMatchObject({ code: 'passport.lapsed', params: { admitted: '2026-01-20' } });
	expect(stateOf(fallen, 'readiness')).toMatchObject({ state: 'blocked', line: { code: 'passport.lapsed' } });
});

test('a ready product waits for its test to be planned', () => {
	expect(passportOf(seen({}), '2026-01-06')).toMatchObject({ now: 'market-test', turn: 'programme-officer' });
});

test('a running test counts its weeks and waits for the retailer; from the decision day on for the office', () => {
	const inWeekTwo = passportOf(seen({ test: running }), '2026-03-09');
	expect(stateOf(inWeekTwo, 'market-test')?.line).toEqual({
		code: 'passport.test-week',
		params: { week: 2, weeks: 12 },
	});
	expect(inWeekTwo.turn).toBe('retailer-buyer');
	expect(passportOf(seen({ test: running }), '2026-05-24').turn).toBe('retailer-buyer');
	expect(passportOf(seen({ test: running }), '2026-05-25').turn).toBe('programme-officer');
});

test('before its first day a test is agreed, not running', () => {
	expect(stateOf(passportOf(seen({ test: running }), '2026-03-01'), 'market-test')?.line.code).toBe(
		'passport.test-agreed',
	);
});

test('a decided test is done or torn, and hands on', () => {
	const decided = (decision: 'go' | 'stop' | 'pilot') =>
		passportOf(seen({ test: { ...running, decision, decidedOn: '2026-05-25' } }), '2026-06-01');
	expect(stateOf(decided('go'), 'market-test')?.state).toBe('done');
	expect(decided('go').now).toBe('expansion');
	expect(stateOf(decided('stop'), 'market-test')?.state).toBe('blocked');
	expect(decided('stop').turn).toBe('mentor');
	expect(decided('pilot')).toMatchObject({ now: 'market-test', holdUp: { code: 'passport.next-plan' } });
});
