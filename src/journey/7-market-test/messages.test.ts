import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { reasonSentences, verdictSentence } from './messages.ts';
import type { Look } from './look.ts';
import type { Plan } from './plan.ts';

const plan: Plan = {
	hurdle: 3,
	stores: 20,
	firstDay: '2026-01-05',
	weeks: 8,
	burnInWeeks: 0,
	decisionDay: '2026-03-02',
	extendedTo: null,
	maxMissingRatio: 0.1,
};
const look: Look = {
	R: 3.43,
	lower: 2.696,
	upper: 4.35,
	stores: 20,
	weeks: 8,
	missingRatio: 0.142,
	exposure: 150,
};
const say = (today: string, locale: 'id' | 'en') =>
	reasonSentences(decide(look, plan, today), look, plan, { locale });

test('an undecided test says so in figures, and never that a product does not sell', () => {
	expect(verdictSentence('extend', { locale: 'id' })).toBe('Belum cukup bukti. Tes berlanjut.');
	expect(say('2026-03-02', 'id')).toEqual([
		'Ambang 3,0 masih di dalam rentang, antara 2,7 dan 4,35.',
		'Belum bisa dinilai lanjut: 14,2 persen hari tanpa berkas, batasnya 10.',
	]);
});

test('before the day it names the day, and says why nobody decides earlier', () => {
	const [indonesian] = say('2026-02-01', 'id');
	const [english] = say('2026-02-01', 'en');
	expect(indonesian).toContain('Hari keputusan 2 Maret 2026 belum tiba.');
	expect(indonesian).toContain('7 sampai 42 persen');
	expect(english).toContain('2 March 2026');
});
