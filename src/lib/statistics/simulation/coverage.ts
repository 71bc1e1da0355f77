import type { Random } from '../random.ts';
import { rateInterval } from '../sequential/evidence.ts';
import { panelRatio } from '../sequential/panel-ratio.ts';
import { simulateTest, type World } from './market-test.ts';

/** Whether the 95 % interval of the rate, on the log scale after `weeks`, holds the true rate in one simulated test. */
export function intervalHolds(world: World, weeks: number, random: Random): boolean {
	const { panel, shocks } = simulateTest(world, weeks, random);
	const ratio = panelRatio(panel, shocks);
	const interval = ratio && rateInterval(ratio);
	return interval !== null && interval[0] <= world.mu && world.mu <= interval[1];
}
