import { expect, test } from 'vitest';
import { type Decided, cohortOf } from './cohort.ts';

const day = new Date('2026-12-01T00:00:00Z');

function entry(rank: number, verdict: Decided['verdict'], what: Partial<Decided> = {}): Decided {
	const waitingNumber = verdict === 'reserve' ? rank - 2 : null;
	return { entryId: `e${rank}`, verdict, rank, waitingNumber, leftAt: null, promotedAt: null, ...what };
}
const ids = (entries: readonly Decided[]) => entries.map(({ entryId }) => entryId);

test('nobody moves up while every place is taken', () => {
	const cohort = cohortOf([entry(3, 'reserve'), entry(2, 'accepted'), entry(1, 'accepted')]);
	expect(ids(cohort.members)).toEqual(['e1', 'e2']);
	expect([cohort.free, cohort.next]).toEqual([0, null]);
});

test('when one leaves, the first of the waiting list is next', () => {
	const cohort = cohortOf([
		entry(1, 'accepted', { leftAt: day }),
		entry(2, 'accepted'),
		entry(4, 'reserve'),
		entry(3, 'reserve'),
	]);
	expect([cohort.free, cohort.next?.entryId]).toEqual([1, 'e3']);
	expect([ids(cohort.left), ids(cohort.waiting)]).toEqual([['e1'], ['e3', 'e4']]);
});

test('who moved up has the place, and leaving it makes it free again', () => {
	const moved = [
		entry(1, 'accepted', { leftAt: day }),
		entry(2, 'accepted'),
		entry(3, 'reserve', { promotedAt: day }),
	];
	expect(cohortOf(moved)).toMatchObject({ free: 0, next: null });
	const leftAgain = [
		...moved.slice(0, 2),
		entry(3, 'reserve', { promotedAt: day, leftAt: day }),
		entry(4, 'reserve'),
	];
	expect(cohortOf(leftAgain)).toMatchObject({ free: 1, next: { entryId: 'e4' } });
});

test('a reserve that left is passed over, and with nobody waiting a place stays free', () => {
	const cohort = cohortOf([entry(1, 'accepted', { leftAt: day }), entry(2, 'reserve', { leftAt: day })]);
	expect([cohort.free, cohort.next]).toEqual([1, null]);
});

test('a place that nobody ever won is not filled from behind', () => {
	expect(cohortOf([entry(1, 'accepted'), entry(5, 'declined', { rank: null })])).toMatchObject({ free: 0 });
});
