import type { SeMethod } from '#lib/statistics/synthetic/inference.ts';
import type { Treatment } from '#lib/statistics/synthetic/long-panel.ts';
import type { Method } from '#lib/statistics/synthetic/prepared.ts';
import type { Mode } from '#lib/statistics/synthetic/weights.ts';
import { m } from '#messages/messages.js';
import { option, type Arguments } from '../arguments.ts';
import type { LongColumns } from './long-rows.ts';

/** What `market-test effect` was asked. */
export type EffectOptions = {
	readonly columns: LongColumns;
	readonly treatment: Treatment;
	readonly mode: Mode;
	readonly method: Method;
	/** Null: the method that the number of units asks for. */
	readonly se: SeMethod | 'none' | null;
	readonly reps: number;
	readonly seed: number;
	/** Allocations for the randomisation p-value; 0: none asked. */
	readonly randomisation: number;
};

export const MODES: readonly Mode[] = ['exact', 'reference'];
export const METHODS: readonly Method[] = ['sdid', 'did', 'sc', 'difp'];
export const SE_METHODS: readonly (SeMethod | 'none')[] = [
	'placebo',
	'jackknife',
	'bootstrap',
	'exhaustive',
	'none',
];

/** @throws Error with one sentence when a word is missing or none of those that may stand there */
export function effectOptions(args: Arguments): EffectOptions {
	const needed = ['panel', 'unit', 'time', 'outcome'] as const;
	const treated = option(args, 'treated');
	const units = option(args, 'treated-units');
	const start = option(args, 'start');
	const isComplete = needed.every((name) => option(args, name)) && (treated || (units && start));
	if (!isComplete) throw new Error(m['market-test-report.effect.usage']());
	return {
		columns: {
			unit: option(args, 'unit') ?? '',
			time: option(args, 'time') ?? '',
			outcome: option(args, 'outcome') ?? '',
			treated,
		},
		treatment: treated
			? { by: 'column' }
			: { by: 'units', units: (units ?? '').split(',').map((unit) => unit.trim()), start: start ?? '' },
		mode: oneOf(args, 'mode', MODES) ?? 'exact',
		method: oneOf(args, 'method', METHODS) ?? 'sdid',
		se: oneOf(args, 'se', SE_METHODS),
		reps: count(args, 'reps', 500, 2),
		seed: count(args, 'seed', 1, 0),
		randomisation: count(args, 'randomisation', 0, 0),
	};
}

/** One of the words that may stand after an option; null when the option is not there. */
function oneOf<Word extends string>(args: Arguments, name: string, words: readonly Word[]): Word | null {
	const given = option(args, name);
	if (given === null) return null;
	const word = words.find((known) => known === given);
	if (word === undefined)
		throw new Error(m['market-test-report.not-one-of']({ option: name, given, words: words.join(', ') }));
	return word;
}

/** A whole number after an option. @throws Error with one sentence when it is none, or below `least` */
export function count(args: Arguments, name: string, otherwise: number, least: number): number {
	const given = option(args, name);
	if (given === null) return otherwise;
	const number = Number(given);
	if (given === '' || !Number.isSafeInteger(number) || number < least)
		throw new Error(m['market-test-report.not-a-count']({ option: name, given, least: String(least) }));
	return number;
}
