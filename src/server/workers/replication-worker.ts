// A thread that runs replications: first it is given the job, then place after place, until its owner ends it.
import { parentPort, workerData } from 'node:worker_threads';
import { jobs, type Jobs, type Kind } from '../../lib/statistics/replications/jobs.ts';

/** What the thread is started with. */
export type Job<K extends Kind = Kind> = { readonly kind: K; readonly input: Jobs[K]['input'] };

/** What it sends back. */
export type Replicated<K extends Kind = Kind> = { readonly at: number; readonly value: Jobs[K]['value'] };

function serve<K extends Kind>({ kind, input }: Job<K>): void {
	const run: (given: Jobs[K]['input'], k: number) => Jobs[K]['value'] = jobs[kind];
	parentPort?.on('message', (at: number) => {
		// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
		parentPort?.postMessage({ at, value: run(input, at) } satisfies Replicated<K>);
	});
}

serve(workerData as Job);
