import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { METHODS, MODES, SE_METHODS } from './effect-options.ts';
import { planSchema } from './plan-file.ts';

const number = v.number();
const orNull = v.nullable(number);
const text = v.string();
const texts = v.array(text);
const byName = v.record(text, number);
const pair = v.nullable(v.tuple([number, number]));
const logged = v.array(v.strictObject({ t: number, bound: number, spent: number }));
const verdict = v.picklist(['go', 'extend', 'stop', 'pilot']);
const weights = {
	omega: byName,
	lambda: byName,
};

const effect = v.strictObject({
	/** Mean effect on treated cells, in units of the outcome. */
	tau: number,
	se: orNull,
	ci: pair,
	inference: v.optional(v.strictObject({ method: text, reps: number, seed: v.optional(number) })),
	randomisation: v.optional(v.strictObject({ p: number, reps: number, seed: number })),
	/** With one start. */
	omega: v.optional(byName),
	lambda: v.optional(byName),
	/** By time; with several starts by time since the start. */
	curve: byName,
	objective: v.optional(v.strictObject({ omega: orNull, lambda: orNull })),
	gap: v.optional(orNull),
	mode: v.picklist(MODES),
	method: v.picklist(METHODS),
	...{ N: number, T: number, N0: number },
	...{ T0: v.optional(number), N1: v.optional(number), T1: v.optional(number) },
	start: v.optional(text),
	treated: v.optional(texts),
	/** With several starts. */
	cohorts: v.optional(
		v.array(v.strictObject({ start: text, N1: number, tau: number, treated: texts, ...weights })),
	),
});

const designRow = v.strictObject({
	...{ stores: number, maxWeeks: number, weeksOnShelf: number, power: number },
	...{ unitsPerWeek: number, units: number, isPilot: v.boolean(), isStockable: v.boolean() },
});

const design = v.strictObject({
	...{ n: number, W: number, weeksOnShelf: number, powerByWeek: v.array(number), units: number },
	...{ unitsPerWeek: number, widened: v.boolean(), isPilot: v.boolean(), isStockable: v.boolean() },
	...{ storesNeeded: orNull, storesAvailable: orNull },
	simulated: v.optional(v.strictObject({ powerByWeek: v.array(number), reps: number, seed: number })),
	designs: v.array(designRow),
	assumed: v.strictObject({ r: number, k: number, cs: number, rho: number }),
	seed: number,
});

const select = v.strictObject({
	...{ test: texts, controls: texts, reserve: texts, picked: texts, refused: texts },
	...{ M: number, a: orNull, v: number, draws: number, seed: number },
	attempts: v.array(v.strictObject({ acceptance: number, a: orNull, draws: number })),
	balance: v.array(
		v.strictObject({
			...{ feature: text, test: number, population: number, controls: orNull, sd: number },
			...{ fromPopulation: number, fromControls: orNull },
		}),
	),
	strata: v.array(v.strictObject({ region: text, format: text, tercile: number, slots: number })),
	notes: texts,
});

const lookResult = v.strictObject({
	...{ week: number, verdict, reasons: texts, R: orNull, lift: orNull, z: orNull, bound: orNull },
	...{ spent: number, ci: pair, ciAllLooks: pair, predictive: orNull },
	stop: v.nullable(v.strictObject({ z: number, bound: orNull, spent: number })),
});

const analyze = v.strictObject({
	verdict,
	message: text,
	reasons: v.array(v.strictObject({ code: text, message: text })),
	...{ z: orNull, bound: orNull, spent: number, ci: pair, ciAllLooks: pair, predictive: orNull },
	...{ hurdle: number, lift: orNull },
	ratio: v.nullable(
		v.strictObject({
			...{ R: number, vStore: orNull, vWeek: number, vCell: orNull, vShock: number, rho: number },
			...{ V: orNull, df: orNull, n: number, W: number },
		}),
	),
	looks: v.array(lookResult),
	pooling: v.nullable(
		v.strictObject({
			...{ r: number, mu: v.record(text, orNull), logLik: number, phi: number },
			...{ converged: v.boolean(), iter: number },
			post: v.record(
				text,
				v.strictObject({ shape: number, rate: orNull, mean: number, low: number, high: number }),
			),
		}),
	),
	novelty: v.nullable(v.strictObject({ a: number, d: number, muInf: number, settledWeek: number })),
	panel: v.strictObject({ n: number, T: number, missingRatio: number }),
	leftOut: v.array(v.strictObject({ store: text, units: number, why: text })),
	pending: number,
	sensitivity: v.array(
		v.strictObject({ without: text, what: text, R: orNull, ci: pair, reachesBound: v.boolean() }),
	),
	/** With `--panel` and the words of `effect`: what the test did to the category. */
	category: v.nullable(effect),
	history: v.strictObject({ go: logged, stop: logged, interval: logged }),
	...{ seed: number, dataSha256: text },
});

const report = v.strictObject({ out: text, sha256: text, verdict });

const effectInput = v.object({
	...{ panel: text, unit: text, time: text, outcome: text },
	...{ treated: v.optional(text), 'treated-units': v.optional(text), start: v.optional(text) },
	...{ mode: v.optional(v.picklist(MODES)), method: v.optional(v.picklist(METHODS)) },
	...{ se: v.optional(v.picklist(SE_METHODS)), reps: v.optional(number), randomisation: v.optional(number) },
	...{ seed: v.optional(number), workers: v.optional(number) },
});

/** What each verb prints. */
export const outputs = { design, select, analyze, report, effect } as const;

/** What `--schema` prints: the form of the plan file (of the words, for `effect`) and of what is answered. */
export function schemaOf(verb: string): object {
	const output = Object.entries(outputs).find(([name]) => name === verb)?.[1] ?? design;
	const described = (schema: v.GenericSchema, typeMode: 'input' | 'output') => {
		const { $schema: _draft, ...rest } = toJsonSchema(schema, { typeMode, errorMode: 'ignore' });
		return rest;
	};
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		type: 'object',
		properties: {
			input: described(verb === 'effect' ? effectInput : planSchema, 'input'),
			output: described(output, 'output'),
		},
	};
}
