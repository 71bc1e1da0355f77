import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { engineHash } from './engine-hash.ts';
import { seedOf, type Counts, type Scenario } from './scenario.ts';

/** Runs `from` to below `to` of one scenario, done once and kept. */
export type Shard = {
	readonly scenario: number;
	readonly name: string;
	readonly from: number;
	readonly to: number;
	/** Of the first run; each later one has the next. */
	readonly seed: number;
	readonly engine: string;
	readonly counts: Counts;
};

/** Where shards are kept. */
export const shardFolder = new URL('../../docs/simulations/', import.meta.url);

/** Runs in one file: a run that is broken off loses no more than these. */
const SIZE = 1000;

/**
 * Simulates what `folder` does not hold yet, a file for each thousand runs, and tells each file it writes. Shards of an
 * engine that has changed since are taken away where new ones take their place.
 */
export function simulate(
	scenario: Scenario,
	from: number,
	to: number,
	folder: URL,
	tell: (shard: Shard) => void,
): void {
	mkdirSync(folder, { recursive: true });
	const engine = engineHash(scenario.engine);
	const own = keptShards(folder).filter((shard) => shard.scenario === scenario.number);
	const [kept, outdated] = [own.filter((s) => s.engine === engine), own.filter((s) => s.engine !== engine)];
	for (let at = from; at < to;) {
		const there = kept.find((shard) => shard.from <= at && at < shard.to);
		if (there) {
			at = there.to;
			continue;
		}
		const next = Math.min(...kept.map((shard) => (shard.from > at ? shard.from : to)), to);
		const until = Math.min(next, (Math.floor(at / SIZE) + 1) * SIZE);
		const shard = shardOf(scenario, at, until, engine);
		for (const old of outdated)
			if (old.from < until && old.to > at) rmSync(fileOf(old, folder), { force: true });
		writeFileSync(fileOf(shard, folder), `${JSON.stringify(shard, null, '\t')}\n`);
		tell(shard);
		at = until;
	}
}

function shardOf(scenario: Scenario, from: number, to: number, engine: string): Shard {
	const { number, name } = scenario;
	const counts: Record<string, number> = {};
	for (let run = from; run < to; run++)
		for (const [what, count] of Object.entries(scenario.run(seedOf(number, run))))
			counts[what] = (counts[what] ?? 0) + count;
	return { scenario: number, name, from, to, seed: seedOf(number, from), engine, counts };
}

function fileOf({ scenario, from, to }: Shard, folder: URL): URL {
	const padded = (x: number, digits: number) => String(x).padStart(digits, '0');
	return new URL(`${padded(scenario, 2)}-${padded(from, 6)}-${padded(to, 6)}.json`, folder);
}

function readShard(file: URL): Shard {
	return JSON.parse(readFileSync(file, 'utf8')) as Shard;
}

/** All shards that `folder` holds, in the order of their names. */
export function keptShards(folder: URL): Shard[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.toSorted()
		.map((name) => readShard(new URL(name, folder)));
}
