import { expect, test } from 'vitest';
import { completeKemplang as kemplang } from './complete-dossier.ts';
import { remindersOf } from './endings.ts';
import type { FactKey, KnownFacts } from './facts.ts';
import { readiness } from './next-step.ts';

const endingsOn = (day: string, known: KnownFacts = kemplang, validity?: Map<FactKey, string>) =>
	readiness(known, day, new Set(), validity).endings;
const of = (rule: string, endings: ReturnType<typeof endingsOn>) => endings.find((one) => one.rule === rule);

test('a P-IRT is renewed 210 days ahead, by the lead of its own', () => {
	const known = { ...kemplang, 'permit.pirtExpiresOn': '2029-12-31' };
	const pirt = { lastDay: '2029-12-31', beginOn: '2029-06-04' };
	expect(of('PM-PIRT-NUM', endingsOn('2029-06-03', known))).toMatchObject({ ...pirt, isDue: false });
	expect(of('PM-PIRT-NUM', endingsOn('2029-06-04', known))).toMatchObject({ ...pirt, isDue: true });
	expect(of('PM-PIRT-NUM', endingsOn('2028-12-31'))).toMatchObject(pirt);
	expect(of('PM-PIRT-NUM', endingsOn('2029-01-01'))).toBeUndefined(); // its day is the next question
});

test('the day on the certificate comes before the year in the number', () => {
	const dated = { ...kemplang, 'permit.pirtExpiresOn': '2029-03-03' };
	expect(of('PM-PIRT-NUM', endingsOn('2026-11-25', dated))).toMatchObject({ lastDay: '2029-03-03' });
});

test('other papers are renewed by what they usually take, and 30 days to prepare', () => {
	// SKP: up to 180 days, and 30; it ends on 31 January 2028.
	expect(of('PM-SKP', endingsOn('2026-11-25'))).toMatchObject({ beginOn: '2027-07-05', isDue: false });
	expect(of('PM-SKP', endingsOn('2027-07-05'))).toMatchObject({ isDue: true });
});

test('a renewal that is due stands among the next steps while everything is still met', () => {
	const { ready, next } = readiness({ ...kemplang, 'lab.reportedOn': '2027-06-01' }, '2027-07-05', new Set());
	expect([ready, next]).toEqual([true, ['PM-SKP']]);
});

test('evidence that the dossier dates ends too, with 60 days where nobody knows how long it takes', () => {
	const validity = new Map<FactKey, string>([['supply.continuousWeeks', '2027-03-01']]);
	expect(of('OWN-CONTINUITY', endingsOn('2026-11-25', kemplang, validity))).toMatchObject({
		lastDay: '2027-03-01',
		beginOn: '2026-12-31',
	});
});

test('a time that is running out is named with its last day', () => {
	const fresh = { ...kemplang, 'permit.pirtIssuedOn': '2026-09-01', 'permit.pirtLabelProven': false };
	expect(of('PM-PIRT-KOMIT', endingsOn('2026-11-25', fresh))).toEqual({
		rule: 'PM-PIRT-KOMIT',
		verdict: 'unknown',
		lastDay: '2026-12-01',
		beginOn: '2026-11-25',
		isDue: true,
	});
	expect(of('PM-PIRT-KOMIT', endingsOn('2026-11-25'))).toBeUndefined();
});

test('people are reminded when to begin, and 60, 30 and 7 days before the end', () => {
	const ending = {
		rule: 'PM-SKP',
		verdict: 'met',
		lastDay: '2028-01-31',
		beginOn: '2027-07-05',
		isDue: false,
	} as const;
	expect(remindersOf(ending)).toEqual(['2027-07-05', '2027-12-02', '2028-01-01', '2028-01-24']);
	expect(remindersOf({ ...ending, beginOn: '2028-01-20' })).toEqual(['2028-01-20', '2028-01-24']);
});
