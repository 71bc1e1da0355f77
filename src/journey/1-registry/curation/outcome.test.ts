import { describe, expect, test } from 'vitest';
import type { Terms } from './call.ts';
import type { Candidate } from './candidate.ts';
import { outcomesOf } from './outcome.ts';
import { readRecord, recomputed, recordOf } from './decision-record.ts';

const terms: Terms = {
	places: 2,
	reserves: 1,
	minimumPoints: 60,
	gate: 'no-blocker',
	reviewsNeeded: 1,
	criteria: [
		{ position: 1, name: 'CONTOH Mutu', weight: 50, guide: 'Rasa' },
		{ position: 2, name: 'CONTOH Kemasan', weight: 50, guide: null },
	],
};

type Ready = boolean | null;
function candidate(
	entryId: string,
	scores: readonly number[],
	ready: Ready = true,
	steps: string[] = [],
): Candidate {
	return {
		entryId,
		productId: `p-${entryId}`,
		producerId: `u-${entryId}`,
		enteredAt: '2026-11-01T00:00:00.000Z',
		reviews: [{ reviewer: 'r1', scores }],
		conflicts: [],
		readiness: { ready, steps, record: JSON.stringify({ ready, steps }) },
	};
}

const decided = (candidates: readonly Candidate[], change: Partial<Terms> = {}) =>
	outcomesOf(candidates, { ...terms, ...change });

test('places go to the best, then the waiting list in its order, then nobody', () => {
	const all = decided([
		candidate('d', [3, 3]),
		candidate('c', [4, 3]),
		candidate('b', [4, 4]),
		candidate('a', [5, 5]),
	]);
	expect(
		all.map(({ entryId, verdict, why, rank, waitingNumber }) => [entryId, verdict, why, rank, waitingNumber]),
	).toEqual([
		['a', 'accepted', 'placed', 1, null],
		['b', 'accepted', 'placed', 2, null],
		['c', 'reserve', 'waiting', 3, 1],
		['d', 'declined', 'no-place', 4, null],
	]);
});

test('a place stays empty before it goes to somebody below the lowest points', () => {
	const [kept, low] = decided([candidate('a', [3, 3]), candidate('b', [3, 2])]);
	expect(kept).toMatchObject({ verdict: 'accepted', points: 60 });
	expect(low).toMatchObject({
		verdict: 'declined',
		why: 'below-minimum',
		rank: null,
		points: 50,
		change: { pointsMissing: 10, criteria: [2, 1] },
	});
});

describe('readiness', () => {
	const three = [
		candidate('blocked', [5, 5], false),
		candidate('asked', [4, 4], null),
		candidate('ready', [3, 3]),
	];
	const whys = (gate: Terms['gate']) =>
		Object.fromEntries(decided(three, { gate }).map(({ entryId, why }) => [entryId, why]));

	test('holds nobody back where the call does not ask for it', () => {
		expect(whys('none')).toEqual({ blocked: 'placed', asked: 'placed', ready: 'waiting' });
	});
	test('holds back what is known to be blocked, and not what is only unknown', () => {
		expect(whys('no-blocker')).toEqual({ blocked: 'not-ready', asked: 'placed', ready: 'placed' });
	});
	test('holds back all that is not ready where the call asks for that', () => {
		expect(whys('ready')).toEqual({ blocked: 'not-ready', asked: 'not-ready', ready: 'placed' });
	});
	test('takes no rank from those that come after', () => {
		expect(decided(three).map(({ rank }) => rank)).toEqual([null, 1, 2]);
	});
});

test('what would change it: the first steps of readiness and the weakest criteria, the heavier first', () => {
	const one = candidate('a', [2, 2], false, ['ID-NIB', 'PM-HALAL', 'GS-GTIN', 'LB-NAME']);
	const heavier = { criteria: terms.criteria.map((c, i) => ({ ...c, weight: i === 1 ? 70 : 30 })) };
	expect(decided([one], heavier)[0]?.change).toMatchObject({
		steps: ['ID-NIB', 'PM-HALAL', 'GS-GTIN'],
		criteria: [2, 1],
	});
	expect(decided([candidate('b', [5, 5])])[0]?.change).toEqual({ criteria: [], steps: [], pointsMissing: 0 });
});

test('what a maker is told carries nothing of other makers, but for the tie that is the office’s to see', () => {
	const all = [candidate('mine', [4, 4]), candidate('theirs-b', [4, 4]), candidate('theirs-c', [5, 5])];
	const mine = decided(all, { places: 1 }).find(({ entryId }) => entryId === 'mine');
	const { tie: _office, ...told } = mine ?? {};
	expect(JSON.stringify(told)).not.toContain('theirs');
});

describe('the record of a decision', () => {
	const seen = (record: string) => ({ ...JSON.parse(record), record });
	const all = [candidate('b', [4, 4], null, ['ID-NIB']), candidate('a', [3, 5])];
	const record = recordOf(terms, all, '2026-11-25');

	test('computes to itself, byte for byte', () => {
		expect(recomputed(record, seen)).toBe(record);
	});
	test('is the same in whatever order its parts were read', () => {
		const turned = all
			.toReversed()
			.map((one) => Object.fromEntries(Object.entries(one).toReversed()) as Candidate);
		expect(recordOf(terms, turned, '2026-11-25')).toBe(record);
	});
	test('does not compute to itself once somebody changes a score, a term or an outcome in it', () => {
		for (const [from, to] of [
			['"scores":[4,4]', '"scores":[5,4]'],
			['"places":2', '"places":1'],
			['"verdict":"accepted"', '"verdict":"declined"'],
		] as const) {
			const forged = record.replace(from, to);
			expect(forged).not.toBe(record);
			expect(recomputed(forged, seen)).not.toBe(forged);
		}
	});
	test('keeps who declared a conflict, whose review is not in it', () => {
		const one = { ...candidate('a', [3, 3]), conflicts: ['r9', 'r2'] };
		expect(readRecord(recordOf(terms, [one], '2026-11-25')).candidates[0]?.conflicts).toEqual(['r2', 'r9']);
	});
});
