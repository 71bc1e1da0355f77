import { logScaleInterval, ratioMean } from '#lib/statistics/ratio-mean.ts';
import type { Panel } from './exposure.ts';
import type { Plan } from './plan.ts';
import { missingRatio, totalsAfterBurnIn } from './totals.ts';

/** What one look at the test says. */
export type Look = {
	/** Rate of sale in units per store-week; null while no store-week counts. */
	readonly R: number | null;
	/** Ends of its 95 % interval; null without sales or with fewer than two stores. */
	readonly lower: number | null;
	readonly upper: number | null;
	/** Stores with store-weeks that count. */
	readonly stores: number;
	/** Decision weeks: whole weeks of the test after the burn-in. */
	readonly weeks: number;
	/** Store-days without data, as a share of those planned: 0 to 1. */
	readonly missingRatio: number;
	/** Store-weeks that count. */
	readonly exposure: number;
};

/** The look at a panel of whole weeks. Its interval is valid on the decision day alone, and without common shocks. */
export function lookAt(panel: Panel, { burnInWeeks }: Pick<Plan, 'burnInWeeks'>): Look {
	const rate = ratioMean(totalsAfterBurnIn(panel, burnInWeeks));
	const interval = rate && logScaleInterval(rate);
	return {
		R: rate?.R ?? null,
		lower: interval?.lower ?? null,
		upper: interval?.upper ?? null,
		stores: rate?.n ?? 0,
		weeks: Math.max(0, panel.weeks - burnInWeeks),
		missingRatio: missingRatio(panel, burnInWeeks),
		exposure: rate?.exposure ?? 0,
	};
}
