import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { seeded } from '../../src/lib/statistics/random.ts';
import { firstWeeks } from '../../src/lib/statistics/panel.ts';
import { zForGo } from '../../src/lib/statistics/sequential/evidence.ts';
import { panelRatio } from '../../src/lib/statistics/sequential/panel-ratio.ts';
import { simulateTest } from '../../src/lib/statistics/simulation/market-test.ts';
import { pageOf } from '../../scripts/simulations/page.ts';
import { seedOf, type Scenario } from '../../scripts/simulations/scenario.ts';
import { scenarios } from '../../scripts/simulations/scenarios.ts';
import { keptShards, shardFolder, simulate } from '../../scripts/simulations/shards.ts';
import { isBinding, merge } from '../../scripts/simulations/table.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The quick form: few runs with fixed seeds, and a bar three standard errors wider. */
const RUNS = 200;
const widened = (share: number, runs: number) => share + 3 * Math.sqrt((share * (1 - share)) / runs);

const scenario = (number: number): Scenario => {
	const found = scenarios[number - 1];
	if (!found) throw new RangeError(`no scenario ${number}`);
	return found;
};

/** How often something happened in the first runs of a scenario, as a share. */
function shareOf(number: number, what: string, runs: number): number {
	let count = 0;
	for (let run = 0; run < runs; run++) count += scenario(number).run(seedOf(number, run))[what] ?? 0;
	return count / runs;
}

describe(`in ${RUNS} tests of a product that only just meets its hurdle, looked at every week`, () => {
	// Those with the most false go among the 18 that bind, in the full runs kept in docs/simulations.
	test.each([9, 11, 13, 18])(
		'scenario %i says go in no more than 9.6 in 100, that is 5 and 3 standard errors',
		(number) => {
			const bar = widened(0.05, RUNS);
			expect(bar).toBeCloseTo(0.096, 3);
			const share = shareOf(number, 'go', RUNS);
			expect(share).toBeLessThanOrEqual(bar);
			expect(share).toBeGreaterThan(0);
		},
	);

	test('a fixed bound of 1.645 without the shock floor would be caught: this test can fail', () => {
		const world = { n: 40, r: 4, k: 5, cs: 0.2, ar: 0.5, mu: 3 };
		let gone = 0;
		for (let run = 0; run < RUNS; run++) {
			const { panel } = simulateTest(world, 16, seeded(run));
			for (let week = 4; week <= 16; week++) {
				const ratio = panelRatio(firstWeeks(panel, week), { cs0: 0, rho0: 0, P: 26 });
				if (!ratio || zForGo(ratio, world.mu) < 1.645) continue;
				gone++;
				break;
			}
		}
		expect(gone / RUNS).toBeGreaterThan(widened(0.05, RUNS));
	});
});

test('the 95 % interval holds the truth in 95 % of tests, 3 standard errors given or taken', () => {
	const runs = 1000;
	for (const number of [22, 24]) {
		const [bar] = scenario(number).bars;
		const share = shareOf(number, 'covered', runs);
		expect(share).toBeGreaterThanOrEqual(1 - widened(1 - (bar?.least ?? 1), runs));
		expect(share).toBeLessThanOrEqual(widened(bar?.most ?? 0, runs));
	}
});

test('the whole rule stops a product 15 % below its hurdle early, and hardly ever one that would have gone', () => {
	const runs = 20;
	expect(shareOf(53, 'go', runs)).toBe(0);
	expect(shareOf(53, 'futileButWouldHaveGone', runs)).toBeLessThanOrEqual(widened(0.05, runs));
	expect(shareOf(53, 'weeks', runs)).toBeLessThan(10);
});

describe('the runs that are kept', () => {
	const sums = merge(scenarios, keptShards(shardFolder));

	test('are enough for all 28 binding lines, and every line passes', () => {
		const binding = sums.filter((sum) => isBinding(sum.scenario));
		expect(binding).toHaveLength(28);
		const least = { 'false-go': 2000, coverage: 6000, power: 0, rules: 0 };
		expect(binding.filter(({ scenario: { group }, runs }) => runs < least[group])).toEqual([]);
		expect(binding.filter(({ passes }) => passes !== true)).toEqual([]);
	});

	test('are what the page beside them says', () => {
		expect(readFileSync(new URL('README.md', shardFolder), 'utf8')).toBe(pageOf(sums));
	});

	test('are not counted twice', () => {
		const shards = keptShards(shardFolder);
		expect(() => merge(scenarios, [...shards, ...shards.slice(0, 1)])).toThrow('is there twice');
	});
});

test('a simulation that was broken off goes on where it stood', () => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'naik-kelas-shards-'));
	const url = pathToFileURL(`${folder}/`);
	let done = 0;
	const counted: Scenario = { ...scenario(19), run: (seed) => ({ covered: (done++, seed % 2) }) };
	const simulateTo = (to: number) => simulate(counted, 0, to, url, () => undefined);
	simulateTo(1000);
	simulateTo(1500);
	expect(done).toBe(1500);
	simulateTo(1200);
	expect(done).toBe(1500);
	const [sum] = merge([counted], keptShards(url));
	expect(sum).toMatchObject({ runs: 1500, passes: null });
	expect(sum?.counts.get('covered')).toBe(750);
	rmSync(folder, { recursive: true });
});
