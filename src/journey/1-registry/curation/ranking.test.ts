import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion } from './call.ts';
import { type Candidate, pointsOf, spreadOf } from './candidate.ts';
import { ranked } from './ranking.ts';

const criteria: readonly Criterion[] = [
	{ position: 1, name: 'CONTOH Harga', weight: 20, guide: null },
	{ position: 2, name: 'CONTOH Mutu', weight: 60, guide: null },
	{ position: 3, name: 'CONTOH Kemasan', weight: 20, guide: null },
];

function candidate(
	entryId: string,
	scores: readonly (readonly number[])[],
	enteredAt = '2026-11-01',
): Candidate {
	return {
		entryId,
		productId: `p-${entryId}`,
		producerId: `u-${entryId}`,
		enteredAt,
		reviews: scores.map((given, i) => ({ reviewer: `r${i}`, scores: given })),
		conflicts: [],
		readiness: { ready: true, steps: [], record: '{}' },
	};
}

const order = (candidates: readonly Candidate[]) => ranked(candidates, criteria);
const ids = (candidates: readonly Candidate[]) => order(candidates).map(({ candidate: one }) => one.entryId);

test('points are the weighted mean of all reviews, from 0 to 100', () => {
	const one = candidate('a', [
		[5, 5, 5],
		[1, 3, 2],
	]);
	// by hand: (100·5 + 20·1 + 60·3 + 20·2) / (2·5·100) = 740 / 1000
	expect(pointsOf(one, criteria)).toBe(74);
	expect(pointsOf(candidate('b', [[5, 5, 5]]), criteria)).toBe(100);
});

test('the spread is what lies between the highest and the lowest reviewer', () => {
	expect(
		spreadOf(
			candidate('a', [
				[5, 5, 5],
				[1, 3, 2],
				[4, 4, 4],
			]),
			criteria,
		),
	).toBe(52); // 100 - 48
	expect(spreadOf(candidate('b', [[3, 3, 3]]), criteria)).toBe(0);
});

test('the best stands first, also when not everybody could judge it', () => {
	const three = candidate('three', [
		[4, 4, 4],
		[4, 4, 4],
		[4, 4, 3],
	]);
	const two = candidate('two', [
		[4, 4, 4],
		[4, 4, 4],
	]);
	expect(ids([three, two])).toEqual(['two', 'three']);
});

describe('equal points', () => {
	test('go to the stronger in the heaviest criterion', () => {
		const quality = candidate('quality', [[1, 4, 1]], '2026-11-09'); // 20 + 240 + 20
		const rest = candidate('rest', [[4, 3, 1]], '2026-11-01'); // 80 + 180 + 20
		expect(order([rest, quality])).toMatchObject([
			{ candidate: { entryId: 'quality' }, tie: null },
			{ candidate: { entryId: 'rest' }, tie: { behind: 'quality', by: 'criterion', criterion: 2 } },
		]);
	});

	test('go on to the next heaviest; of two that weigh the same, to the one named first', () => {
		const price = candidate('price', [[4, 3, 2]], '2026-11-09');
		const pack = candidate('pack', [[2, 3, 4]], '2026-11-01');
		expect(order([pack, price])[1]?.tie).toEqual({ behind: 'price', by: 'criterion', criterion: 1 });
	});

	test('go to who was entered earlier when every criterion is the same', () => {
		const late = candidate('a-late', [[3, 3, 3]], '2026-11-02');
		const early = candidate('b-early', [[3, 3, 3]], '2026-11-01');
		expect(order([late, early])[1]?.tie).toEqual({ behind: 'b-early', by: 'entered-first', criterion: null });
	});

	test('go to the lower entry number when even that is the same', () => {
		expect(order([candidate('b', [[3, 3, 3]]), candidate('a', [[3, 3, 3]])])).toMatchObject([
			{ candidate: { entryId: 'a' }, tie: null },
			{ candidate: { entryId: 'b' }, tie: { behind: 'a', by: 'entry-number' } },
		]);
	});
});

/** The weighted mean as a fraction in lowest terms, by other lines than the programme's. */
function fraction(one: Candidate | undefined): string {
	const reviews = one?.reviews ?? [];
	const sum = reviews.reduce((all, { scores: [a = 0, b = 0, c = 0] }) => all + 20 * a + 60 * b + 20 * c, 0);
	const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
	const common = divisor(sum, reviews.length) || 1;
	return `${sum / common}/${reviews.length / common}`;
}

const score = fc.integer({ min: 1, max: 5 });
const some = fc.uniqueArray(
	fc.record({
		id: fc.string({ minLength: 1, maxLength: 3 }),
		reviews: fc.array(fc.tuple(score, score, score), { minLength: 1, maxLength: 4 }),
		day: fc.integer({ min: 10, max: 12 }),
	}),
	{ selector: ({ id }) => id, maxLength: 12 },
);

test('the order in which products were read leaves no trace', () => {
	fc.assert(
		fc.property(some, (all) => {
			const candidates = all.map(({ id, reviews, day }) => candidate(id, reviews, `2026-11-${day}`));
			expect(order(candidates.toReversed())).toEqual(order(candidates));
		}),
	);
});

test('nobody stands above somebody with more points, and a tie always has its reason', () => {
	fc.assert(
		fc.property(some, (all) => {
			const sorted = order(all.map(({ id, reviews, day }) => candidate(id, reviews, `2026-11-${day}`)));
			sorted.slice(1).forEach(({ candidate: one, tie }, i) => {
				const before = sorted[i]?.candidate;
				const [higher, lower] = [before ? pointsOf(before, criteria) : 0, pointsOf(one, criteria)];
				expect(higher).toBeGreaterThanOrEqual(lower);
				if (tie) expect([tie.behind, higher]).toEqual([before?.entryId, lower]);
				const isEqual = fraction(before) === fraction(one);
				expect(tie !== null).toBe(isEqual);
			});
		}),
	);
});
