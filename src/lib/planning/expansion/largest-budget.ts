import { findRoot } from '../../statistics/find-root.ts';
import { overflowRisk, type SetDemand } from './overflow-risk.ts';

/** A choice at a budget, with the demand it makes. */
export type Trial<C> = { readonly choice: C; readonly units: number; readonly demand: SetDemand };

export type Budgeted<C> = {
	/** Null when even the smallest set asked too much. */
	readonly trial: Trial<C> | null;
	readonly budget: number;
	/** Choices that were made on the way, 8 at most. */
	readonly solves: number;
};

const MAX_SOLVES = 8;
/** Budgets this near to each other are one. */
const NEAR = 1.001;

/**
 * The largest budget of mean units whose chosen stores ask for more than the capacity in at most 1 - service of all
 * weeks (method 8.2). The same draws judge every choice, so that budgets are compared and not chances. From each choice
 * the next budget is what the same kind of stores could bear, kept between the largest budget that held and the
 * smallest that did not; halved where that leads outside.
 */
export function largestBudget<C>(
	trialAt: (budget: number) => Trial<C>,
	capacity: number,
	service: number,
): Budgeted<C> {
	let [holds, breaks] = [0, Number.POSITIVE_INFINITY];
	let best: Trial<C> | null = null;
	let budget = capacity;
	let solves = 0;
	while (solves < MAX_SOLVES) {
		solves++;
		const trial = trialAt(budget);
		const isKept = overflowRisk(trial.demand, capacity) <= 1 - service;
		if (isKept) [best, holds] = [trial, budget];
		else breaks = budget;
		if (breaks === Number.POSITIVE_INFINITY || breaks <= holds * NEAR) break;
		const next = trial.units > 0 ? trial.units * bearable(trial.demand, capacity, service) : 0;
		const isInside = next > holds * NEAR && next < breaks / NEAR;
		budget = isInside ? next : (holds + breaks) / 2;
	}
	return { trial: best, budget: holds, solves };
}

/** How many times as many stores of this kind keep the service level. */
function bearable(demand: SetDemand, capacity: number, service: number): number {
	return findRoot((times) => overflowRisk(demand, capacity, times), 1 - service, 0, Number.POSITIVE_INFINITY);
}
