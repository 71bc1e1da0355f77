import { expect, test } from 'vitest';
import { courseOf } from './course.ts';
import { panelFromWeeks } from './exposure.ts';
import { lookAt } from './look.ts';
import { storeFigures } from './store-figures.ts';

const week = (store: string, number: number, units: number, daysOnSale = 7) => ({
	store,
	week: number,
	units,
	daysOnSale,
});
const { panel } = panelFromWeeks(
	[
		week('T01', 1, 9),
		week('T01', 2, 4),
		week('T01', 3, 2),
		week('T02', 1, 3),
		week('T02', 3, 6),
		week('T03', 1, 0, 0),
	],
	{ stores: ['T01', 'T02', 'T03'], firstDay: '2026-01-05', weeks: 3 },
);

test('the course ends where the test stands, and passes where it stood', () => {
	const course = courseOf(panel, { burnInWeeks: 0 });
	expect(course.map(({ R }) => R)).toEqual([6, 16 / 3, 24 / 5]);
	expect(course.at(-1)).toEqual(lookAt(panel, { burnInWeeks: 0 }));
	expect(courseOf(panel, { burnInWeeks: 1 })[0]?.R).toBeNull();
});

test('stores stand in the order of their rate, and who never had the product stands last', () => {
	expect(storeFigures(panel, 1)).toEqual([
		{ store: 'T02', units: 6, exposure: 1, rate: 6, missingDays: 7 },
		{ store: 'T01', units: 6, exposure: 2, rate: 3, missingDays: 0 },
		{ store: 'T03', units: 0, exposure: 0, rate: null, missingDays: 14 },
	]);
});
