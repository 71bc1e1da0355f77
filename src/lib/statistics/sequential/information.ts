import type { PanelRatio } from './panel-ratio.ts';

/**
 * The variance that R will have after x weeks, as seen after W of them: s2B/n + (s2R/n + vShock W)/x. The part between
 * stores never shrinks, because the same stores are seen again and again.
 */
export function varianceAt(x: number, { n, W, vStore, vShock, s2R }: PanelRatio): number {
	const between = Math.max(0, n * vStore - s2R / W);
	return between / n + (s2R / n + vShock * W) / x;
}

/**
 * The information fraction: how much of what can be known by week `maxWeeks` is known now. Never falls, ends at 1.
 * Example: 40 stores, r = 4, k = 5, rate 3 know 0.739 of week 16's information after 4 weeks.
 */
export function informationTime(ratio: PanelRatio, maxWeeks: number, before: number): number {
	if (ratio.W >= maxWeeks) return 1;
	const share = varianceAt(maxWeeks, ratio) / varianceAt(ratio.W, ratio);
	return Number.isFinite(share) ? Math.max(before, Math.min(1, share)) : before;
}
