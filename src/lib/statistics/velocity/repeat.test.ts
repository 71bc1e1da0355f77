import { expect, test } from 'vitest';
import { drawGamma, drawPoisson } from '../draws.ts';
import { panelOf } from '../panel.ts';
import { seeded } from '../random.ts';
import { depthOfRepeat, suppressSmall } from './depth-of-repeat.ts';
import { plateauRatio } from './novelty.ts';
import { storePersistence } from './persistence.ts';

/** Stores whose rate keeps a share of what it was in the first weeks; the rest is drawn anew. */
function panel(n: number, kept: number, seed = 8) {
	const random = seeded(seed);
	const units = new Float64Array(n * 12);
	for (let i = 0; i < n; i++) {
		const [own, fresh] = [drawGamma(random, 3), drawGamma(random, 3)];
		for (let t = 0; t < 12; t++) {
			const rate = t < 6 ? own : kept * own + Math.sqrt(1 - kept * kept) * (fresh - 3) + 3 * (1 - kept);
			units[i * 12 + t] = drawPoisson(random, Math.max(0, rate));
		}
		units[i * 12] = Math.max(1, units[i * 12] ?? 0);
	}
	return panelOf(n, 12, units);
}

test('stores that keep their rate persist, noise or not, and those that do not do not', () => {
	expect(storePersistence(panel(3000, 1)).correlation).toBeGreaterThan(0.93);
	expect(Math.abs(storePersistence(panel(3000, 0)).correlation ?? 1)).toBeLessThan(0.08);
	// Plain correlation of the same counts would be far lower: half of their variance is noise.
	expect(storePersistence(panel(3000, 0.6)).correlation).toBeGreaterThan(0.5);
});

test('rates that stay what they are, without noise, correlate fully', () => {
	const units = Float64Array.from({ length: 5 * 12 }, (_, cell) => 10 * (1 + Math.floor(cell / 12)));
	expect(storePersistence(panelOf(5, 12, units), { phi: 0 })).toEqual({ correlation: 1, stores: 5 });
});

test('too few stores, or differences that noise explains, say nothing', () => {
	expect(storePersistence(panelOf(2, 12, new Float64Array(24).fill(4)))).toEqual({
		correlation: null,
		stores: 2,
	});
	expect(storePersistence(panelOf(6, 12, new Float64Array(72).fill(4)))).toEqual({
		correlation: null,
		stores: 6,
	});
	expect(storePersistence(panelOf(6, 8, new Float64Array(48).fill(4))).stores).toBe(0);
	expect(storePersistence(panelOf(6, 12, new Float64Array(72)))).toEqual({ correlation: null, stores: 0 });
});

test('the plateau is what stays of the first week', () => {
	expect(plateauRatio({ a: 0.25 })).toBe(0.8);
	expect(plateauRatio({ a: 0 })).toBe(1);
});

test('the depth of repeat follows from counts of buyers', () => {
	expect(depthOfRepeat([[100, 40, 20]])).toEqual([{ tried: 160, again: [0.375, 20 / 60] }]);
	expect(depthOfRepeat([[0, 0, 0]])).toEqual([{ tried: 0, again: [null, null] }]);
	expect(depthOfRepeat([])).toEqual([]);
});

test('groups of fewer than ten are told to nobody, nor what rests on them', () => {
	expect(suppressSmall([[100, 9, 0, 10]])).toEqual([[100, null, 0, 10]]);
	expect(depthOfRepeat([[100, 40, 9]])).toEqual([{ tried: null, again: [null, null] }]);
});
