import type { LocalDate } from '#lib/calendar.ts';
import type { Confidence } from '#lib/rules/rule.ts';

/** What happened to products elsewhere: a range to plan with, never a promise. Ratios from 0 to 1. */
export type Expectation = {
	readonly of: 'trained' | 'screened';
	readonly low: number;
	readonly high: number;
	/** The day on which the reports were read. */
	readonly asOf: LocalDate;
	readonly confidence: Confidence;
	/** Where each end comes from. */
	readonly sources: readonly string[];
};

/**
 * Few programmes, reported by the press, counted in different ways (makers here, products there), and failures are
 * reported less than successes. Hence low confidence.
 */
export const expectations: readonly Expectation[] = [
	{
		of: 'trained',
		low: 0.03,
		high: 0.11,
		asOf: '2026-11-25',
		confidence: 'low',
		sources: [
			'Palembang–Indomaret 2019–2020: 4 / 130 (palembang.go.id, ekbisnis, matapublik)',
			'Serang–Indomaret 2020: 17 / 150 (idtoday, bantennews)',
		],
	},
	{
		of: 'screened',
		low: 0.29,
		high: 0.54,
		asOf: '2026-11-25',
		confidence: 'low',
		sources: [
			'Serang–Indomaret 2020: 11–12 / 40 (idtoday, bantennews)',
			'Penajam Paser Utara–Alfamidi: 7 / 13 (lensajurnal)',
		],
	},
];
