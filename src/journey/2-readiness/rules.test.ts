import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, judgeAll } from '#lib/rules/judge.ts';
import { isInForce } from '#lib/rules/rule.ts';
import { misfits } from '#lib/rules/vocabulary.ts';
import { allRules, type RuleId } from './all-rules.ts';
import { factKeys, factVocabulary, type KnownFacts } from './facts.ts';
import type { ReadinessRule } from './rule.ts';
import { hetRice } from './tables/het-rice.ts';
import { limitSources } from './tables/limits.ts';
import { perbadan2Of2023, sni6128Of2020 } from './tables/rice-classes.ts';
import { sourceOf, sources } from './tables/sources.ts';

const rules: readonly ReadinessRule<RuleId>[] = allRules;
const today = '2026-11-25';

describe.each(rules)('$id', (rule) => {
	test.each(rule.examples)('is $verdict for $given', ({ given, verdict, onDay = today, missing }) => {
		expect(misfits(factVocabulary, given)).toEqual([]);
		expect(isInForce(rule, onDay)).toBe(true);
		const judgement = judge(rule, given, onDay);
		expect(judgement.verdict).toBe(verdict);
		expect(judgement.missing).toEqual(verdict === 'unknown' ? [missing ?? judgement.missing[0]] : []);
	});

	test('shows both sides of itself in its examples', () => {
		const verdicts = rule.examples.map(({ verdict }) => verdict);
		expect(verdicts).toContain('met');
		expect(verdicts).toContain('unmet');
		expect(verdicts.length).toBeGreaterThanOrEqual(3);
	});

	test('cites only sources that are listed', () => {
		expect(rule.cites.filter((key) => sourceOf(key) === null)).toEqual([]);
	});
});

test('no two rules share an id', () => {
	expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

test('the rule on routes of 2019 hands over to that of 2026 without a day between', () => {
	const routes = (day: string) =>
		judgeAll(rules, { 'product.category': 'terasi' }, day)
			.map(({ rule }) => rule)
			.filter((id) => id.startsWith('PM-ROUTE'));
	expect(routes('2019-12-25')).toEqual([]);
	expect(routes('2026-01-04')).toEqual(['PM-ROUTE']);
	expect(routes('2026-01-05')).toEqual(['PM-ROUTE-2026']);
});

test('halal binds medium makers two years before small ones', () => {
	const halal = (day: string) =>
		judgeAll(rules, {}, day)
			.map(({ rule }) => rule)
			.filter((id) => id === 'PM-HALAL' || id === 'PM-HALAL-ML');
	expect(halal('2024-10-17')).toEqual([]);
	expect(halal('2026-10-17')).toEqual(['PM-HALAL-ML']);
	expect(halal('2026-10-18').toSorted()).toEqual(['PM-HALAL', 'PM-HALAL-ML']);
});

test('time runs only forward through the days every rule is in force', () => {
	const backwards = rules.filter(({ inForce: { from = '', to = '9999' } }) => from >= to);
	expect(backwards.map(({ id }) => id)).toEqual([]);
});

test('the price ceilings of rice follow each other without a gap', () => {
	hetRice.forEach(({ inForce }, i) => expect(inForce.to).toBe(hetRice[i + 1]?.inForce.from));
});

test('docs/sources.md lists what rules and tables cite, in the same words', () => {
	const page = readFileSync(new URL('../../../docs/sources.md', import.meta.url), 'utf8');
	const listed = page.split('\n').filter((line) => line.startsWith('| `'));
	expect(listed).toEqual(
		Object.entries(sources).map(
			([key, { law, article, confirmedBy, confidence }]) =>
				`| \`${key}\` | ${law} | ${article ?? '–'} | ${confirmedBy.join(', ')} | ${confidence} |`,
		),
	);
	for (const reference of Object.values(sources).flatMap(({ confirmedBy }) => confirmedBy))
		expect(page).toContain(`| ${reference} | `);
});

test('no source is listed that nothing cites', () => {
	const cited = new Set([
		...rules.flatMap(({ cites }) => cites),
		...hetRice.map(({ source }) => source),
		...limitSources,
		perbadan2Of2023.source,
		sni6128Of2020.source,
	]);
	expect([...cited].toSorted()).toEqual(Object.keys(sources).toSorted());
});

/** Any facts that fit the vocabulary; texts include real numbers and the empty one. */
const texts = [
	'',
	'9120000000017',
	'1602110101019991',
	'P-IRT 2061602010001-29',
	'ID16110000012381026',
	'Komposisi: ikan',
	'Netto 100 g',
	'1602',
];
const anyFacts: fc.Arbitrary<KnownFacts> = fc.record(
	Object.fromEntries(
		factKeys.map((key): [string, fc.Arbitrary<unknown>] => {
			const fact = factVocabulary[key];
			if (fact.type === 'choice') return [key, fc.constantFrom<string>(...fact.values)];
			if (fact.type === 'number') return [key, fc.constantFrom(0, 1, 7, 14, 15, 95, 180, 13_500)];
			if (fact.type === 'date') return [key, fc.constantFrom('2026-11-24', today, '2029-01-01')];
			return [key, fact.type === 'yes-no' ? fc.boolean() : fc.constantFrom(...texts)];
		}),
	),
	{ requiredKeys: [] },
);
const anyDay = fc.constantFrom('2017-09-01', '2020-12-09', '2024-10-18', '2026-01-04', '2026-10-18', today);

test('a fact learnt later never changes a verdict that was given', () => {
	fc.assert(
		fc.property(anyFacts, anyFacts, anyDay, (known, more, day) => {
			const after = new Map(
				judgeAll(rules, { ...more, ...known }, day).map((judgement) => [judgement.rule, judgement]),
			);
			for (const before of judgeAll(rules, known, day))
				if (before.verdict !== 'unknown') expect(after.get(before.rule)).toEqual(before);
		}),
	);
});

test('the order in which facts were learnt does not matter', () => {
	fc.assert(
		fc.property(anyFacts, anyDay, (known, day) => {
			const turned: KnownFacts = Object.fromEntries(Object.entries(known).toReversed());
			expect(judgeAll(rules, turned, day)).toEqual(judgeAll(rules, known, day));
		}),
	);
});

test('whatever is unknown names one fact of the vocabulary that is not known or not proven', () => {
	fc.assert(
		fc.property(anyFacts, anyDay, (known, day) => {
			for (const { verdict, missing } of judgeAll(rules, known, day)) {
				expect(missing.length).toBe(verdict === 'unknown' ? 1 : 0);
				for (const key of missing) {
					const isProof = 'untilShown' in factVocabulary[key];
					expect(isProof ? (known[key] ?? false) : (known[key] ?? null)).toBe(isProof ? false : null);
				}
			}
		}),
	);
});
