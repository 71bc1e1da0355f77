import { expect, test } from 'vitest';
import { decisionWeeks, type Panel } from './panel.ts';

/** Three stores over six weeks; the last began two weeks later. One unit a week on the shelf. */
const panel: Panel = {
	n: 3,
	T: 6,
	units: Float64Array.from([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1]),
	exposure: Float64Array.from([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1]),
	state: new Uint8Array(18),
};

test('decision weeks begin when the median store is through with its burn-in; a later one has no exposure until then', () => {
	const { n, T, exposure, units } = decisionWeeks(panel, 2);
	expect([n, T]).toEqual([3, 4]);
	expect([...exposure]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1]);
	expect([...units]).toEqual([...exposure]);
});

test('a burn-in as long as the panel leaves no decision week', () => {
	expect(decisionWeeks(panel, 6).T).toBe(0);
});
