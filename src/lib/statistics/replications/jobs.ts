import { decide, type Decision, type Look } from '../decision/decide.ts';
import { NO_HISTORY, type History } from '../decision/evidence-at.ts';
import type { Protocol } from '../decision/protocol.ts';
import { firstWeeks } from '../panel.ts';
import { seeded } from '../random.ts';
import { goWeek } from '../simulation/false-go.ts';
import type { World } from '../simulation/market-test.ts';
import { bootstrapTau, placeboTau, type Replicable } from '../synthetic/inference.ts';
import { reallocatedTau, type Reallocation } from '../synthetic/reallocation.ts';

/** Replications that take a fit and one choice of its stores each. */
type Choices = { readonly fit: Replicable; readonly choices: readonly Int32Array[] };

/**
 * Work that falls into replications: what it is given (plain data, so that it can be handed to a worker thread) and
 * what each replication gives. Replication k is the same wherever and in whatever order it runs: its choice is drawn
 * beforehand, or it draws from stream k of the seed.
 */
export type Jobs = {
	/** Effects that controls seem to have had; effects of stores drawn with repetition. */
	readonly placebo: { readonly input: Choices; readonly value: number };
	readonly bootstrap: { readonly input: Choices; readonly value: number };
	/** The effect had other stores been treated: randomisation inference. */
	readonly reallocation: { readonly input: Reallocation; readonly value: number };
	/** The decision week in which a simulated test says go; null when it never does. */
	readonly power: {
		readonly input: {
			readonly world: World;
			readonly hurdle: number;
			readonly maxWeeks: number;
			readonly seed: number;
		};
		readonly value: number | null;
	};
	/** The looks of a test, one after the other until it is decided: a look needs what the one before it logged. Predictive draws are in it. */
	readonly course: { readonly input: Course; readonly value: readonly Decision[] };
};

export type Course = {
	readonly plan: Protocol;
	/** Looks taken and logged before these. */
	readonly history?: History;
	/** The panel of all decision weeks so far, and in which of them one looks. */
	readonly look: Look;
	readonly weeks: readonly number[];
	/** Store-days without data up to each look. */
	readonly missingRatios: readonly number[];
};

export type Kind = keyof Jobs;

/** How each kind of job runs its replication k. */
export const jobs: {
	readonly [K in Kind]: (input: Jobs[K]['input'], k: number) => Jobs[K]['value'];
} = {
	placebo: ({ fit, choices }, k) => placeboTau(fit, choices[k] ?? new Int32Array(0)),
	bootstrap: ({ fit, choices }, k) => bootstrapTau(fit, choices[k] ?? new Int32Array(0)),
	reallocation: reallocatedTau,
	power: ({ world, hurdle, maxWeeks, seed }, k) => goWeek(world, hurdle, maxWeeks, seeded(seed, k)),
	course,
};

/** Looks until one of them decides; after a go or a stop nobody looks again. */
function course({ plan, history = NO_HISTORY, look, weeks, missingRatios }: Course): Decision[] {
	const decisions: Decision[] = [];
	let logged = history;
	for (const [i, week] of weeks.entries()) {
		const missingRatio = missingRatios[i] ?? look.missingRatio;
		const decision = decide(plan, logged, { ...look, missingRatio, panel: firstWeeks(look.panel, week) });
		decisions.push(decision);
		logged = decision.history;
		if (decision.verdict === 'go' || decision.verdict === 'stop') break;
	}
	return decisions;
}
