import { readFile } from 'node:fs/promises';
import { NonFiniteError } from '#lib/statistics/non-finite-error.ts';
import { seeded } from '#lib/statistics/random.ts';
import { PanelRefused } from '#lib/statistics/synthetic/block.ts';
import { effectInterval, fittingSe, randomisationP } from '#lib/statistics/synthetic/inference.ts';
import { longPanel, PanelMisfit, type LongPanel } from '#lib/statistics/synthetic/long-panel.ts';
import { drawAllocations } from '#lib/statistics/synthetic/reallocation.ts';
import { sdid, type SdidFit } from '#lib/statistics/synthetic/sdid.ts';
import { NEVER, staggered } from '#lib/statistics/synthetic/staggered.ts';
import { m } from '#messages/messages.js';
import { replicate, type ReplicateOptions } from '#server/workers/replicate.ts';
import { standardError } from '#server/workers/standard-error.ts';
import { option, type Arguments } from '../arguments.ts';
import { effectOptions, type EffectOptions } from './effect-options.ts';
import { longRows } from './long-rows.ts';

/**
 * `market-test effect`: what a treatment did in a balanced long panel, by synthetic difference-in-differences or one of
 * its kin, with its uncertainty. @throws Error with one sentence when a word or the panel is not as it should be
 */
export async function effect(args: Arguments, running: ReplicateOptions): Promise<Effect> {
	const options = effectOptions(args);
	const file = option(args, 'panel') ?? '';
	const bytes = await readFile(file).catch((cause: unknown) => {
		throw new Error(m['cli.no-file']({ file }), { cause });
	});
	const rows = await longRows(bytes, options.columns);
	try {
		const panel = longPanel(rows, options.treatment);
		const starts = new Set(panel.start.filter((at) => at !== NEVER));
		return starts.size > 1 ? ofSeveralStarts(panel, options) : await ofOneStart(panel, options, running);
	} catch (error) {
		throw inWords(error);
	}
}

/** An estimate with one start, or the mean of several. */
export type Effect = Awaited<ReturnType<typeof ofOneStart>> | ReturnType<typeof ofSeveralStarts>;

async function ofOneStart(panel: LongPanel, options: EffectOptions, running: ReplicateOptions) {
	const { Y, units, times, start } = panel;
	const [N, T] = [units.length, times.length];
	const N0 = start.filter((at) => at === NEVER).length;
	const T0 = start.find((at) => at !== NEVER) ?? T;
	const { mode, method } = options;
	const fit = sdid(Y, N, T, N0, T0, { mode, method });
	return {
		...{ tau: fit.tau, ...(await uncertainty(fit, options, running)) },
		...(options.randomisation > 0
			? { randomisation: await randomisation(panel, fit, options, running) }
			: {}),
		omega: byName(units.slice(0, N0), fit.omega),
		lambda: byName(times.slice(0, T0), fit.lambda),
		curve: byName(times, fit.curve),
		objective: fit.objective,
		gap: fit.gap,
		...{ mode, method, N, T, N0, T0, N1: N - N0, T1: T - T0 },
		start: times[T0],
		treated: units.slice(N0),
	};
}

async function uncertainty(
	fit: SdidFit,
	{ se: asked, reps, seed }: EffectOptions,
	running: ReplicateOptions,
) {
	if (asked === 'none') return { se: null, ci: null };
	const method = asked ?? fittingSe(fit);
	const { N, N0 } = fit.shared.block;
	const { se, taus } = await standardError(fit, { method, reps, seed }, running);
	const isKnown = Number.isFinite(se);
	return {
		se: isKnown ? se : null,
		ci: isKnown ? effectInterval(fit.tau, se, N - N0) : null,
		inference: {
			method,
			reps: taus.length,
			...(method === 'placebo' || method === 'bootstrap' ? { seed } : {}),
		},
	};
}

/** As if the treated units had been drawn by lot from all: how extreme the effect is among other draws. */
async function randomisation(
	{ Y, units, times }: LongPanel,
	{ tau, shared, mode, method }: SdidFit,
	{ randomisation: reps, seed }: EffectOptions,
	running: ReplicateOptions,
) {
	const { N0, T0 } = shared.block;
	const allocations = drawAllocations(units.length, units.length - N0, reps, seeded(seed, 1));
	const input = { Y, T: times.length, T0, options: { mode, method }, allocations };
	const taus = await replicate('reallocation', input, reps, running);
	return { p: randomisationP(tau, Float64Array.from(taus)), reps, seed };
}

function ofSeveralStarts({ Y, units, times, start }: LongPanel, { mode, method, se: asked }: EffectOptions) {
	if (asked !== null && asked !== 'jackknife' && asked !== 'none')
		throw new Error(m['market-test-report.effect.staggered-jackknife']());
	const { att, se, cohorts, curve } = staggered(Y, times.length, start, { mode, method });
	const isKnown = asked !== 'none' && Number.isFinite(se);
	return {
		tau: att,
		se: isKnown ? se : null,
		ci: isKnown
			? effectInterval(
					att,
					se,
					cohorts.reduce((sum, { n }) => sum + n, 0),
				)
			: null,
		inference: { method: 'jackknife', reps: units.length },
		cohorts: cohorts.map(({ start: at, n, tau, fit, stores }) => ({
			...{ start: times[at], N1: n, tau },
			treated: Array.from(stores.subarray(stores.length - n), (row) => units[row]),
			omega: byName(
				Array.from(stores, (row) => units[row] ?? ''),
				fit.omega,
			),
			lambda: byName(times, fit.lambda),
		})),
		/** By time since the start: 0 is the first treated one. */
		curve: Object.fromEntries(Array.from(curve, (value, since) => [String(since), value])),
		...{ mode, method, N: units.length, T: times.length },
		N0: start.filter((at) => at === NEVER).length,
	};
}

function byName(names: readonly string[], values: Float64Array): Record<string, number> {
	return Object.fromEntries(Array.from(values, (value, i) => [names[i] ?? '', value]));
}

/** The sentence for what a panel cannot carry; anything else is a fault of ours and stays as it is. */
function inWords(error: unknown): unknown {
	if (error instanceof PanelMisfit) {
		const { reason, unit, time, value } = error;
		return new Error(m[`market-test-report.effect.${reason}`]({ unit, time, value }), { cause: error });
	}
	if (error instanceof PanelRefused)
		return new Error(m[`market-test-report.effect.${error.reason}`](), { cause: error });
	if (error instanceof NonFiniteError)
		return new Error(
			m['market-test-report.effect.not-a-number']({
				unit: String(error.row + 1),
				time: String(error.column + 1),
				value: '',
			}),
			{ cause: error },
		);
	return error;
}
