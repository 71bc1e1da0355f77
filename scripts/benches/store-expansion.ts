import { chooseStores } from '../../src/lib/planning/expansion/choose-stores.ts';
import { drawnOverflow } from '../../src/lib/planning/expansion/drawn-weeks.ts';
import { planExpansion } from '../../src/lib/planning/expansion/plan-expansion.ts';
import { gapOf, type SupplyProblem } from '../../src/lib/planning/expansion/supply-problem.ts';
import { predictDemand } from '../../src/lib/planning/demand/predict-demand.ts';
import { seeded } from '../../src/lib/statistics/random.ts';
import { expansionInstance } from '../../tests/reference/expansion-instance.ts';
import { kept, type Bench } from './bench.ts';
import { costOf } from './measure.ts';

const SECONDS = 2;
const MARGIN_IDR = 2500;
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

const R = 4;

/** Demand of the same stores, a third of the clusters in regions where no test has been. */
function demandOf({ units, cluster, fixedCost }: SupplyProblem, seed: number) {
	return predictDemand(
		{ r: R, beta: 1, seBeta: 0, middle: 0, mu: Float64Array.of(1), seLogMu: Float64Array.of(0.1) },
		{
			like: new Int32Array(fixedCost.length),
			region: Int32Array.from(fixedCost.keys()),
			isUnseen: Uint8Array.from(fixedCost.keys(), (c) => Number(c % 3 === 0)),
		},
		{ cluster, logVolume: units.map(Math.log) },
		{ seed },
	);
}

/** The whole plan: 2,000 draws of demand, and the budget that a service level of 95 % allows. */
function plan(problem: SupplyProblem, capacity: number) {
	const { cluster, units, value, fixedCost, minStores } = problem;
	return planExpansion(
		{ cluster, weeklyCostIdr: units.map((m, j) => MARGIN_IDR * m - (value[j] ?? 0)) },
		{ weeklyCostIdr: fixedCost },
		{ capacity, minStores },
		demandOf(problem, 1),
		{ marginIdr: MARGIN_IDR },
	);
}

/** Plans at 95 % service, and how many of 2,000 weeks drawn anew, store by store, ask for more than the capacity. */
async function printService(problem: SupplyProblem, print: (line: string) => void): Promise<void> {
	for (const capacity of [500, 2000, 6000, 20_000]) {
		const { chosen, service, solves, budget, units } = await plan(problem, capacity);
		const over = drawnOverflow(demandOf(problem, 2), R, problem.cluster, chosen, capacity, seeded(3));
		print(
			`capacity ${capacity}: budget ${budget.toFixed(0)}, ${units.toFixed(0)} units in ${chosen.length} stores, ${solves} solves; over in ${(100 - 100 * service).toFixed(2)} % of weeks by formula, ${(100 * over).toFixed(2)} % drawn`,
		);
	}
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
			const whole = await costOf(() => plan(problem, budget));
			print(`with 2,000 draws of demand and the service level: ${whole.cpuSeconds.toFixed(2)} s`);
			await printService(problem, print);
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
