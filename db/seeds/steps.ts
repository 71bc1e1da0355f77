import { createHash } from 'node:crypto';
import type { Command } from '#people/command.ts';
import { execute } from '#people/server/command.ts';
import { viewerOf } from '#people/server/viewers.ts';
import type { Viewer } from '#people/viewer.ts';

/** The same id for the same step in every sample: done again it changes nothing, cut off it goes on where it was. */
export function stepId(step: string): string {
	const hex = createHash('sha256').update(`naik-kelas-sample ${step}`).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Does one step of the sample. */
export type Do = <I, O>(step: string, command: Command<I, O>, viewer: Viewer, input: unknown) => Promise<O>;

/** Steps that all happen at one moment. They throw when a command refuses: the sample must be what its files say. */
export function stepsAt(now: Date): Do {
	return async (step, command, viewer, input) => {
		const id = stepId(step);
		const outcome = await execute(command, { id, input, viewer, via: 'system', address: null, now });
		if (outcome.ok) return outcome.value;
		throw new Error(`The sample stops at "${step}": ${outcome.code} ${JSON.stringify(outcome.fields)}`);
	};
}

/** Somebody of the sample, as he would look at it. */
export async function somebody(personId: string): Promise<Viewer> {
	const viewer = await viewerOf('sample', personId);
	if (!viewer) throw new Error('A person of the sample is missing.');
	return viewer;
}
