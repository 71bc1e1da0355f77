import { expect, test, vi } from 'vitest';
import { protocol } from '../../lib/statistics/decision/protocol.ts';
import { panelOf } from '../../lib/statistics/panel.ts';
import { jobs } from '../../lib/statistics/replications/jobs.ts';
import { seeded } from '../../lib/statistics/random.ts';
import { simulateTest } from '../../lib/statistics/simulation/market-test.ts';
import { sdidSe } from '../../lib/statistics/synthetic/inference.ts';
import { drawAllocations } from '../../lib/statistics/synthetic/reallocation.ts';
import { sdid } from '../../lib/statistics/synthetic/sdid.ts';
import { replicate } from './replicate.ts';
import { standardError } from './standard-error.ts';

vi.setConfig({ testTimeout: 60_000 }); // a thread starts slowly while other tests run

const [N, T, N0, T0] = [30, 24, 24, 18] as const;
const random = seeded(4);
const Y = Float64Array.from({ length: N * T }, (_, cell) => 20 + Math.floor(cell / T) / 3 + 4 * random());
const fit = sdid(Y, N, T, N0, T0);
const world = { n: 20, r: 3, k: 3, cs: 0.1, ar: 0.3, mu: 4 };

/** Each thread that somebody listens to keeps a port open. */
const threads = () => process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length;

test('two workers give byte for byte what one gives, and what a run without workers gives', async () => {
	for (const method of ['placebo', 'bootstrap'] as const) {
		const options = { method, reps: 25, seed: 9 };
		const one = await standardError(fit, options, { workers: 1 });
		const two = await standardError(fit, options, { workers: 2 });
		expect(Buffer.from(two.taus.buffer)).toEqual(Buffer.from(one.taus.buffer));
		expect(two).toEqual(sdidSe(fit, options));
	}
	const input = { world, hurdle: 3, maxWeeks: 8, seed: 5 };
	const weeks = await replicate('power', input, 12, { workers: 3 });
	expect(weeks).toEqual(await replicate('power', input, 12, { workers: 1 }));
	expect(new Set(weeks).size).toBeGreaterThan(1);
});

test('every replication is told of, up to the last', async () => {
	const told: number[] = [];
	const allocations = drawAllocations(N, N - N0, 20, seeded(3));
	const input = { Y, T, T0, options: {}, allocations };
	await replicate('reallocation', input, 20, {
		workers: 2,
		onProgress: (done, of) => told.push(done + of * 1000),
	});
	expect(told).toEqual(Array.from({ length: 20 }, (_, i) => i + 1 + 20_000));
});

test('a cancelled run leaves no worker, however far it had come', async () => {
	const before = threads();
	const input = { world: { ...world, n: 200 }, hurdle: 3, maxWeeks: 52, seed: 5 };
	for (const cancelAt of [1, 4]) {
		const stop = new AbortController();
		let most = 0;
		const run = replicate('power', input, 5000, {
			workers: 2,
			signal: stop.signal,
			onProgress: (done) => {
				most = Math.max(most, threads());
				if (done === cancelAt) stop.abort(new Error('enough'));
			},
		});
		await expect(run).rejects.toThrow('enough');
		expect(most).toBe(before + 2);
		expect(threads()).toBe(before);
	}
	const never = replicate('power', input, 5, { signal: AbortSignal.abort(new Error('too late')) });
	await expect(never).rejects.toThrow('too late');
	expect(threads()).toBe(before);
});

test('a replication that fails ends the run with its reason, and leaves no worker', async () => {
	const before = threads();
	const input = { Y, T, T0: 2, options: {}, allocations: drawAllocations(N, 3, 8, seeded(3)) };
	await expect(replicate('reallocation', input, 8, { workers: 2 })).rejects.toThrow('too-few-times-before');
	expect(threads()).toBe(before);
});

test('the looks of a test, with their predictive draws, are the same in a worker', async () => {
	const { panel, shocks } = simulateTest({ ...world, mu: 3 }, 10, seeded(2));
	const plan = protocol({ hurdle: 3, maxWeeks: 12, shocks, draws: 200 });
	const look = { panel, missingRatio: 0, supplyHolds: true, alarm: false };
	const course = { plan, look, weeks: [4, 8, 10], missingRatios: [0, 0, 0] };
	const [decisions] = await replicate('course', course, 1);
	expect(decisions).toEqual(jobs.course(course, 0));
	expect(decisions?.map(({ week, verdict }) => [week, verdict])).toEqual([
		[4, 'extend'],
		[8, 'stop'],
	]);
	const [nothing] = await replicate(
		'course',
		{ ...course, look: { ...look, panel: panelOf(0, 10, new Float64Array(0)) } },
		1,
	);
	expect(nothing?.map(({ verdict }) => verdict)).toEqual(['extend', 'extend', 'extend']);
});
