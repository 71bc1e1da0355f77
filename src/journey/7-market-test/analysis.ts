import type { Decision } from '#lib/statistics/decision/decide.ts';
import { evidenceAt, NO_HISTORY, pathsOf } from '#lib/statistics/decision/evidence-at.ts';
import type { Protocol } from '#lib/statistics/decision/protocol.ts';
import { decisionWeeks, storeTotals, type Panel as EnginePanel } from '#lib/statistics/panel.ts';
import type { Course } from '#lib/statistics/replications/jobs.ts';
import { rateInterval } from '#lib/statistics/sequential/evidence.ts';
import { panelRatio, type PanelRatio } from '#lib/statistics/sequential/panel-ratio.ts';
import { fitGammaPoisson, storeInterval, type GammaPoisson } from '#lib/statistics/velocity/gamma-poisson.ts';
import { byWeekOnSale, fitNovelty, type Novelty } from '#lib/statistics/velocity/novelty.ts';
import { pearsonPhi } from '#lib/statistics/velocity/pearson-phi.ts';
import { enginePanel } from './engine-panel.ts';
import type { Panel } from './exposure.ts';
import { missingRatio } from './totals.ts';

/** A store's own rate, drawn towards that of its cluster the more the less is known of it. */
export type StoreRate = {
	readonly units: number;
	/** Store-weeks on sale. */
	readonly exposure: number;
	/** Units per store-week as they are; null without exposure. */
	readonly raw: number | null;
	readonly shape: number;
	readonly rate: number;
	readonly mean: number;
	/** Nine times in ten the store's rate lies between these. */
	readonly low: number;
	readonly high: number;
};

/** The verdict as it would be on other data, by what was left out. */
export type Sensitivity = {
	readonly without: 'excluded-weeks' | 'top-store' | 'top-cells';
	/** Code of the store; weeks or cells left out. */
	readonly what: string;
	readonly R: number | null;
	readonly ci: readonly [number, number] | null;
	readonly reachesBound: boolean;
};

export type Analysis = {
	readonly weeksOfTest: number;
	readonly panel: EnginePanel;
	readonly ratio: PanelRatio | null;
	readonly fit: GammaPoisson | null;
	readonly phi: number;
	readonly stores: readonly (StoreRate & { readonly store: string })[];
	readonly novelty: Novelty | null;
	readonly onSale: { readonly units: Float64Array; readonly exposure: Float64Array };
	readonly missingRatio: number;
	readonly sensitivity: readonly Sensitivity[];
};

/** What the looks of a test need: its decision weeks, and the weeks in which one looks (all from the first, when left out). */
export function courseFor(
	panel: Panel,
	plan: Protocol,
	{
		excludedWeeks = [],
		looks,
		supplyHolds,
		alarm,
	}: {
		readonly excludedWeeks?: readonly number[];
		readonly looks?: readonly number[];
		readonly supplyHolds: boolean;
		readonly alarm: boolean;
	},
): Course {
	const judged = decisionWeeks(enginePanel(panel, excludedWeeks), plan.burnIn);
	const last = Math.min(judged.T, plan.maxWeeks);
	const first = Math.min(plan.minWeeks, Math.max(1, last));
	const every = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
	const weeks = (looks ?? every).filter((week) => week <= last);
	const missing = missingRatio(panel, plan.burnIn);
	return {
		plan,
		look: { panel: judged, missingRatio: missing, supplyHolds, alarm },
		weeks,
		missingRatios: weeks.map(() => missing),
	};
}

/** Everything that the sales say beside the verdict. `clusters` holds a number from 0 for each store. */
export function analysisOf(
	panel: Panel,
	plan: Protocol,
	clusters: Int32Array,
	excludedWeeks: readonly number[] = [],
): Analysis {
	const whole = enginePanel(panel, excludedWeeks);
	const judged = decisionWeeks(whole, plan.burnIn);
	const totals = storeTotals(judged);
	const phi = pearsonPhi(judged);
	const isSold = totals.units.some((units) => units > 0);
	const fit = isSold ? fitGammaPoisson(totals.units, totals.exposure, clusters, { phi }) : null;
	const onSale = byWeekOnSale(whole);
	return {
		weeksOfTest: panel.weeks,
		panel: judged,
		ratio: panelRatio(judged, plan.shocks),
		...{ fit, phi, onSale },
		stores: panel.stores.map((store, i) => ({ store, ...storeRate(totals, fit, i) })),
		novelty: fitNovelty(onSale),
		missingRatio: missingRatio(panel, plan.burnIn),
		sensitivity: sensitivities(panel, plan, judged, excludedWeeks),
	};
}

