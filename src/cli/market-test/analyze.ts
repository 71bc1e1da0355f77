import { analysisOf, courseFor, lastOf, type Analysis } from '#market-test/analysis.ts';
import { engineReasonSentences, engineVerdictSentence } from '#market-test/engine-messages.ts';
import { NO_HISTORY } from '#lib/statistics/decision/evidence-at.ts';
import type { Decision } from '#lib/statistics/decision/decide.ts';
import type { Protocol } from '#lib/statistics/decision/protocol.ts';
import { holidayWeeks } from '#market-test/holiday-weeks.ts';
import { replicate, type ReplicateOptions } from '#server/workers/replicate.ts';
import { option, type Arguments } from '../arguments.ts';
import { effect, type Effect } from './effect.ts';
import { historyOf, protocolOf, readPlan, type PlanFile } from './plan-file.ts';
import { readSales, type Sales } from './sales-file.ts';
import { readStores, type ListedStore } from './store-file.ts';

/** Everything that `analyze` prints and `report` shows. */
export type Examined = {
	readonly plan: PlanFile;
	readonly protocol: Protocol;
	readonly sales: Sales;
	readonly stores: readonly ListedStore[];
	readonly clusters: readonly string[];
	readonly analysis: Analysis;
	readonly looks: readonly Decision[];
	/** What the test did to the category, from a panel of its own; null where none was given. */
	readonly category: Effect | null;
};

/** Reads the files and looks at the test as often as the plan says; predictive draws run in a worker thread. */
export async function examine(args: Arguments, running: ReplicateOptions): Promise<Examined> {
	const plan = withHolidays(await readPlan(args));
	const protocol = protocolOf(plan);
	const stores = option(args, 'stores') === null ? [] : await readStores(args);
	const sales = await readSales(args, plan);
	const clusterOf = new Map(stores.map(({ code, cluster }) => [code, cluster ?? '']));
	const named = sales.panel.stores.map((store) => clusterOf.get(store) ?? '');
	const clusters = [...new Set(named)].sort();
	const numbers = Int32Array.from(named, (name) => clusters.indexOf(name));
	const analysis = analysisOf(sales.panel, protocol, numbers, plan.excludedWeeks);
	const course = courseFor(sales.panel, protocol, plan);
	const done = historyOf(plan)?.go.length ?? 0;
	const input = {
		...course,
		history: historyOf(plan),
		weeks: done > 0 ? course.weeks.slice(-1) : course.weeks,
	};
	const [looks = []] = await replicate('course', input, 1, { ...running, onProgress: undefined });
	const category = option(args, 'panel') === null ? null : await effect(args, running);
	return { plan, protocol, sales, stores, clusters, analysis, looks, category };
}

/** The weeks of Lebaran join those that are not judged. */
function withHolidays(plan: PlanFile): PlanFile {
	const weeks = plan.burnIn + plan.maxWeeks;
	const feasts = plan.lebaran.flatMap((day) => holidayWeeks(plan.firstDay, weeks, day).excluded);
	const excludedWeeks = [...new Set([...plan.excludedWeeks, ...feasts])].toSorted((a, b) => a - b);
	return { ...plan, excludedWeeks };
}

/** `market-test analyze`: the verdict of the last look, why, and all that it rests on. */
export async function analyze(args: Arguments, running: ReplicateOptions): Promise<unknown> {
	return analyzed(await examine(args, running));
}

export function analyzed({ protocol, sales, clusters, analysis, looks, category }: Examined) {
	const { ratio, fit, novelty } = analysis;
	const last = lastOf(looks);
	return {
		verdict: last?.verdict ?? 'extend',
		message: engineVerdictSentence(last),
		reasons: engineReasonSentences(last, protocol, analysis.missingRatio),
		...{ z: last?.z ?? null, bound: finite(last?.bound), spent: last?.spent ?? 0 },
		...{ ci: last?.ci ?? null, ciAllLooks: last?.ciAllLooks ?? null, predictive: last?.predictive ?? null },
		...{ hurdle: protocol.hurdle, lift: last?.lift ?? null },
		ratio: ratio && {
			...{ R: ratio.R, vStore: finite(ratio.vStore), vWeek: ratio.vWeek, vCell: finite(ratio.vCell) },
			...{ vShock: ratio.vShock, rho: ratio.rho, V: finite(ratio.V), df: finite(ratio.df) },
			...{ n: ratio.n, W: ratio.W },
		},
		looks: looks.map(({ history: _history, stop, ...look }) => ({
			...{ ...look, bound: finite(look.bound) },
			stop: stop && { ...stop, bound: finite(stop.bound) },
		})),
		pooling: fit && {
			...{ r: fit.r, mu: Object.fromEntries(clusters.map((name, c) => [name, finite(fit.mu[c])])) },
			...{ logLik: fit.logLik, phi: analysis.phi, converged: fit.converged, iter: fit.iter },
			post: Object.fromEntries(
				analysis.stores.map(({ store, shape, rate, mean, low, high }) => [
					store,
					{ shape, rate: finite(rate), mean, low, high },
				]),
			),
		},
		novelty,
		panel: { n: sales.panel.stores.length, T: sales.panel.weeks, missingRatio: analysis.missingRatio },
		leftOut: sales.leftOut.map(({ entry, why }) => ({ store: entry.store, units: entry.units, why })),
		pending: sales.pending,
		sensitivity: analysis.sensitivity,
		category,
		history: last?.history ?? NO_HISTORY,
		...{ seed: protocol.seed, dataSha256: sales.sha256 },
	};
}

function finite(value: number | null | undefined): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
