import { expect, test } from 'vitest';
import { changesBetween } from './comparison.ts';
import { completeKemplang as kemplang } from './complete-dossier.ts';
import type { FactKey, KnownFacts } from './facts.ts';
import { readiness } from './next-step.ts';
import { lostAfter, readyFrom, simulate } from './simulation.ts';

const today = '2026-11-25';
const nobodySigned = new Set<string>();
const noHalal: KnownFacts = { ...kemplang, 'permit.halalNumber': '', 'label.showsHalalLogo': false };
const halal = { key: 'permit.halalNumber', value: 'ID16110000012380127', on: '2027-01-10' } as const;

test('if the halal certificate comes on 10 January, the product is ready that day', () => {
	const moments = simulate({ known: noHalal, signed: nobodySigned }, [halal], today, '2027-06-30');
	expect(moments[0]).toEqual({ day: today, ready: false, changes: [] });
	expect(moments[1]).toMatchObject({ day: '2027-01-10', ready: true });
	expect(moments[1]?.changes).toContainEqual({
		rule: 'PM-HALAL',
		before: { verdict: 'unmet', severity: 'blocker' },
		after: { verdict: 'met', severity: 'blocker' },
	});
	expect(readyFrom(moments)).toBe('2027-01-10');
});

test('a permit that ends in between is seen coming', () => {
	const known: KnownFacts = {
		...kemplang,
		'permit.pirtNumber': 'P-IRT 2061602010001-27',
		'label.permitNumberText': 'P-IRT 2061602010001-27',
	};
	const moments = simulate({ known, signed: nobodySigned }, [], today, '2028-01-31');
	expect(moments.findLast(({ changes }) => changes.some(({ rule }) => rule === 'PM-PIRT-NUM'))).toMatchObject(
		{
			day: '2028-01-01',
			ready: false,
		},
	);
	expect(readyFrom(moments)).toBeNull();
});

test('evidence whose time is over is no longer known', () => {
	const validity = new Map<FactKey, string>([['label.indonesianFirst', '2026-12-31']]);
	const moments = simulate({ known: kemplang, signed: nobodySigned, validity }, [], today, '2027-01-31');
	expect(moments.at(-1)).toMatchObject({
		day: '2027-01-01',
		ready: null,
		changes: [{ rule: 'LB-LANG', after: { verdict: 'unknown' } }],
	});
});

test('an ending names what it will block, beside itself what rests on the same evidence', () => {
	const setting = { known: kemplang, signed: nobodySigned };
	expect(lostAfter(setting, { lastDay: '2028-01-31' })).toEqual(['PM-SKP']);
	const validity = new Map<FactKey, string>([['product.shelfLifeDays', '2026-12-31']]);
	expect(lostAfter({ ...setting, validity }, { lastDay: '2026-12-31' }).toSorted()).toEqual([
		'LB-EXP',
		'LB-NET-HEIGHT',
		'MT-TOL',
		'OWN-LIFE-AT-RECEIPT',
		'OWN-SHELF-LIFE',
		'PM-PIRT-ELIG',
		'PM-ROUTE-2026',
		'PM-SHELF',
	]);
	const fresh: KnownFacts = {
		...kemplang,
		'permit.pirtIssuedOn': '2026-09-01',
		'permit.pirtLabelProven': false,
	};
	expect(lostAfter({ ...setting, known: fresh }, { lastDay: '2026-12-01' })).toEqual(['PM-PIRT-KOMIT']);
});

test('a law that begins is a day of its own, also when it was in the past', () => {
	const moments = simulate({ known: noHalal, signed: nobodySigned }, [], '2026-10-01', '2026-11-30');
	expect(moments.map(({ day, ready }) => [day, ready])).toEqual([
		['2026-10-01', true],
		['2026-10-18', false],
	]);
});

test('a price ceiling that changes can make a price lawful overnight', () => {
	const rice: KnownFacts = {
		'product.category': 'rice',
		'label.riceClass': 'medium',
		'store.provinceCode': '16',
		'rice.retailPriceIdrPerKg': 13_000,
	};
	const moments = simulate({ known: rice, signed: nobodySigned }, [], '2025-08-01', '2025-09-01');
	expect(moments.at(-1)).toMatchObject({
		day: '2025-08-22',
		changes: [{ rule: 'RC-HET-PRICE', before: { verdict: 'unmet' }, after: { verdict: 'met' } }],
	});
});

test('two days, two retailers and two states of signature are compared alike', () => {
	const judged = (known: KnownFacts, day: string, signed = nobodySigned) =>
		readiness(known, day, signed).verdicts;
	expect(changesBetween(judged(noHalal, '2026-10-17'), judged(noHalal, '2026-10-18'))).toEqual([
		{ rule: 'PM-HALAL', before: null, after: { verdict: 'unmet', severity: 'blocker' } },
	]);
	const stricter = { ...kemplang, 'retailer.minShelfLifeDays': 270 };
	expect(changesBetween(judged(kemplang, today), judged(stricter, today))).toMatchObject([
		{ rule: 'OWN-SHELF-LIFE', before: { verdict: 'met' }, after: { verdict: 'unmet' } },
	]);
	expect(changesBetween(judged(kemplang, today), judged(kemplang, today, new Set(['PM-CPPB'])))).toEqual([
		{
			rule: 'PM-CPPB',
			before: { verdict: 'met', severity: 'ask' },
			after: { verdict: 'met', severity: 'major' },
		},
	]);
	expect(changesBetween(judged(kemplang, today), judged(kemplang, today))).toEqual([]);
});
