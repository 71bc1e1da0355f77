import { assertFinite } from '../non-finite-error.ts';
import { dot } from './dense.ts';
import type { SdidFit } from './sdid.ts';

/**
 * What each store would tell of the effect with the fit's time weights: mean after less weighted mean before, on any
 * outcome of the same shape. The effect is their mean over treated stores less their weighted mean over controls.
 */
export function storeDifferences(
	{ shared, lambda }: Pick<SdidFit, 'shared' | 'lambda'>,
	Y: Float64Array,
): Float64Array {
	const { N, T, T0 } = shared.block;
	assertFinite('outcome', Y, T);
	return Float64Array.from({ length: N }, (_, i) => {
		let after = 0;
		for (let t = T0; t < T; t++) after += Y[i * T + t] ?? 0;
		return after / (T - T0) - dot(Y, i * T, lambda, 0, T0);
	});
}

/** The effect on another outcome with the weights of the fit. Linear: effects on parts add up to that on their sum. */
export function effectOn(fit: Pick<SdidFit, 'shared' | 'lambda' | 'omega'>, Y: Float64Array): number {
	return fromDifferences(storeDifferences(fit, Y), fit.omega);
}

export function fromDifferences(differences: Float64Array, omega: Float64Array): number {
	const N0 = omega.length;
	const treated = differences.subarray(N0);
	const mean = treated.reduce((sum, u) => sum + u, 0) / treated.length;
	return mean - dot(differences, 0, omega, 0, N0);
}

/**
 * The effect without each store in turn, weights fixed: a control that is left out hands its weight to the others. NaN
 * where it held all of it, or was the only treated store.
 */
export function leaveOneOut(differences: Float64Array, omega: Float64Array): Float64Array {
	const N0 = omega.length;
	const N1 = differences.length - N0;
	const mean = differences.subarray(N0).reduce((sum, u) => sum + u, 0) / N1;
	const control = dot(differences, 0, omega, 0, N0);
	return differences.map((own, i) => {
		if (i >= N0) return N1 === 1 ? Number.NaN : (N1 * mean - own) / (N1 - 1) - control;
		const weight = omega[i] ?? 0;
		return weight >= 1 - 1e-12 ? Number.NaN : mean - (control - weight * own) / (1 - weight);
	});
}
