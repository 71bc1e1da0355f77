/** What is counted over runs, by name. Everything shown is a sum over runs, so shards can be added. */
export type Counts = Readonly<Record<string, number>>;

/** What a line of the table must keep. */
export type Bar = {
	/** The share that is judged, from the counts. */
	readonly of: string;
	readonly least: number;
	readonly most: number;
};

/** One world in which market tests are simulated, and what is counted in it. */
export type Scenario = {
	readonly number: number;
	readonly group: 'false-go' | 'coverage' | 'power' | 'rules';
	readonly name: string;
	/** Runs that make it count. */
	readonly leastRuns: number;
	/** None where the method promises nothing: then the figures stand alone. */
	readonly bars: readonly Bar[];
	/** The module whose imports are what is being tested. */
	readonly engine: string;
	/** What one run adds. Its random numbers come from its own seed, so runs can be done in any order. */
	run(seed: number): Counts;
};

/** The seed of a run: a million runs a scenario. */
export function seedOf(scenario: number, run: number): number {
	return scenario * 1_000_000 + run;
}
