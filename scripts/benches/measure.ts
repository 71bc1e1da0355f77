import { readFileSync, writeFileSync } from 'node:fs';

/** What one piece of work cost. */
export type Cost = {
	/** Processor time of this process, the median of `TIMES` runs after `WARM_UPS`. */
	readonly cpuSeconds: number;
	/** Peak of memory in the first run above what stood there before it, in millions of bytes. */
	readonly extraMb: number;
};

const WARM_UPS = 2;
const TIMES = 7;

/** Runs a piece of work nine times: two to warm up, seven to time. Its input is to be made beforehand. */
export async function costOf(work: () => unknown): Promise<Cost> {
	const extraMb = await peakMemory(work);
	for (let i = 1; i < WARM_UPS; i++) await work();
	const seconds: number[] = [];
	for (let i = 0; i < TIMES; i++) {
		const begun = process.cpuUsage();
		await work();
		const { user, system } = process.cpuUsage(begun);
		seconds.push((user + system) / 1e6);
	}
	return { cpuSeconds: seconds.toSorted((a, b) => a - b)[(TIMES - 1) / 2] ?? Number.NaN, extraMb };
}

/** The greater of what the process grew by at its peak, and of what the run left behind before any of it was collected. */
async function peakMemory(work: () => unknown): Promise<number> {
	globalThis.gc?.();
	forgetPeak();
	const before = { process: process.memoryUsage().rss, values: valuesInMemory() };
	await work();
	return Math.max(0, peak() - before.process, valuesInMemory() - before.values) / 1e6;
}

function valuesInMemory(): number {
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

/** Linux forgets the highest memory of a process so far; elsewhere the figure is too small rather than wrong. */
function forgetPeak(): void {
	if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

function peak(): number {
	if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
	const kib = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
	return Number(kib) * 1024;
}
