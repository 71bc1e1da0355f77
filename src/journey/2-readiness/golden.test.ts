import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Severity, Verdict } from '#lib/rules/rule.ts';
import { misfits } from '#lib/rules/vocabulary.ts';
import { allRules } from './all-rules.ts';
import { factVocabulary, type KnownFacts } from './facts.ts';
import { readiness } from './next-step.ts';
import { hetRice } from './tables/het-rice.ts';

type Row = {
	readonly facts: KnownFacts;
	readonly date: string;
	readonly rule: string;
	/** Null: the rule is not in force that day. */
	readonly verdict: Verdict | null;
	readonly missing: readonly string[];
	readonly severity: Severity | null;
	readonly source: string;
};

const file = new URL('../../../docs/golden/readiness.jsonl', import.meta.url);
const rows: Row[] = readFileSync(file, 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line));

test.each(rows)(
	'$rule on $date is $verdict: $source',
	({ facts, date, rule, verdict, missing, severity }) => {
		expect(misfits(factVocabulary, facts)).toEqual([]);
		const found = readiness(facts, date, new Set()).verdicts.find((judged) => judged.rule === rule);
		expect({
			verdict: found?.verdict ?? null,
			missing: found?.missing ?? [],
			severity: found?.severity ?? null,
		}).toEqual({ verdict, missing, severity });
	},
);

test('the golden table speaks of every rule, in every verdict, and names its sentence', () => {
	const spoken = new Set(rows.map(({ rule }) => rule));
	expect(allRules.map(({ id }) => id).filter((id) => !spoken.has(id))).toEqual([]);
	expect(rows.filter(({ rule }) => !allRules.some(({ id }) => id === rule))).toEqual([]);
	expect(new Set(rows.map(({ verdict }) => verdict)).size).toBe(5);
	expect(rows.filter(({ source }) => source.length < 15)).toEqual([]);
});

test('the golden table stands on both sides of every change of the price ceiling', () => {
	const days = new Set(rows.filter(({ rule }) => rule === 'RC-HET-PRICE').map(({ date }) => date));
	for (const { inForce } of hetRice) {
		expect(days).toContain(inForce.from);
		const before = new Date(`${inForce.from}T00:00:00Z`);
		before.setUTCDate(before.getUTCDate() - 1);
		expect(days).toContain(before.toISOString().slice(0, 10));
	}
});
