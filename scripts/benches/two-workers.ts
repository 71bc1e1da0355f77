import { placeboChoices } from '../../src/lib/statistics/synthetic/inference.ts';
import { seeded } from '../../src/lib/statistics/random.ts';
import { sdid } from '../../src/lib/statistics/synthetic/sdid.ts';
import { replicate } from '../../src/server/workers/replicate.ts';
import { generatedPanel } from '../../tests/reference/generated-panel.ts';
import { kept, type Bench } from './bench.ts';

const SIZE = { N: 2000, T: 180, N0: 1900, T0: 150 } as const;
const REPS = 120;
const TIMES = 3;
const SHARE = 0.62;

/** Wall time of the same placebo run by two threads and by one, start of the threads included. Needs two idle processors. */
export const twoWorkers: Bench = {
	name: 'two-workers',
	async run(print) {
		const { N, T, N0, T0 } = SIZE;
		const { shared, weights, mode } = sdid(generatedPanel(SIZE), N, T, N0, T0);
		const choices = placeboChoices({ shared }, REPS, seeded(1));
		const fit = { shared, weights, mode };
		const one: number[] = [];
		const two: number[] = [];
		for (let i = 0; i < TIMES; i++) {
			one.push(await wallSeconds(() => replicate('placebo', { fit, choices }, REPS, { workers: 1 })));
			two.push(await wallSeconds(() => replicate('placebo', { fit, choices }, REPS, { workers: 2 })));
		}
		const [alone, together] = [Math.min(...one), Math.min(...two)];
		print(
			`${N} x ${T}, ${REPS} placebo replications: one worker ${alone.toFixed(2)} s, two ${together.toFixed(2)} s`,
		);
		return kept(print, "two workers' wall time over one's", together / alone, SHARE, '');
	},
};

async function wallSeconds(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await work();
	return (performance.now() - begun) / 1000;
}
