// Does an acknowledged change survive a kill, and is a change that was sent again done once? Eight writers send changes
// under ids of their own while something is killed again and again; at the end their notes are compared with the tables.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A programme under test, and how to harm it. */
export type Stand = {
	/** Sends one change. `unsure` when nobody can know whether it happened; any other answer than done is thrown. */
	send(id: string): Promise<'done' | 'unsure'>;
	kill(): Promise<void>;
	isHealthy(): Promise<boolean>;
	/** What the tables hold of each change: the rows it made, and its entries in the audit. */
	found(): Promise<ReadonlyMap<string, Found>>;
};

export type Found = { readonly rows: number; readonly entries: number };

export type Report = {
	readonly rounds: number;
	readonly acknowledged: number;
	/** Changes that were sent again because the first answer was lost. */
	readonly sentAgain: number;
	/** Acknowledged, but not in the tables. */
	readonly lost: readonly string[];
	readonly doubled: readonly string[];
	/** A row without its audit entry, or the other way round. */
	readonly halves: readonly string[];
	/** Milliseconds from each kill until the programme was healthy again. */
	readonly recoveries: readonly number[];
};

type Options = { readonly rounds: number; readonly seed: number; readonly healthyWithinMs: number };

const WRITERS = 8;
const CALM_MS = 400; // longest time between health and the next kill

/** @throws Error when it does not come back in time, or refuses a change that is right */
export async function underKills(stand: Stand, { rounds, seed, healthyWithinMs }: Options): Promise<Report> {
	const random = seeded(seed);
	const writing = startWriters(stand);
	const recoveries: number[] = [];
	try {
		for (let round = 0; round < rounds; round++) {
			await Promise.race([pause(50 + random() * CALM_MS), writing.failure]);
			await stand.kill();
			recoveries.push(await Promise.race([timeUntilHealthy(stand, healthyWithinMs), writing.failure]));
		}
	} finally {
		writing.stop();
	}
	await writing.ended;
	return {
		rounds,
		recoveries,
		...compare(writing.acknowledged, await stand.found()),
		sentAgain: writing.sentAgain(),
	};
}

function startWriters(stand: Stand) {
	const acknowledged = new Set<string>();
	let sentAgain = 0;
	let isStopped = false;

	async function write(): Promise<void> {
		const earlier: string[] = [];
		while (!isStopped) {
			const id = randomUUID();
			while ((await stand.send(id)) === 'unsure') {
				sentAgain++;
				await pause(20);
			}
			acknowledged.add(id);
			earlier.push(id);
			const old = earlier.length % 10 === 0 ? earlier[earlier.length / 10] : undefined;
			if (old) await stand.send(old); // somebody who is not sure sends it once more
		}
	}

	const ended = Promise.all(Array.from({ length: WRITERS }, write));
	const failure = ended.then(() => new Promise<never>(() => {})); // only ever rejects
	failure.catch(() => {}); // it is raced, and may lose
	return { acknowledged, ended, failure, sentAgain: () => sentAgain, stop: () => void (isStopped = true) };
}

async function timeUntilHealthy(stand: Stand, withinMs: number): Promise<number> {
	const begun = performance.now();
	while (!(await stand.isHealthy())) {
		if (performance.now() - begun > withinMs)
			throw new Error(`It was not healthy again within ${withinMs} ms.`);
		await pause(25);
	}
	return performance.now() - begun;
}

function compare(acknowledged: ReadonlySet<string>, found: ReadonlyMap<string, Found>) {
	const all = [...found];
	return {
		acknowledged: acknowledged.size,
		lost: [...acknowledged].filter((id) => !found.has(id)),
		doubled: all.filter(([, { rows }]) => rows > 1).map(([id]) => id),
		halves: all.filter(([, { rows, entries }]) => rows !== entries).map(([id]) => id),
	};
}

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
