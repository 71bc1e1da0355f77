import type { ReadinessSeen } from './1-registry/curation/candidate.ts';
import { readRecord, recomputed } from './1-registry/curation/decision-record.ts';
import {
	readRecord as readReadiness,
	recomputed as readinessRecomputed,
} from './2-readiness/decision-record.ts';
import { stepsOf } from './2-readiness/steps.ts';

/** What curation takes from a record of readiness: whether it is ready, and what is open, in order. */
export function seenIn(record: string): ReadinessSeen {
	const { ready, verdicts } = readReadiness(record);
	return { ready, steps: stepsOf(verdicts, []).map(({ rule }) => rule), record };
}

/**
 * Whether a decision of a call computes to itself: the readiness of every product by the rules its record names, then
 * points, ranks and outcomes, all of it byte for byte.
 */
export function computesToItself(record: string): boolean {
	const isSameReadiness = readRecord(record).candidates.every(({ readiness }) => {
		const anew = readinessRecomputed(readiness.record);
		return anew.ok && anew.value === readiness.record;
	});
	return isSameReadiness && recomputed(record, seenIn) === record;
}
