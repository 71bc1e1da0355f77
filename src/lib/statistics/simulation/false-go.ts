import { goEvidence } from '../decision/evidence-at.ts';
import { protocol } from '../decision/protocol.ts';
import { firstWeeks } from '../panel.ts';
import type { Random } from '../random.ts';
import { boundPath } from '../sequential/bounds.ts';
import { simulateTest, type World } from './market-test.ts';

/**
 * The decision week in which one simulated test says go, looked at every week from the fourth on; null when it never
 * does. By statistic and bound alone: guards and stop rules are off, so nothing hides a false go. At a true rate equal
 * to the hurdle every go is false.
 */
export function goWeek(world: World, hurdle: number, maxWeeks: number, random: Random): number | null {
	const { panel, shocks } = simulateTest(world, maxWeeks, random);
	const plan = protocol({ hurdle, maxWeeks, shocks });
	let path = boundPath();
	for (let week = plan.minWeeks; week <= maxWeeks; week++) {
		const found = goEvidence(firstWeeks(panel, week), plan, path);
		if (!found) continue;
		path = found.path;
		if (found.z >= (path.looks.at(-1)?.bound ?? Number.POSITIVE_INFINITY)) return week;
	}
	return null;
}
