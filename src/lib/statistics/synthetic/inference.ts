import { drawIndex, shuffleFirst } from '../draws.ts';
import { seeded, type Random } from '../random.ts';
import { studentTQuantile } from '../student-t.ts';
import { meanRow } from './block.ts';
import { leaveOneOut, storeDifferences } from './effect-on.ts';
import type { Prepared } from './prepared.ts';
import { effectWith, targetOf, type SdidFit } from './sdid.ts';
import { learnWeights, type Mode, type Weights } from './weights.ts';

export type SeMethod = 'placebo' | 'jackknife' | 'bootstrap' | 'exhaustive';

/** A standard error, and what it was computed from. */
export type StandardError = {
	readonly se: number;
	readonly method: SeMethod;
	/** The effects of the replications. */
	readonly taus: Float64Array;
};

/** What a replication needs of the fit; can be handed to a worker. */
export type Replicable = { readonly shared: Prepared; readonly weights: Weights; readonly mode: Mode };

export type SeOptions = {
	readonly method: SeMethod;
	/** Replications of placebo and bootstrap. */
	readonly reps?: number;
	readonly seed?: number;
	/** Told after each replication how many are done. */
	readonly onProgress?: (done: number, of: number) => void;
	/** Looked at before each replication; workers are the way to cancel from outside. */
	readonly signal?: AbortSignal;
};

/**
 * The standard error of an estimate. `placebo`: controls chosen at random play the treated stores, once in each
 * replication; `exhaustive`: each control once, for a single treated store; `jackknife`: each store is left out, weights
 * fixed; `bootstrap`: stores are drawn with repetition and weights learnt anew (Arkhangelsky et al. 2021, algorithms 2-4).
 * NaN where the method is not defined: jackknife with one treated store or one weighted control.
 */
export function sdidSe(fit: SdidFit, options: SeOptions): StandardError {
	const { method, reps = 500, seed = 1 } = options;
	const random = seeded(seed);
	switch (method) {
		case 'jackknife':
			return jackknife(fit);
		case 'bootstrap':
			return fromTaus(
				'bootstrap',
				replicate(bootstrapChoices(fit, reps, random), fit, bootstrapTau, options),
			);
		case 'exhaustive':
			return fromTaus('exhaustive', replicate(singleChoices(fit), fit, placeboTau, options));
		case 'placebo':
			return fromTaus('placebo', replicate(placeboChoices(fit, reps, random), fit, placeboTau, options));
	}
}

/** The root of the mean squared distance from the mean, as the reference package has it for all but the jackknife. */
export function fromTaus(method: SeMethod, taus: Float64Array): StandardError {
	const mean = taus.reduce((sum, tau) => sum + tau, 0) / taus.length;
	const square = taus.reduce((sum, tau) => sum + (tau - mean) ** 2, 0);
	return { method, taus, se: Math.sqrt(square / taus.length) };
}

function jackknife({ shared, lambda, omega }: SdidFit): StandardError {
	const taus = leaveOneOut(storeDifferences({ shared, lambda }, shared.block.Y), omega);
	return { method: 'jackknife', taus, se: jackknifeSe(taus) };
}

/** se² = (N - 1)/N sum (tau_(i) - mean)². */
export function jackknifeSe(taus: Float64Array): number {
	const N = taus.length;
	const mean = taus.reduce((sum, tau) => sum + tau, 0) / N;
	return Math.sqrt(((N - 1) / N) * taus.reduce((sum, tau) => sum + (tau - mean) ** 2, 0));
}

/** Which controls play the treated stores in each replication. */
export function placeboChoices(
	{ shared }: Pick<SdidFit, 'shared'>,
	reps: number,
	random: Random,
): Int32Array[] {
	const { N, N0 } = shared.block;
	const stores = Int32Array.from({ length: N0 }, (_, i) => i);
	return Array.from({ length: reps }, () => {
		shuffleFirst(random, stores, N - N0);
		return stores.slice(0, N - N0);
	});
}

/** Each control alone. */
export function singleChoices({ shared }: Pick<SdidFit, 'shared'>): Int32Array[] {
	return Array.from({ length: shared.block.N0 }, (_, i) => Int32Array.of(i));
}

/** Stores drawn with repetition, until controls and treated stores are both among them. */
export function bootstrapChoices(
	{ shared }: Pick<SdidFit, 'shared'>,
	reps: number,
	random: Random,
): Int32Array[] {
	const { N, N0 } = shared.block;
	return Array.from({ length: reps }, () => {
		for (;;) {
			const drawn = Int32Array.from({ length: N }, () => drawIndex(random, N));
			if (drawn.some((i) => i < N0) && drawn.some((i) => i >= N0)) return drawn;
		}
	});
}

/** The effect that the chosen controls seem to have had. */
export function placeboTau({ shared, weights, mode }: Replicable, chosen: Int32Array): number {
	const times = new Uint16Array(shared.block.N0).fill(1);
	for (const i of chosen) times[i] = 0;
	return tauOf({ shared, weights, mode }, times, chosen);
}

/** The effect of the stores drawn, the weights learnt anew. */
export function bootstrapTau({ shared, weights }: Replicable, drawn: Int32Array): number {
	const { N0 } = shared.block;
	const times = new Uint16Array(N0);
	for (const i of drawn) if (i < N0) times[i] = (times[i] ?? 0) + 1;
	return tauOf(
		{ shared, weights, mode: 'exact' },
		times,
		drawn.filter((i) => i >= N0),
	);
}

function tauOf({ shared, weights, mode }: Replicable, times: Uint16Array, treated: Int32Array): number {
	const target = targetOf(meanRow(shared.block, treated), shared.block.T0);
	return effectWith(shared, learnWeights(shared, times, target, mode, weights), times, target);
}

function replicate(
	choices: readonly Int32Array[],
	fit: SdidFit,
	tau: (fit: Replicable, choice: Int32Array) => number,
	{ onProgress, signal }: SeOptions,
): Float64Array {
	return Float64Array.from(choices, (choice, done) => {
		signal?.throwIfAborted();
		const value = tau(fit, choice);
		onProgress?.(done + 1, choices.length);
		return value;
	});
}

/** The method that the number of stores asks for (method 7.3). */
export function fittingSe({ shared, omega }: Pick<SdidFit, 'shared' | 'omega'>): SeMethod {
	const { N, N0 } = shared.block;
	const N1 = N - N0;
	if (N1 === 1 && N0 <= 500) return 'exhaustive';
	const weighted = omega.reduce((count, weight) => (weight > 0 ? count + 1 : count), 0);
	return N1 >= 8 && weighted > 1 ? 'jackknife' : 'placebo';
}

/** 95 % by the normal distribution for 20 treated stores or more and for one, by Student's t with N1 - 1 between. */
export function effectInterval(tau: number, se: number, N1: number): [number, number] {
	const reach = se * (N1 > 1 && N1 < 20 ? studentTQuantile(0.975, N1 - 1) : 1.959963984540054);
	return [tau - reach, tau + reach];
}

/**
 * The share of allocations, of those that the design could have drawn, whose statistic is at least as far from 0 as the
 * one observed; the observed one counts among them. Example: more extreme than all of 999 gives 0.001.
 */
export function randomisationP(observed: number, redrawn: Float64Array): number {
	const slack = 1e-12 * Math.abs(observed);
	const asFar = redrawn.reduce((n, value) => (Math.abs(value) >= Math.abs(observed) - slack ? n + 1 : n), 0);
	return (asFar + 1) / (redrawn.length + 1);
}
