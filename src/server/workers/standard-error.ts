import { seeded } from '../../lib/statistics/random.ts';
import {
	bootstrapChoices,
	fromTaus,
	placeboChoices,
	sdidSe,
	singleChoices,
	type SeOptions,
	type StandardError,
} from '../../lib/statistics/synthetic/inference.ts';
import type { SdidFit } from '../../lib/statistics/synthetic/sdid.ts';
import { replicate, type ReplicateOptions } from './replicate.ts';

/**
 * `sdidSe` with its replications in worker threads: the same number for the same seed. The jackknife has fixed weights,
 * so that leaving out a store costs nothing, and stays here.
 */
export async function standardError(
	fit: SdidFit,
	{ method, reps = 500, seed = 1 }: Pick<SeOptions, 'method' | 'reps' | 'seed'>,
	options: ReplicateOptions = {},
): Promise<StandardError> {
	if (method === 'jackknife') return sdidSe(fit, { method });
	const choices = {
		bootstrap: () => bootstrapChoices(fit, reps, seeded(seed)),
		exhaustive: () => singleChoices(fit),
		placebo: () => placeboChoices(fit, reps, seeded(seed)),
	}[method]();
	const { shared, weights, mode } = fit;
	const kind = method === 'bootstrap' ? 'bootstrap' : 'placebo';
	const taus = await replicate(kind, { fit: { shared, weights, mode }, choices }, choices.length, options);
	return fromTaus(method, Float64Array.from(taus));
}
