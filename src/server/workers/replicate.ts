import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Jobs, Kind } from '../../lib/statistics/replications/jobs.ts';
import type { Job, Replicated } from './replication-worker.ts';

export type ReplicateOptions = {
	/** Threads; as many as the machine has processors when left out, and never more than replications. */
	readonly workers?: number;
	/** Ends the run at once: its threads are gone before the promise is rejected with the reason. */
	readonly signal?: AbortSignal;
	/** Told after each replication how many are done. */
	readonly onProgress?: (done: number, of: number) => void;
};

// Found through the package, so that it is found from the built program too.
const WORKER = createRequire(import.meta.url).resolve('#server/workers/replication-worker.ts');
/** Places a thread is given ahead, so that it never waits for the next. */
const AHEAD = 2;

/**
 * Runs `count` replications of a job in worker threads. The same for any number of threads. However it ends, no thread
 * is left. @throws the signal's reason when it was cancelled, or what a replication threw
 */
export async function replicate<K extends Kind>(
	kind: K,
	input: Jobs[K]['input'],
	count: number,
	{ workers = availableParallelism(), signal, onProgress }: ReplicateOptions = {},
): Promise<Jobs[K]['value'][]> {
	signal?.throwIfAborted();
	const values: Jobs[K]['value'][] = Array.from({ length: count });
	if (count === 0) return values;
	const job: Job<K> = { kind, input };
	const threads = Array.from(
		{ length: Math.max(1, Math.min(workers, count)) },
		() => new Worker(WORKER, { workerData: job }),
	);
	try {
		await finished(threads, values, { signal, onProgress });
	} finally {
		await Promise.all(threads.map((thread) => thread.terminate()));
	}
	return values;
}

/** Hands out places until each has its value. */
function finished<K extends Kind>(
	threads: readonly Worker[],
	values: Jobs[K]['value'][],
	{ signal, onProgress }: Pick<ReplicateOptions, 'signal' | 'onProgress'>,
): Promise<void> {
	const count = values.length;
	let [next, done] = [0, 0];
	return new Promise((resolve, reject) => {
		const cancel = () => reject(signal?.reason);
		signal?.addEventListener('abort', cancel, { once: true });
		const give = (thread: Worker) => {
			// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
			if (next < count) thread.postMessage(next++);
		};
		for (const thread of threads) {
			thread.on('error', reject);
			thread.on('message', ({ at, value }: Replicated<K>) => {
				values[at] = value;
				give(thread);
				done++;
				onProgress?.(done, count);
				if (done < count) return;
				signal?.removeEventListener('abort', cancel);
				resolve();
			});
		}
		for (let ahead = 0; ahead < AHEAD; ahead++) threads.forEach(give);
	});
}
