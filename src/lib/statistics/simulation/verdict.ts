import { decide, type Decision } from '../decision/decide.ts';
import { goEvidence, NO_HISTORY } from '../decision/evidence-at.ts';
import { protocol, type Protocol } from '../decision/protocol.ts';
import { firstWeeks, type Panel } from '../panel.ts';
import type { Random } from '../random.ts';
import { boundPath } from '../sequential/bounds.ts';
import { simulateTest, type World } from './market-test.ts';

/** How one simulated test ended under the whole rule, and whether it would have said go had nothing stopped it. */
export type Ending = {
	readonly last: Decision;
	/** By statistic and bound alone, at a look after the stop. */
	readonly wouldHaveGone: boolean;
};

/** One simulated test under the whole rule of the product (bounds, guards, stop bound, futility), a look every week. */
export function ending(
	world: World,
	hurdle: number,
	maxWeeks: number,
	draws: number,
	random: Random,
): Ending {
	const { panel, shocks } = simulateTest(world, maxWeeks, random);
	const plan = protocol({ hurdle, maxWeeks, shocks, draws, seed: Math.floor(random() * 2 ** 31) });
	let history = NO_HISTORY;
	for (let week = plan.minWeeks; ; week++) {
		const last = decide(plan, history, {
			panel: firstWeeks(panel, week),
			missingRatio: 0,
			supplyHolds: true,
			alarm: false,
		});
		history = last.history;
		if (last.verdict !== 'extend' || week === maxWeeks)
			return { last, wouldHaveGone: last.verdict === 'stop' && goesAfter(panel, plan, last) };
	}
}

function goesAfter(panel: Panel, plan: Protocol, { week, history }: Decision): boolean {
	let path = boundPath(history.go);
	for (let later = week + 1; later <= plan.maxWeeks; later++) {
		const found = goEvidence(firstWeeks(panel, later), plan, path);
		if (!found) continue;
		path = found.path;
		if (found.z >= (path.looks.at(-1)?.bound ?? Number.POSITIVE_INFINITY)) return true;
	}
	return false;
}
