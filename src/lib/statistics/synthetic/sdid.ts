import { checkBlock, meanRow, range, type Block } from './block.ts';
import { dot } from './dense.ts';
import { prepare, timeProblem, type Method, type Prepared } from './prepared.ts';
import { learnWeights, type Mode, type Target, type Weights } from './weights.ts';
import { valueAt } from './active-set.ts';

/** An estimate of what the treatment did. */
export type SdidFit = {
	/** Mean effect on treated stores after the start, in units of the outcome. */
	readonly tau: number;
	/** Weights of the control stores, and of the times before the start. */
	readonly omega: Float64Array;
	readonly lambda: Float64Array;
	/** Treated mean less weighted controls at every time, less the same gap before the start. */
	readonly curve: Float64Array;
	/** The two values that were made small; null where the method has no such weights. */
	readonly objective: { readonly omega: number | null; readonly lambda: number | null };
	/** How far above the least possible value omega's can lie. */
	readonly gap: number | null;
	readonly mode: Mode;
	readonly method: Method;
	/** For replications. */
	readonly shared: Prepared;
	readonly weights: Weights;
};

export type SdidOptions = {
	readonly mode?: Mode;
	readonly method?: Method;
	/** Ridges held fixed, as replications do. */
	readonly zeta?: { readonly omega: number; readonly lambda: number };
};

/**
 * Synthetic difference-in-differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021): control stores and times
 * before the start are weighted so that they resemble the treated stores and the times after it; what then remains of
 * the double difference is the effect. Outcome in any unit; control stores first.
 * Example: Californian cigarette sales after 1988 fell by 15.605 packs a head (`exact`), 15.604 (`reference`).
 * @throws PanelRefused when the panel is too small, NonFiniteError when it holds what is no number
 */
export function sdid(
	Y: Float64Array,
	N: number,
	T: number,
	N0: number,
	T0: number,
	options: SdidOptions = {},
): SdidFit {
	const { mode = 'exact', method = 'sdid', zeta } = options;
	const block: Block = { Y, N, T, N0, T0 };
	checkBlock(block);
	const shared = prepare(block, method, zeta);
	const times = new Uint16Array(N0).fill(1);
	const treated = meanRow(block, range(N0, N));
	const weights = learnWeights(shared, times, targetOf(treated, T0), mode, null);
	return { ...describe(shared, treated, weights), mode, method, shared, weights };
}

/** Mean before the start, and after it. */
export function targetOf(treated: Float64Array, T0: number): Target {
	const after = treated.subarray(T0);
	return { before: treated.subarray(0, T0), after: after.reduce((sum, y) => sum + y, 0) / after.length };
}

function describe(shared: Prepared, treated: Float64Array, weights: Weights) {
	const { block, method, sigma } = shared;
	const { omega, lambda, gap, y } = weights;
	const { T, T0 } = block;
	const control = new Float64Array(T);
	omega.forEach((weight, i) => {
		if (weight !== 0)
			for (let t = 0; t < T; t++) control[t] = (control[t] ?? 0) + weight * (block.Y[i * T + t] ?? 0);
	});
	const differences = treated.map((own, t) => own - (control[t] ?? 0));
	const before = dot(lambda, 0, differences, 0, T0);
	const curve = differences.map((own) => own - before);
	const hasOmega = method !== 'did' && sigma > 0;
	return {
		...{ omega, lambda, gap, curve },
		tau: targetOf(curve, T0).after,
		objective: {
			omega: hasOmega
				? dot(y, 0, y, 0, T0) / T0 + shared.zetaOmega ** 2 * dot(omega, 0, omega, 0, omega.length)
				: null,
			lambda: method === 'sdid' && sigma > 0 ? timeValue(shared, lambda) : null,
		},
	};
}

function timeValue(shared: Prepared, lambda: Float64Array): number {
	const { N0 } = shared.block;
	return valueAt(timeProblem(shared, new Uint16Array(N0).fill(1)), lambda) / N0;
}

/** The effect with given weights: double difference of one target and the controls, each `times` over. */
export function effectWith(
	{ block, after }: Prepared,
	{ omega, lambda }: Pick<Weights, 'omega' | 'lambda'>,
	times: Uint16Array,
	target: Target,
): number {
	const { Y, T, T0 } = block;
	let tau = target.after - dot(lambda, 0, target.before, 0, T0);
	omega.forEach((weight, i) => {
		if (weight === 0) return;
		tau -= weight * (times[i] ?? 0) * ((after[i] ?? 0) - dot(Y, i * T, lambda, 0, T0));
	});
	return tau;
}
