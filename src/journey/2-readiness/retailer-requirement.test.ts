import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	askedChanges,
	comparisonsOf,
	judgeRequirements,
	readyFor,
	type Requirement,
} from './retailer-requirement.ts';
import { factKeys } from './facts.ts';

const shelfLife: Requirement = {
	id: 'shelf-life',
	title: 'CONTOH Tahan paling sedikit 180 hari',
	factKey: 'product.shelfLifeDays',
	comparison: 'at-least',
	wanted: 180,
	severity: 'blocker',
	category: null,
	document: 'CONTOH Syarat Pemasok 2026 butir 4',
	from: '2026-03-01',
	to: '2027-03-01',
};
const day = '2026-11-25';
const verdict = (requirement: Requirement, value: unknown, onDay = day) =>
	judgeRequirements([requirement], { [requirement.factKey]: value }, onDay)[0]?.verdict;

test('a number is compared at its exact limit', () => {
	expect([179, 180, 181].map((days) => verdict(shelfLife, days))).toEqual(['unmet', 'met', 'met']);
	const most: Requirement = { ...shelfLife, comparison: 'at-most' };
	expect([179, 180, 181].map((days) => verdict(most, days))).toEqual(['met', 'met', 'unmet']);
});

test('it acts from its first day up to the day before its end', () => {
	const on = (onDay: string) => verdict(shelfLife, 90, onDay);
	expect(['2026-02-28', '2026-03-01', '2027-02-28', '2027-03-01'].map(on)).toEqual([
		undefined,
		'unmet',
		'unmet',
		undefined,
	]);
});

test('a fact that nobody knows is asked for, as a rule would', () => {
	expect(judgeRequirements([shelfLife], {}, day)).toMatchObject([
		{ verdict: 'unknown', missing: ['product.shelfLifeDays'], severity: 'blocker' },
	]);
});

test('one for a kind of product is no concern of the others', () => {
	const terasi: Requirement = { ...shelfLife, category: 'terasi' };
	const known = { 'product.shelfLifeDays': 90 };
	const judged = (category: 'rice' | 'terasi') =>
		judgeRequirements([terasi], { ...known, 'product.category': category }, day)[0]?.verdict;
	expect([judged('rice'), judged('terasi')]).toEqual(['not-applicable', 'unmet']);
});

test('a text has to be there, a choice or a yes-no has to be the wanted one, a day not too early', () => {
	const brand: Requirement = {
		...shelfLife,
		factKey: 'brand.trademark',
		comparison: 'is',
		wanted: 'registered',
	};
	expect([verdict(brand, 'registered'), verdict(brand, 'filed')]).toEqual(['met', 'unmet']);
	const gtin: Requirement = { ...shelfLife, factKey: 'pack.gtin', comparison: 'is-there', wanted: null };
	expect([verdict(gtin, '9520123450014'), verdict(gtin, '')]).toEqual(['met', 'unmet']);
	const report: Requirement = { ...shelfLife, factKey: 'lab.reportedOn', wanted: '2026-01-01' };
	expect([verdict(report, '2026-01-01'), verdict(report, '2025-12-31')]).toEqual(['met', 'unmet']);
});

test('what cannot be compared never holds', () => {
	expect(verdict({ ...shelfLife, wanted: '180' }, 500)).toBe('unmet');
});

test('a retailer can hold a ready product up, and never makes one ready that is not', () => {
	const asked = (days: number | null) =>
		judgeRequirements([shelfLife], { 'product.shelfLifeDays': days }, day);
	expect([readyFor(true, asked(200)), readyFor(true, asked(90)), readyFor(true, asked(null))]).toEqual([
		true,
		false,
		null,
	]);
	expect([readyFor(false, asked(200)), readyFor(null, asked(200)), readyFor(null, asked(90))]).toEqual([
		false,
		null,
		false,
	]);
	const mild = judgeRequirements([{ ...shelfLife, severity: 'minor' }], { 'product.shelfLifeDays': 1 }, day);
	expect(readyFor(true, mild)).toBe(true);
});

test('two retailers are told apart by what only one asks, or only one gets', () => {
	const known = { 'product.shelfLifeDays': 120 };
	const milder: Requirement = { ...shelfLife, id: 'milder', wanted: 90 };
	const [c, d] = [judgeRequirements([shelfLife], known, day), judgeRequirements([milder], known, day)];
	expect(askedChanges(c, d).map(({ id, before, after }) => [id, before?.verdict, after?.verdict])).toEqual([
		['shelf-life', 'unmet', undefined],
		['milder', undefined, 'met'],
	]);
	expect(askedChanges(c, c)).toEqual([]);
});

test('a verdict that was given stays, whatever is learnt later', () => {
	const anyKnown = fc.record(
		{
			'product.shelfLifeDays': fc.integer({ min: 178, max: 182 }),
			'product.category': fc.constant('rice' as const),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(anyKnown, anyKnown, (known, more) => {
			const [before] = judgeRequirements([shelfLife], known, day);
			const [after] = judgeRequirements([shelfLife], { ...more, ...known }, day);
			if (before?.verdict !== 'unknown') expect(after).toEqual(before);
		}),
	);
});

test('every fact can be asked for in some way', () => {
	expect(factKeys.filter((key) => comparisonsOf(key).length === 0)).toEqual([]);
});
