import { drawGamma, drawNormal, drawPoisson } from '../draws.ts';
import { panelOf, type Panel } from '../panel.ts';
import type { Random } from '../random.ts';
import { shockFloor, type ShockFloor } from '../sequential/shock-floor.ts';

/** The world of a simulated market test (method, reference `sequential-simulation.json`). */
export type World = {
	readonly n: number;
	/** Evenness between stores, and from week to week within one. */
	readonly r: number;
	readonly k: number;
	/** Standard deviation and autocorrelation of shocks common to all stores. */
	readonly cs: number;
	readonly ar: number;
	/** True rate, units per store-week. */
	readonly mu: number;
};

const PRE_WEEKS = 26;
/** Noise of the category index itself. */
const INDEX_NOISE = 0.01;

/** One test: its panel of `weeks` decision weeks, and the shock floor of the weeks before it. */
export function simulateTest(
	world: World,
	weeks: number,
	random: Random,
): { panel: Panel; shocks: ShockFloor } {
	const { n, r, k, cs, ar, mu } = world;
	let h = drawNormal(random);
	const nextShock = () => (h = ar * h + Math.sqrt(1 - ar * ar) * drawNormal(random));
	const before = Float64Array.from(
		{ length: PRE_WEEKS },
		() => cs * nextShock() + INDEX_NOISE * drawNormal(random),
	);
	const shock = Float64Array.from({ length: weeks }, () => Math.exp(cs * nextShock() - (cs * cs) / 2));
	const units = new Float64Array(n * weeks);
	for (let i = 0; i < n; i++) {
		const rate = (drawGamma(random, r) * mu) / r;
		for (let t = 0; t < weeks; t++) {
			const mean = (rate * (shock[t] ?? 1) * drawGamma(random, k)) / k;
			units[i * weeks + t] = drawPoisson(random, mean);
		}
	}
	return { panel: panelOf(n, weeks, units), shocks: shockFloor(before) };
}
