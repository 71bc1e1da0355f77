import { designTable } from '#lib/planning/design/test-designs.ts';
import { MIN_TEST_STORES, power, storesNeeded } from '#lib/statistics/sequential/power.ts';
import { option, type Arguments } from '../arguments.ts';
import { replicate, type ReplicateOptions } from '#server/workers/replicate.ts';
import { count } from './effect-options.ts';
import { protocolOf, readPlan, type PlanFile } from './plan-file.ts';
import { readStores } from './store-file.ts';

const STORES = [12, 16, 20, 30, 40, 60, 80, 120];
const WEEKS = [8, 12, 16, 26, 52];

/** `market-test design`: what a test of these stores and weeks can decide, and what it needs from the producers. */
export async function design(args: Arguments, running: ReplicateOptions): Promise<unknown> {
	const plan = await readPlan(args);
	protocolOf(plan);
	const available = option(args, 'stores') === null ? null : (await readStores(args)).length;
	const question = questionOf(plan);
	const { powerByWeek, units, widened } = power({ ...question, n: plan.testStores, maxWeeks: plan.maxWeeks });
	const weeklyCapacity = plan.weeklyCapacity ?? Number.POSITIVE_INFINITY;
	const sizes = [...new Set([...STORES, plan.testStores])].toSorted((a, b) => a - b);
	const weeks = [...new Set([...WEEKS, plan.maxWeeks])]
		.filter((W) => W >= plan.minWeeks)
		.toSorted((a, b) => a - b);
	const unitsPerWeek = plan.testStores * plan.hurdle * (1 + plan.lift);
	const reps = count(args, 'simulate', 0, 1);
	return {
		...{ n: plan.testStores, W: plan.maxWeeks, weeksOnShelf: plan.burnIn + plan.maxWeeks },
		...{ powerByWeek: [...powerByWeek], units, unitsPerWeek, widened },
		isPilot: plan.testStores < MIN_TEST_STORES,
		/** False: the producers cannot stock these shelves, so the design is refused. */
		isStockable: unitsPerWeek <= weeklyCapacity,
		storesNeeded: storesNeeded({ ...question, maxWeeks: plan.maxWeeks }),
		storesAvailable: available,
		...(reps > 0 ? { simulated: await simulated(plan, reps, running) } : {}),
		designs: designTable({ ...question, burnIn: plan.burnIn, weeklyCapacity }, sizes, weeks),
		assumed: { r: plan.r, k: plan.k, cs: plan.cs, rho: plan.rho },
		seed: plan.seed,
	};
}

function questionOf({ hurdle, lift, r, k, cs, rho, minWeeks, alpha }: PlanFile) {
	return { hurdle, lift, r, k, cs, rho, minWeeks, alpha };
}

/** Power by week of simulated tests, through the statistic and bounds of the product. */
async function simulated(plan: PlanFile, reps: number, running: ReplicateOptions) {
	const { testStores: n, r, k, cs, rho, hurdle, lift, maxWeeks, seed } = plan;
	const world = { n, r, k, cs, ar: rho, mu: hurdle * (1 + lift) };
	const goes = await replicate('power', { world, hurdle, maxWeeks, seed }, reps, running);
	const powerByWeek = Array.from(
		{ length: maxWeeks },
		(_, w) => goes.filter((week) => week !== null && week <= w + 1).length / reps,
	);
	return { powerByWeek, reps, seed };
}
