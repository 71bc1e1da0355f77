import { chooseStores } from '../../src/lib/planning/expansion/choose-stores.ts';
import { planExpansion } from '../../src/lib/planning/expansion/plan-expansion.ts';
import { gapOf, type SupplyProblem } from '../../src/lib/planning/expansion/supply-problem.ts';
import { predictDemand } from '../../src/lib/planning/demand/predict-demand.ts';
import { expansionInstance } from '../../tests/reference/expansion-instance.ts';
import { kept, type Bench } from './bench.ts';
import { costOf } from './measure.ts';

const SECONDS = 2;
const GAP_PER_CENT = 0.01;

/** Stores, clusters and budget of the instances in expansion-milp.json, and two between them. */
const SIZES = [
	{ n: 2000, C: 20, budget: 1500 },
	{ n: 5000, C: 30, budget: 2500 },
	{ n: 10_000, C: 40, budget: 4000 },
	{ n: 20_000, C: 60, budget: 6000 },
] as const;

/** The same stores with a producer to every quarter of the clusters, whose limits bind. */
function withLimits(problem: SupplyProblem): SupplyProblem {
	const limits = [0, 1, 2, 3].map((producer) => {
		const stores = Int32Array.from(problem.cluster.keys()).filter(
			(j) => (problem.cluster[j] ?? 0) % 4 === producer,
		);
		const use = Float64Array.from(stores, (j) => problem.units[j] ?? 0);
		return { name: `producer ${producer}`, atMost: (problem.budget * (6 + producer)) / 40, stores, use };
	});
	return { ...problem, limits };
}

/** The whole plan: 2,000 draws of demand, and the budget that a service level of 95 % allows. */
function plan({ cluster, units, value, fixedCost, minStores, budget }: SupplyProblem) {
	const demand = predictDemand(
		{ r: 4, beta: 1, seBeta: 0, middle: 0, mu: Float64Array.of(1), seLogMu: Float64Array.of(0.1) },
		{
			like: new Int32Array(fixedCost.length),
			region: Int32Array.from(fixedCost.keys()),
			isUnseen: Uint8Array.from(fixedCost.keys(), (c) => Number(c % 3 === 0)),
		},
		{ cluster, logVolume: units.map(Math.log) },
		{ seed: 1 },
	);
	const weeklyCostIdr = units.map((m, j) => 2500 * m - (value[j] ?? 0));
	return planExpansion(
		{ cluster, weeklyCostIdr },
		{ weeklyCostIdr: fixedCost },
		{ capacity: budget, minStores },
		demand,
		{ marginIdr: 2500 },
	);
}

export const storeExpansion: Bench = {
	name: 'expansion',
	async run(print) {
		let isKept = true;
		for (const { n, C, budget } of SIZES) {
			const problem = expansionInstance(n, C, budget);
			const choice = await chooseStores(problem);
			const gap = 100 * gapOf(choice);
			const { cpuSeconds, extraMb } = await costOf(() => chooseStores(problem));
			print(
				`${n} stores, ${C} clusters: ${cpuSeconds.toFixed(3)} s, ${extraMb.toFixed(0)} MB; objective ${choice.objective}, gap ${gap.toFixed(5)} %`,
			);
			if (n < 20_000) continue;
			const inTime = kept(print, `choice among ${n} stores`, cpuSeconds, SECONDS, 's');
			isKept = kept(print, 'gap', gap, GAP_PER_CENT, '%') && inTime;
			const whole = await costOf(() => plan(problem));
			const { solves } = await plan(problem);
			print(
				`with 2,000 draws of demand and the service level: ${whole.cpuSeconds.toFixed(2)} s, ${solves} solves`,
			);
			const limited = withLimits(problem);
			const limitedGap = 100 * gapOf(await chooseStores(limited));
			const limitedCost = await costOf(() => chooseStores(limited));
			print(
				`with four producers' limits: ${limitedCost.cpuSeconds.toFixed(2)} s, gap ${limitedGap.toFixed(2)} %`,
			);
		}
		return isKept;
	},
};
