import { expect, test } from 'vitest';
import type { KnownFacts } from './facts.ts';
import { riceGrade } from './rice-grade.ts';
import { perbadan2Of2023, sni6128Of2020 } from './tables/rice-classes.ts';

const lot: KnownFacts = {
	'rice.millingPercent': 96,
	'rice.moisturePercent': 13.5,
	'rice.brewersPercent': 1.5,
	'rice.brokenPercent': 20,
	'rice.otherGrainsPercent': 2,
	'rice.paddyPer100g': 1,
	'rice.foreignPercent': 0.02,
	'rice.headPercent': 78,
	'rice.redPercent': 1,
	'rice.damagedPercent': 1,
	'rice.chalkyPercent': 1,
};

test('one lot has a legal class and another class under the voluntary standard, and each names its rules', () => {
	expect(riceGrade(perbadan2Of2023, lot)).toEqual({ set: 'perbadan-2-2023', class: 'medium' });
	expect(riceGrade(sni6128Of2020, lot)).toEqual({ set: 'sni-6128-2020', class: 'medium_2' });
});

test('the best class that holds is the class: exactly on its limits a lot is still premium', () => {
	const onTheLimits = {
		...lot,
		'rice.millingPercent': 95,
		'rice.moisturePercent': 14,
		'rice.brewersPercent': 0.5,
		'rice.brokenPercent': 15,
		'rice.otherGrainsPercent': 1,
		'rice.paddyPer100g': 0,
		'rice.foreignPercent': 0,
	};
	expect(riceGrade(perbadan2Of2023, onTheLimits)).toMatchObject({ class: 'premium' });
	expect(riceGrade(perbadan2Of2023, { ...onTheLimits, 'rice.brokenPercent': 15.1 })).toMatchObject({
		class: 'medium',
	});
});

test('wet rice is of no class', () => {
	expect(riceGrade(perbadan2Of2023, { ...lot, 'rice.moisturePercent': 14.1 })).toMatchObject({ class: null });
});

test('a measure that is wanting is named, and nothing is guessed', () => {
	expect(riceGrade(sni6128Of2020, { ...lot, 'rice.headPercent': null })).toEqual({
		set: 'sni-6128-2020',
		missing: 'rice.headPercent',
	});
});
