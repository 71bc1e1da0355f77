import type { Scenario } from './scenario.ts';
import type { Shard } from './shards.ts';

/** A scenario with all its shards added up. */
export type Sum = {
	readonly scenario: Scenario;
	readonly runs: number;
	readonly counts: ReadonlyMap<string, number>;
	/** Those that the shards were made with. */
	readonly engines: readonly string[];
	/** Null while there are too few runs; true where no bar is set. */
	readonly passes: boolean | null;
};

/**
 * Adds up shards by scenario.
 * @throws RangeError when two shards hold the same run, or one belongs to another scenario than it says
 */
export function merge(scenarios: readonly Scenario[], shards: readonly Shard[]): Sum[] {
	return scenarios.map((scenario) => {
		const own = shards
			.filter((shard) => shard.scenario === scenario.number)
			.toSorted((a, b) => a.from - b.from);
		own.forEach((shard, i) => {
			if (shard.name !== scenario.name) throw new RangeError(`scenario ${shard.scenario} is another one now`);
			if (shard.from < (own[i - 1]?.to ?? 0))
				throw new RangeError(`scenario ${shard.scenario}: run ${shard.from} is there twice`);
		});
		const runs = own.reduce((sum, { from, to }) => sum + to - from, 0);
		const counts = new Map<string, number>();
		for (const shard of own)
			for (const [what, count] of Object.entries(shard.counts))
				counts.set(what, (counts.get(what) ?? 0) + count);
		const engines = [...new Set(own.map(({ engine }) => engine))];
		return { scenario, runs, counts, engines, passes: judge(scenario, runs, counts) };
	});
}

function judge(
	{ bars, leastRuns }: Scenario,
	runs: number,
	counts: ReadonlyMap<string, number>,
): boolean | null {
	if (runs < leastRuns) return null;
	return bars.every(({ of, least, most }) => {
		const share = (counts.get(of) ?? Number.NaN) / runs;
		return share >= least && share <= most;
	});
}

/** The 28 lines that bind. */
export function isBinding({ group }: Scenario): boolean {
	return group === 'false-go' || group === 'coverage';
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

/** One line of the table, as Markdown. */
export function asRow({ scenario, runs, counts, engines, passes }: Sum): string {
	const { number, name, bars, leastRuns } = scenario;
	const share = (what: string) => (counts.get(what) ?? Number.NaN) / runs;
	const measured = [...counts.keys()].map((what) =>
		what === 'weeks' ? `weeks ${share(what).toFixed(1)}` : `${what} ${percent(share(what))}`,
	);
	const first = bars[0]?.of ?? [...counts.keys()][0] ?? '';
	const error = percent(Math.sqrt((share(first) * (1 - share(first))) / runs));
	const bar = bars.map(
		({ of, least, most }) => `${of} ${percent(Math.max(0, least))} to ${percent(Math.min(1, most))}`,
	);
	const verdict =
		passes === null ? `${runs} of ${leastRuns} runs` : bars.length === 0 ? '' : passes ? 'pass' : 'FAIL';
	return `| ${[number, name, runs, measured.join(', '), error, bar.join(', '), verdict, engines.join(' ')].join(' | ')} |`;
}