function storeRate(
	totals: { readonly units: Float64Array; readonly exposure: Float64Array },
	fit: GammaPoisson | null,
	i: number,
): StoreRate {
	const [units, exposure] = [totals.units[i] ?? 0, totals.exposure[i] ?? 0];
	const [shape, rate] = [fit?.post.shape[i] ?? 0, fit?.post.rate[i] ?? 0];
	const [low, high] = fit && rate < Infinity ? storeInterval(fit, i, 0.05, 0.95) : [0, 0];
	return {
		...{ units, exposure, raw: exposure > 0 ? units / exposure : null },
		...{ shape, rate, mean: rate > 0 ? shape / rate : 0, low, high },
	};
}

/** Share of the cells whose residuals are called the largest. */
const TOP_SHARE = 0.01;

function sensitivities(
	panel: Panel,
	plan: Protocol,
	judged: EnginePanel,
	excludedWeeks: readonly number[],
): Sensitivity[] {
	const found: Sensitivity[] = [];
	const say = (without: Sensitivity['without'], what: string, left: EnginePanel) =>
		found.push({ without, what, ...verdictOn(left, plan) });
	if (excludedWeeks.length > 0) say('excluded-weeks', '', decisionWeeks(enginePanel(panel), plan.burnIn));
	const top = topStore(judged);
	if (top >= 0 && judged.n > 2)
		say('top-store', panel.stores[top] ?? '', leftWithout(judged, storeCells(judged, top)));
	const cells = topCells(judged, plan);
	if (cells.length > 0) {
		const names = cells.map(
			(cell) => `${panel.stores[Math.floor(cell / judged.T)]}/${(cell % judged.T) + 1}`,
		);
		say('top-cells', names.join(', '), leftWithout(judged, cells));
	}
	return found;
}

function verdictOn(panel: EnginePanel, plan: Protocol): Pick<Sensitivity, 'R' | 'ci' | 'reachesBound'> {
	const ratio = panelRatio(panel, plan.shocks);
	const evidence = panel.T >= plan.minWeeks ? evidenceAt(panel, plan, pathsOf(NO_HISTORY)) : null;
	return {
		R: ratio?.R ?? null,
		ci: ratio && rateInterval(ratio),
		reachesBound: evidence !== null && evidence.go.z >= evidence.go.bound,
	};
}

function topStore(panel: EnginePanel): number {
	const { units } = storeTotals(panel);
	return units.reduce((best, sold, i) => (sold > (units[best] ?? -1) ? i : best), -1);
}

const storeCells = ({ T }: EnginePanel, store: number) => Array.from({ length: T }, (_, t) => store * T + t);

/** The cells that stand farthest above the common rate: one in a hundred, at least one. */
function topCells(panel: EnginePanel, plan: Protocol): number[] {
	const R = panelRatio(panel, plan.shocks)?.R ?? 0;
	const above = (cell: number) => (panel.units[cell] ?? 0) - R * (panel.exposure[cell] ?? 0);
	const cells = Array.from(panel.units.keys()).filter((cell) => above(cell) > 0);
	return cells.toSorted((a, b) => above(b) - above(a)).slice(0, Math.ceil(TOP_SHARE * panel.units.length));
}

function leftWithout(panel: EnginePanel, cells: readonly number[]): EnginePanel {
	const left = { ...panel, units: panel.units.slice(), exposure: panel.exposure.slice() };
	for (const cell of cells) {
		left.units[cell] = 0;
		left.exposure[cell] = 0;
	}
	return left;
}

/** The last look of a course; null while there was none. */
export function lastOf(decisions: readonly Decision[]): Decision | null {
	return decisions.at(-1) ?? null;
}
