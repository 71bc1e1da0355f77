import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allRules } from './all-rules.ts';
import { factKeys, factVocabulary } from './facts.ts';
import {
	choicesOf,
	citation,
	factName,
	factQuestion,
	nextSentence,
	ruleWords,
	verdictSentence,
} from './messages.ts';
import { readiness } from './next-step.ts';

const words = (locale: string): Record<string, string> =>
	JSON.parse(readFileSync(new URL(`../../../locales/${locale}/readiness.json`, import.meta.url), 'utf8'));

test.each(['id', 'en'] as const)('every rule, fact and choice has its words (%s)', (locale) => {
	const given = words(locale);
	for (const { id } of allRules)
		for (const part of ['title', 'why', 'next']) expect(given[`readiness.rule.${id}.${part}`]).toBeTruthy();
	for (const key of factKeys) {
		expect(factName(key, { locale })).not.toContain('readiness.');
		expect(factQuestion(key, { locale })).toMatch(/[?.]$/);
		const fact = factVocabulary[key];
		const values: readonly string[] = fact.type === 'choice' ? fact.values : [];
		expect(choicesOf(key, { locale }).map(({ value }) => value)).toEqual(values);
		expect(choicesOf(key, { locale }).every(({ label }) => label !== '')).toBe(true);
	}
});

test('both languages say the same things', () => {
	expect(Object.keys(words('en'))).toEqual(Object.keys(words('id')));
});

test('sentences stay short: 20 words at most, 14 in the middle', () => {
	const sentences = Object.values(words('id')).flatMap((text) => text.split(/(?<=[.?!”])\s+(?=[A-Z“])/));
	const lengths = sentences.map((sentence) => sentence.split(/\s+/).length);
	expect(sentences.filter((_, i) => (lengths[i] ?? 0) > 20)).toEqual([]);
	expect(lengths.reduce((a, b) => a + b, 0) / lengths.length).toBeLessThanOrEqual(14);
});

test('no words are kept for a rule or a fact that is gone', () => {
	const keys = new Set<string>([...allRules.map(({ id }) => id), ...factKeys]);
	const subjects = Object.keys(words('id')).flatMap((key) => {
		const [, kind, first = '', second = ''] = key.split('.');
		if (kind === 'rule') return [first];
		return kind === 'fact' || kind === 'ask' || kind === 'choice' ? [`${first}.${second}`] : [];
	});
	expect(subjects.filter((subject) => !keys.has(subject))).toEqual([]);
});

test('a verdict says what is missing, why, and what to do next', () => {
	const { verdicts } = readiness({ 'producer.nib': '123' }, '2026-11-25', new Set());
	const nib = verdicts.find(({ rule }) => rule === 'ID-NIB');
	const halal = verdicts.find(({ rule }) => rule === 'PM-HALAL');
	if (!nib || !halal) throw new Error('both rules are in force');
	expect(verdictSentence(nib, { locale: 'id' })).toBe(
		'Belum: Punya Nomor Induk Berusaha (NIB). NIB adalah tanda pengenal usaha, 13 angka. Izin lain baru bisa diurus setelah NIB ada.',
	);
	expect(nextSentence(nib, { locale: 'id' })).toContain('oss.go.id');
	expect(verdictSentence(halal, { locale: 'id' })).toBe(
		'Belum diketahui: Punya sertifikat halal. Yang belum ada: Jenis produk.',
	);
	expect(nextSentence(halal, { locale: 'en' })).toBe('What kind of product is this?');
});

test('time, cost and place of a remedy are told, and only where somebody knows them', () => {
	expect(ruleWords('PM-HALAL', { locale: 'id' })).toMatchObject({
		where: 'SIHALAL dan pendamping halal',
		days: '14 sampai 90 hari',
		cost: 'Rp\u00a00 sampai Rp\u00a0650.000',
	});
	expect(ruleWords('ID-NIB', { locale: 'en' }).cost).toBe('free');
	expect(ruleWords('PP29-95-1a', { locale: 'id' })).toMatchObject({ days: null, cost: null });
});

test('the law is cited as a clerk cites it', () => {
	expect(citation('pp-29-2021:95.1.a', { locale: 'id' })).toBe('PP 29/2021 pasal 95(1)a');
	expect(citation('bapanas-299-2025', { locale: 'en' })).toBe('Keputusan Kepala Bapanas 299/2025');
});
