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

/** Fewer processors than this for two workers: the machine is busy with other things, and wall times say nothing. */
const IDLE = 1.7;

/**
 * Wall time of the same placebo run by two threads and by one, start of the threads included. On a busy machine half the
 * processor time of two beside that of one is judged instead: what two would need if each had a processor (method 13).
 */
export const twoWorkers: Bench = {
	name: 'two-workers',
	async run(print) {
		const { N, T, N0, T0 } = SIZE;
		const { shared, weights, mode } = sdid(generatedPanel(SIZE), N, T, N0, T0);
		const choices = placeboChoices({ shared }, REPS, seeded(1));
		const input = { fit: { shared, weights, mode }, choices };
		const runs: { one: Run; two: Run }[] = [];
		for (let i = 0; i < TIMES; i++)
			runs.push({
				one: await timed(() => replicate('placebo', input, REPS, { workers: 1 })),
				two: await timed(() => replicate('placebo', input, REPS, { workers: 2 })),
			});
		const best = (of: (run: { one: Run; two: Run }) => number) => Math.min(...runs.map(of));
		const [alone, together] = [best(({ one }) => one.wall), best(({ two }) => two.wall)];
		const processors = Math.max(...runs.map(({ two }) => two.cpu / two.wall));
		print(
			`${N} x ${T}, ${REPS} placebo replications: one worker ${alone.toFixed(2)} s, two ${together.toFixed(2)} s on ${processors.toFixed(2)} processors`,
		);
		if (processors >= IDLE)
			return kept(print, "two workers' wall time over one's", together / alone, SHARE, '');
		print('the machine is busy: wall times are not judged');
		const halfOfTwo = best(({ two }) => two.cpu) / 2;
		return kept(
			print,
			"half of two workers' processor time over one's",
			halfOfTwo / best(({ one }) => one.cpu),
			SHARE,
			'',
		);
	},
};

/** Seconds by the clock, and of processors in all threads. */
type Run = { readonly wall: number; readonly cpu: number };

async function timed(work: () => Promise<unknown>): Promise<Run> {
	const [begun, before] = [performance.now(), process.cpuUsage()];
	await work();
	const { user, system } = process.cpuUsage(before);
	return { wall: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6 };
}
