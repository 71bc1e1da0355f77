import { assertFinite } from '../non-finite-error.ts';

/** A balanced panel with a block of treated cells: stores by times, row after row, control stores first. */
export type Block = {
	readonly Y: Float64Array;
	/** Stores, and how many of them are controls. */
	readonly N: number;
	readonly N0: number;
	/** Times, and how many lie before the start. */
	readonly T: number;
	readonly T0: number;
};

/** Why a panel carries no estimate. */
export type Refusal = 'too-few-times-before' | 'too-few-controls' | 'nothing-treated' | 'wrong-size';

/** A panel from which the method would promise more than it can hold. */
export class PanelRefused extends RangeError {
	readonly reason: Refusal;

	constructor(reason: Refusal) {
		super(`no synthetic difference-in-differences: ${reason}`);
		this.name = 'PanelRefused';
		this.reason = reason;
	}
}

const LEAST_TIMES_BEFORE = 4;

/**
 * Looks whether an estimate can stand on a panel.
 * @throws NonFiniteError naming row and column; PanelRefused with its reason
 */
export function checkBlock({ Y, N, N0, T, T0 }: Block): void {
	if (Y.length !== N * T) throw new PanelRefused('wrong-size');
	if (N0 >= N || T0 >= T) throw new PanelRefused('nothing-treated');
	if (T0 < LEAST_TIMES_BEFORE) throw new PanelRefused('too-few-times-before');
	if (N0 <= N - N0) throw new PanelRefused('too-few-controls');
	assertFinite('outcome', Y, T);
}

/** The mean of some stores at each time. */
export function meanRow({ Y, T }: Pick<Block, 'Y' | 'T'>, stores: Iterable<number>): Float64Array {
	const mean = new Float64Array(T);
	let count = 0;
	for (const i of stores) {
		count++;
		for (let t = 0; t < T; t++) mean[t] = (mean[t] ?? 0) + (Y[i * T + t] ?? 0);
	}
	return mean.map((sum) => sum / count);
}

/** The numbers from `from` to below `until`. */
export function* range(from: number, until: number): Generator<number> {
	for (let i = from; i < until; i++) yield i;
}

/** Standard deviation of the controls' steps from time to time before the start: one pooled mean, n - 1. */
export function noiseLevel({ Y, T, N0, T0 }: Block): number {
	const count = N0 * (T0 - 1);
	let sum = 0;
	for (let i = 0; i < N0; i++) sum += (Y[i * T + T0 - 1] ?? 0) - (Y[i * T] ?? 0);
	const mean = sum / count;
	let square = 0;
	for (let i = 0; i < N0; i++)
		for (let t = 1; t < T0; t++) square += ((Y[i * T + t] ?? 0) - (Y[i * T + t - 1] ?? 0) - mean) ** 2;
	return Math.sqrt(square / (count - 1));
}
