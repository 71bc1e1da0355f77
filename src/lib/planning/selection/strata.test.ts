import { expect, test } from 'vitest';
import { allocateSlots } from './allocate-slots.ts';
import { eligibility, type Candidate } from './eligibility.ts';
import { strataOf } from './strata.ts';

const fit: Candidate = { weeksOpen: 80, dataRatio: 1, leadDays: 2, inOtherTest: false, hasSpace: true };

test('a store without room or out of reach may still be a control, one in another test may not', () => {
	const { mayTest, mayControl, keptOut } = eligibility(
		[
			fit,
			{ ...fit, hasSpace: false, leadDays: null },
			{ ...fit, inOtherTest: true },
			{ ...fit, weeksOpen: 25, dataRatio: 0.89 },
			{ ...fit, leadDays: 8 },
		],
		{ maxLeadDays: 7 },
	);
	expect([...mayTest]).toEqual([1, 0, 0, 0, 0]);
	expect([...mayControl]).toEqual([1, 1, 0, 0, 1]);
	expect(keptOut).toEqual({
		'no-space': 1,
		'out-of-reach': 2,
		'in-other-test': 1,
		'opened-lately': 1,
		'data-incomplete': 1,
	});
});

test('strata are region by format by volume tercile, and equal volumes stay together', () => {
	const { strata, names } = strataOf(
		['a', 'a', 'a', 'a', 'b', 'b'],
		['mini', 'mini', 'mini', 'mini', 'mini', 'super'],
		Float64Array.of(1, 2, 2, 4, 5, 6),
	);
	expect([...strata]).toEqual([0, 0, 0, 1, 2, 3]);
	expect(names).toEqual([
		{ region: 'a', format: 'mini', tercile: 0 },
		{ region: 'a', format: 'mini', tercile: 1 },
		{ region: 'b', format: 'mini', tercile: 2 },
		{ region: 'b', format: 'super', tercile: 2 },
	]);
});

const of = (...sizes: readonly number[]) => sizes.map((stores) => ({ stores, least: 0 }));

test('slots follow the size of strata, remainders the largest first', () => {
	expect([...allocateSlots(of(50, 30, 20), 7)]).toEqual([4, 2, 1]);
	expect([...allocateSlots(of(10, 10, 10), 2)]).toEqual([1, 1, 0]);
	expect([...allocateSlots(of(0, 5), 9)]).toEqual([0, 5]);
	expect([...allocateSlots([], 3)]).toEqual([]);
});

test('a stratum that must have a slot gets it, and the others share what is left', () => {
	expect([...allocateSlots([{ stores: 1, least: 1 }, ...of(60, 40)], 10)]).toEqual([1, 5, 4]);
	expect([...allocateSlots([{ stores: 3, least: 3 }, ...of(9)], 2)]).toEqual([3, 0]);
});
